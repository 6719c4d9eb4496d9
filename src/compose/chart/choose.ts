import { approximationMark } from '../../language/render.js'
import type { Briefing, BriefingFact, Entry, Row, Text } from '../../model/index.js'
import { numberText } from '../view/figure.js'
import { evidenceHref } from '../view/uses.js'
import { type HeadedRow, headed } from './headers.js'
import type { Bar, BarGroup, BarPlan } from './plan.js'

export type Family = Row['family']

/** Beyond these a page could not hold the bars, or nobody would read them. */
const mostGroups = 8
const mostBars = 16
const mostOfOneMeasure = 12
/** Beyond this many organisations totals are drawn without their parts. */
const manyOrganisations = 8
/** Where more than half of the bars would be shorter than this part of the longest, a linear scale shows one bar. */
const shortest = 0.02

export interface UnitPlan {
  unit: Text
  plan: BarPlan
  facts: string[]
  /** How many report it. */
  organisations: number
  /** Values that were left out for want of room. */
  left: number
}

interface Materials {
  names: ReadonlyMap<string, Text>
  facts: ReadonlyMap<string, BriefingFact>
}

interface Value {
  row: HeadedRow
  organisation: string
  entry: Entry
}

/**
 * What to draw of a family of measures: of several organisations each measure that two of them report, or a total with
 * its parts, on a scale of its own, the most shared first; of a single organisation the measures of each unit. What has
 * nothing to be compared with is left out.
 */
export function planFamily(
  briefing: Briefing,
  family: Family,
  names: ReadonlyMap<string, Text>,
): { units: UnitPlan[]; single: Row[] } {
  const materials = { names, facts: new Map(briefing.facts.map((fact) => [fact.id, fact])) }
  const units: UnitPlan[] = []
  const single: Row[] = []
  const several = names.size > 1
  const groups = several ? byTotal(headed(briefing, family)) : rowsByUnit(briefing, family)
  for (const rows of groups) {
    const planned = !several || isCompared(rows) ? planUnit(rows, materials) : null
    if (planned) units.push(planned)
    else single.push(...rows.map(({ row }) => row))
  }
  return { units: several ? units.sort((a, b) => b.organisations - a.organisations) : units, single }
}

/** Each measure of its own, a total with the rows of its parts. */
function byTotal(rows: readonly HeadedRow[]): HeadedRow[][] {
  const groups: HeadedRow[][] = []
  for (const row of rows) {
    const group = groups.at(-1)
    const sameUnit = group?.[0]?.row.unit.zh === row.row.unit.zh
    if (group && sameUnit && row.row.indent > 0) group.push(row)
    else groups.push([row])
  }
  return groups
}

function isCompared(rows: readonly HeadedRow[]): boolean {
  const parts = rows.flatMap(valuesOf).filter(({ entry }) => entry.role === 'part')
  return parts.length > 1 || rows.some((row) => organisationsOf([row]) > 1)
}

function organisationsOf(rows: readonly HeadedRow[]): number {
  return new Set(rows.flatMap(valuesOf).map(({ organisation }) => organisation)).size
}

function rowsByUnit(briefing: Briefing, family: Family): HeadedRow[][] {
  const byUnit = new Map<string, HeadedRow[]>()
  for (const headedRow of headed(briefing, family)) {
    const { unit } = headedRow.row
    const key = `${unit.zh}|${unit.en}`
    byUnit.set(key, [...(byUnit.get(key) ?? []), headedRow])
  }
  return [...byUnit.values()]
}

function planUnit(rows: readonly HeadedRow[], materials: Materials): UnitPlan | null {
  const all = rows.flatMap(valuesOf)
  const drawn = chooseValues(rows, materials.names.size > manyOrganisations)
  if (drawn.length < 2 || all.some(({ entry }) => entry.value < 0)) return null
  const groups = groupsOf(drawn, materials)
  const logarithmic = isLopsided(groups.flatMap(({ bars }) => bars))
  return {
    unit: rows[0]?.row.unit ?? { zh: '', en: '', enBasis: 'none' },
    plan: { groups: logarithmic ? fromZero(groups) : groups, logarithmic },
    facts: [...new Set(drawn.flatMap(({ entry }) => entry.facts))],
    organisations: organisationsOf(rows),
    left: all.length - drawn.length,
  }
}

function valuesOf(row: HeadedRow): Value[] {
  return row.row.cells.flatMap(({ organisation, entries }) => entries.map((entry) => ({ row, organisation, entry })))
}

