import { digits } from '../../language/render.js'
import type { Comparison, Entry, Row } from '../../model/index.js'
import { amount, timeWords } from '../words.js'
import { heading, type Page } from './page.js'
import { table } from './text.js'

/** Beyond this many columns a table is not read: a list for each measure instead. */
const mostColumns = 8

export function matrix(page: Page): string[] {
  const { briefing, say, name } = page
  const { categories, cells } = briefing.matrix
  if (categories.length === 0 || briefing.organisations.length === 0) return []
  const at = new Map(cells.map((cell) => [`${cell.organisation} ${cell.category}`, cell]))
  const rows = briefing.organisations.map(({ id }) => [
    name(id),
    ...categories.map((category) => {
      const cell = at.get(`${id} ${category.id}`)
      if (!cell || cell.level === 'none') return '–'
      return cell.level === 'figures' ? `● ${cell.figures}` : '○'
    }),
  ])
  const heads = [say({ zh: '组织', en: 'Organisation' }), ...categories.map(({ label }) => say(label))]
  const legend = say(
    {
      zh: '● 有数字（及个数） ○ 有报告而无数字 – 未报告',
      en: '● with figures (how many) ○ reported without figures – not reported',
    },
    ' · ',
  )
  return [heading(page, 2, '谁做了什么', 'Who did what'), table(heads, rows, new Set()), legend]
}

export function comparison(page: Page): string[] {
  const { briefing, say } = page
  const filled = briefing.comparison.filter(({ rows }) => rows.length)
  if (filled.length === 0) return []
  const wide = briefing.organisations.length > mostColumns
  const legend = say(
    { zh: '— 未报告（不等于零）；Σ 本简报相加所得', en: '— not reported (not zero); Σ added by this briefing' },
    ' · ',
  )
  return [
    heading(page, 2, '比较', 'Comparison'),
    legend,
    ...filled.flatMap((category) => [
      `### ${say(category.label)}`,
      ...(wide ? lists(page, category) : [columns(page, category)]),
    ]),
  ]
}

function columns(page: Page, { rows }: Comparison): string {
  const { briefing, say, name } = page
  const heads = [say({ zh: '项目（单位）', en: 'Measure (unit)' }), ...briefing.organisations.map(({ id }) => name(id))]
  const body = rows.map((row) => [
    `${row.indent > 0 ? '– ' : ''}${rowName(page, row)}`,
    ...briefing.organisations.map(({ id }) => {
      const entries = row.cells.find(({ organisation }) => organisation === id)?.entries ?? []
      return entries.length ? entries.map((entry) => entryText(page, entry)).join('<br>') : '—'
    }),
  ])
  return table(heads, body, new Set(briefing.organisations.map((_, at) => at + 1)))
}

function lists(page: Page, { rows }: Comparison): string[] {
  return rows.flatMap((row) => {
    const values = row.cells.flatMap(({ organisation, entries }) => entries.map((entry) => ({ organisation, entry })))
    values.sort((a, b) => b.entry.value - a.entry.value)
    const items = values.map(({ organisation, entry }) => `1. ${page.name(organisation)}: ${entryText(page, entry)}`)
    return items.length ? [`**${rowName(page, row)}**`, items.join('\n')] : []
  })
}

function rowName({ say }: Page, { label, unit, per, each }: Row): string {
  const counted = say(per ? { zh: `${unit.zh}/${per}`, en: `${unit.en} per ${each?.en ?? 'unit'}` } : unit)
  return counted ? `${say(label)} (${counted})` : say(label)
}

function entryText(page: Page, entry: Entry): string {
  const { say, notes, ledger } = page
  const more = [
    ...(entry.qualifier ? [say(entry.qualifier, ' / ')] : []),
    ...(entry.time ? [say(timeWords(entry.time), ' / ')] : []),
  ]
  const since = sinceMark(ledger.since.get(entry.facts[0] ?? ''), entry.sum)
  return `${entry.sum ? 'Σ ' : ''}${amount(entry)}${notes(entry.facts)}${since}${more.length ? ` ${more.join('; ')}` : ''}`
}

type Became = ReturnType<Page['ledger']['since']['get']>

function sinceMark(became: Became, sum: boolean): string {
  const by = became?.item?.by
  if (sum || became?.kind !== 'changed' || by === null || by === undefined) return ''
  return ` (${by < 0 ? '▼' : '▲'} ${digits(Math.abs(by))})`
}
