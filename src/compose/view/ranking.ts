import type { Comparison, Entry, Row } from '../../model/index.js'
import type * as context from '../context/index.js'
import type { Desk } from './desk.js'
import { figureOf } from './figure.js'
import { shortNameOf } from './names.js'
import { rowHead } from './row-head.js'
import { fixed, say } from './words.js'

/** More than this in one list and nobody reads it: the rest stand on the organisations' pages. */
const longestList = 20
const longestName = { zh: 12, en: 26 }

/** One category when there are many organisations: for each measure the organisations from the largest value down. */
export function ranking(desk: Desk, category: Comparison, id: string): context.Ranking {
  return { id, label: say(desk, category.label), lists: category.rows.map((row) => list(desk, row)) }
}

function list(desk: Desk, row: Row): context.Ranking['lists'][number] {
  const all = row.cells
    .flatMap(({ organisation, entries }) => entries.map((entry) => ({ organisation, entry })))
    .sort((a, b) => b.entry.value - a.entry.value)
  const largest = Math.max(...all.map(({ entry }) => entry.value), 0)
  const rest = all.length - longestList
  return {
    head: rowHead(desk, row),
    items: all.slice(0, longestList).flatMap(({ organisation, entry }) => item(desk, organisation, entry, largest)),
    rest: rest > 0 ? fixed(desk, `另有${rest}项，见各组织页面`, `${rest} more: see the organisations’ pages`) : null,
  }
}

function item(desk: Desk, organisation: string, entry: Entry, largest: number) {
  const figure = figureOf(desk, entry, 'comparison')
  if (!figure) return []
  const share = largest > 0 ? `${((entry.value / largest) * 100).toFixed(1)}%` : '0%'
  return [{ organisation: shortNameOf(desk, organisation, longestName), href: `#${organisation}`, figure, share }]
}
