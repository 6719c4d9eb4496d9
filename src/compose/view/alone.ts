import type { Comparison, Row } from '../../model/index.js'
import type * as context from '../context/index.js'
import type { Desk } from './desk.js'
import { figureOf } from './figure.js'
import { shortNameOf } from './names.js'
import { rowHead } from './row-head.js'
import { say } from './words.js'

/**
 * A category's rows that two or more organisations report, and those of one alone. A total stays with its parts. Where
 * there are at most two organisations, a category without anything to compare stays a table.
 */
export function part(category: Comparison, organisations: number): { compared: Comparison; single: Comparison } {
  const families: Row[][] = []
  for (const row of category.rows) {
    const family = families.at(-1)
    if (family && row.indent > 0) family.push(row)
    else families.push([row])
  }
  const isShared = (rows: readonly Row[]) => rows.some((row) => reporters(row).length > 1)
  const shared = families.filter(isShared)
  if (!shared.length && organisations <= 2) return { compared: category, single: { ...category, rows: [] } }
  return {
    compared: { ...category, rows: shared.flat() },
    single: { ...category, rows: families.filter((rows) => !isShared(rows)).flat() },
  }
}

/** What each organisation alone reports, by category. */
export function alone(desk: Desk, categories: readonly Comparison[]): context.Alone[] {
  return categories.map(({ label, rows }) => ({
    label: say(desk, label),
    organisations: desk.briefing.organisations.flatMap(({ id }) => {
      const items = rows.flatMap((row) => item(desk, row, id))
      return items.length ? [{ organisation: shortNameOf(desk, id), href: `#${id}`, items }] : []
    }),
  }))
}

function item(desk: Desk, row: Row, organisation: string): context.Alone['organisations'][number]['items'] {
  const entries = row.cells.filter((cell) => cell.organisation === organisation).flatMap((cell) => cell.entries)
  const figures = entries.flatMap((entry) => figureOf(desk, entry, 'comparison') ?? [])
  return figures.length ? [{ head: rowHead(desk, row), figures }] : []
}

function reporters(row: Row): string[] {
  return row.cells.filter(({ entries }) => entries.length).map(({ organisation }) => organisation)
}
