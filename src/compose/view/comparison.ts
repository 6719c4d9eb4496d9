import { approximationMark } from '../../language/render.js'
import type { Approximation, Comparison } from '../../model/index.js'
import type * as context from '../context/index.js'
import { alone, part } from './alone.js'
import { letterDates } from './date-letters.js'
import type { Desk } from './desk.js'
import { shortNameOf } from './names.js'
import { ranking } from './ranking.js'
import { aligned, table } from './table.js'
import { fixed } from './words.js'

/** Beyond this, columns would be too narrow to read: ranked lists instead. */
const mostColumns = 8

export function comparison(desk: Desk): context.Comparison | null {
  const { comparison: categories, organisations } = desk.briefing
  const filled = categories.filter(({ rows }) => rows.length)
  if (!filled.length) return null
  const columns = organisations.length
  const ranked = columns > mostColumns
  const parted = filled.map((category) => part(category, columns))
  const compared = parted.map(({ compared }) => compared).filter(({ rows }) => rows.length)
  const tables = ranked ? [] : compared.map((category, index) => table(desk, category, comparisonId(index)))
  const rankings = ranked ? compared.map((category, index) => ranking(desk, category, comparisonId(index))) : []
  const single = alone(
    desk,
    parted.map(({ single }) => single).filter(({ rows }) => rows.length),
  )
  return {
    columns: organisations.map(({ id }) => ({ label: shortNameOf(desk, id), href: `#${id}` })),
    span: columns + 1,
    width: columns <= 3 ? 'few' : columns <= 5 ? 'several' : 'many',
    tables: aligned(tables, columns),
    rankings,
    alone: single,
    dates: letterDates([
      ...figuresOf(tables),
      ...rankings.flatMap(({ lists }) => lists.flatMap(({ items }) => items.map(({ figure }) => figure))),
      ...single.flatMap((one) => one.organisations.flatMap(({ items }) => items.flatMap(({ figures }) => figures))),
    ]),
    marks: marks(desk, filled),
  }
}

function comparisonId(index: number): string {
  return `comparison-${index + 1}`
}

function figuresOf(tables: readonly context.Table[]): context.Figure[] {
  return tables.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.flatMap(({ figures }) => figures)))
}

const meanings: [Approximation[], zh: string, en: string][] = [
  [['over', 'atLeast'], '多于、至少', 'more than, at least'],
  [['nearly'], '近', 'nearly'],
  [['about'], '约', 'about'],
  [['under'], '不足', 'fewer than, less than'],
  [['atMost'], '至多', 'at most'],
]

function marks(desk: Desk, categories: readonly Comparison[]): context.Comparison['marks'] {
  const entries = categories.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.flatMap((cell) => cell.entries)))
  const used = new Set(entries.map(({ approximation }) => approximation))
  const shown = meanings
    .filter(([kinds]) => kinds.some((kind) => used.has(kind)))
    .map(([[kind = 'exact'], zh, en]) => ({ mark: approximationMark(kind), meaning: fixed(desk, zh, en) }))
  if (entries.some(({ sum }) => sum)) {
    shown.push({ mark: 'Σ', meaning: fixed(desk, '本简报相加所得', 'added by this briefing') })
  }
  const since = desk.since.size
    ? [
        { mark: '▲ ▼', meaning: fixed(desk, '较上期的差额', 'difference since last time') },
        { mark: '=', meaning: fixed(desk, '与上期同', 'as last time') },
        { mark: '+', meaning: fixed(desk, '上期没有', 'new since last time') },
      ]
    : []
  return [{ mark: '—', meaning: fixed(desk, '未报告（不等于零）', 'not reported (not zero)') }, ...shown, ...since]
}