/** The largest values of the measures that most organisations share, in the order of the tables. */
function chooseValues(rows: readonly HeadedRow[], crowded: boolean): Value[] {
  const shared = ({ row }: HeadedRow) => row.cells.filter(({ entries }) => entries.length).length
  const kept = new Set([...rows].sort((a, b) => shared(b) - shared(a)).slice(0, mostGroups))
  const chosen: Value[] = []
  for (const row of rows) {
    if (!kept.has(row)) continue
    const room = Math.min(mostOfOneMeasure, mostBars - chosen.length)
    const values = valuesOf(row).filter(({ entry }) => !crowded || entry.role !== 'part')
    chosen.push(...values.sort((a, b) => b.entry.value - a.entry.value).slice(0, Math.max(0, room)))
  }
  return chosen
}

interface Stacked {
  bar: Bar
  entry: Entry
  /** Total that it is a part of, where that is drawn too. */
  total: string | null
}

function groupsOf(values: readonly Value[], materials: Materials): BarGroup[] {
  const groups = new Map<HeadedRow, Stacked[]>()
  const totals = new Set(values.flatMap(({ entry }) => (entry.role === 'total' ? entry.facts : [])))
  // Where the next part of a total begins: parts stand end to end below it, never beside it.
  const ends = new Map<string, number>()
  for (const value of values) {
    const alone = values.filter(({ row, organisation }) => row === value.row && organisation === value.organisation)
    const stacked = barOf(value, alone.length === 1, materials, totals, ends)
    if (stacked) groups.set(value.row, [...(groups.get(value.row) ?? []), stacked])
  }
  foldIn(groups)
  return [...groups].map(([{ header }, bars]) => ({ header, bars: bars.map(({ bar }) => bar) }))
}

/** A measure with one bar, a part of a total above, stands below that by its own name: one bar alone is no chart. */
function foldIn(groups: Map<HeadedRow, Stacked[]>): void {
  for (const [row, [only, ...others]] of groups) {
    if (!only?.total || others.length) continue
    const { total } = only
    const host = [...groups.values()].find((bars) => bars.some(({ entry }) => entry.facts.includes(total)))
    if (!host || host[0] === only) continue
    const last = host.findLastIndex((bar) => bar.entry.facts.includes(total) || bar.total === total)
    host.splice(last + 1, 0, { ...only, bar: { ...only.bar, label: row.header } })
    groups.delete(row)
  }
}

function barOf(
  { organisation, entry }: Value,
  alone: boolean,
  { names, facts }: Materials,
  totals: ReadonlySet<string>,
  ends: Map<string, number>,
): Stacked | null {
  const fact = facts.get(entry.facts[0] ?? '')
  if (!fact) return null
  // A part of a total that is not drawn here (another unit) is a value of its own.
  const total = entry.role === 'part' && fact.partOf && totals.has(fact.partOf) ? fact.partOf : null
  const start = total === null ? 0 : (ends.get(total) ?? 0)
  if (total !== null) ends.set(total, start + entry.value)
  const bar: Bar = {
    label: joined(names.get(organisation), alone ? null : entry.qualifier),
    value: entry.value,
    start,
    shown: `${entry.sum ? 'Σ ' : ''}${approximationMark(entry.approximation)}${numberText(entry.value, entry.upper)}`,
    href: evidenceHref(fact),
    part: total !== null,
  }
  return { bar, entry, total }
}

function joined(name: Text | undefined, qualifier: Text | null): Text {
  const both = (a = '', b = '') => (a && b ? `${a} · ${b}` : a || b)
  return { zh: both(name?.zh, qualifier?.zh), en: both(name?.en, qualifier?.en), enBasis: name?.enBasis ?? 'none' }
}

function isLopsided(bars: readonly Bar[]): boolean {
  const largest = Math.max(...bars.map(({ value }) => value))
  return bars.filter(({ value }) => value < largest * shortest).length * 2 > bars.length
}

/** For a logarithmic scale: nothing is stacked, and a zero, which has no logarithm, stays in the table. */
function fromZero(groups: readonly BarGroup[]): BarGroup[] {
  return groups
    .map(({ header, bars }) => ({
      header,
      bars: bars.filter(({ value }) => value > 0).map((bar) => ({ ...bar, start: 0 })),
    }))
    .filter(({ bars }) => bars.length)
}
