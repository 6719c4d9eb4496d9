import type { Comparison, Entry, Row } from '../../model/index.js'
import type * as context from '../context/index.js'
import type { Desk } from './desk.js'
import { figureOf } from './figure.js'
import { mostRows } from './matrix.js'
import { shortNameOf } from './names.js'
import { rowHead } from './row-head.js'
import { roughly, spreadOf } from './spread.js'
import { fixed, say } from './words.js'

/** Longer lists nobody reads: the rest stand on the organisations' pages. Of very many, the first are enough. */
const longestList = { many: 20, veryMany: 10 }

/** One category when there are many organisations: for each measure the organisations from the largest value down. */
export function ranking(desk: Desk, category: Comparison, id: string): context.Ranking {
  return { id, label: say(desk, category.label), lists: category.rows.map((row) => list(desk, row)) }
}

function list(desk: Desk, row: Row): context.Ranking['lists'][number] {
  const { length: organisations } = desk.briefing.organisations
  const longest = organisations > mostRows ? longestList.veryMany : longestList.many
  const all = row.cells
    .flatMap(({ organisation, entries }) => entries.map((entry) => ({ organisation, entry })))
    .sort((a, b) => b.entry.value - a.entry.value)
  const largest = Math.max(...all.map(({ entry }) => entry.value), 0)
  const rest = all.length - longest
  return {
    head: rowHead(desk, row),
    summary: summary(desk, row, organisations),
    items: all.slice(0, longest).flatMap(({ organisation, entry }) => item(desk, organisation, entry, largest)),
    rest: rest > 0 ? fixed(desk, `另有${rest}项，见各组织页面`, `${rest} more: see the organisations’ pages`) : null,
  }
}

function summary(desk: Desk, row: Row, organisations: number): context.Words | null {
  const spread = spreadOf(row)
  if (!spread) return null
  const { values, median, lower, upper } = spread
  const [middle, from, to] = [median, lower, upper].map(roughly)
  return fixed(
    desk,
    `${organisations}家中${values.length}家报告；中位数${middle}，居中一半为${from}至${to}`,
    `${values.length} of ${organisations} report; median ${middle}, middle half ${from} to ${to}`,
  )
}

function item(desk: Desk, organisation: string, entry: Entry, largest: number) {
  const figure = figureOf(desk, entry, 'comparison')
  if (!figure) return []
  const share = largest > 0 ? `${((entry.value / largest) * 100).toFixed(1)}%` : '0%'
  return [{ organisation: shortNameOf(desk, organisation), figure, share }]
}
