import type { Comparison } from '../../model/index.js'
import type * as context from '../context/index.js'
import type { Desk } from './desk.js'
import { figureOf } from './figure.js'
import { rowHead } from './row-head.js'
import { say } from './words.js'

/** One category: measures down, organisations across. Widths are those of its own cells until `aligned`. */
export function table(desk: Desk, category: Comparison, id: string): context.Table {
  const organisations = desk.briefing.organisations
  return {
    id,
    label: say(desk, category.label),
    rows: category.rows.map((row) => ({
      head: rowHead(desk, row),
      cells: organisations.map((organisation) => {
        const entries = row.cells
          .filter((cell) => cell.organisation === organisation.id)
          .flatMap((cell) => cell.entries)
        return { figures: entries.flatMap((entry) => figureOf(desk, entry, 'comparison') ?? []), whole: 0, fraction: 0 }
      }),
    })),
  }
}

/** Gives every cell the widths of its column, so that numbers stand one below the other on the decimal point. */
export function aligned(tables: context.Table[], columns: number): context.Table[] {
  for (let column = 0; column < columns; column++) {
    const cells = tables.flatMap(({ rows }) => rows.flatMap((row) => row.cells[column] ?? []))
    const figures = cells.flatMap((cell) => cell.figures)
    const whole = Math.max(
      0,
      ...figures.map(({ sum, mark, whole: text }) => widthOf(`${sum ? 'Σ ' : ''}${mark}${text}`)),
    )
    const fraction = Math.max(0, ...figures.map(({ fraction: text }) => widthOf(text)))
    for (const cell of cells) Object.assign(cell, { whole, fraction })
  }
  return tables
}

/** In widths of a tabular digit; points, commas and spaces are less than half of one. */
function widthOf(text: string): number {
  const narrow = text.match(/[,. ]/g)?.length ?? 0
  return Math.round((text.length - narrow * 0.55) * 100) / 100
}
