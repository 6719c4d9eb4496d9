import { approximationMark } from '../../language/render.js'
import type { Briefing, BriefingFact, Entry, Row, Text } from '../../model/index.js'
import { numberText } from '../view/figure.js'
import { evidenceHref } from '../view/uses.js'
import type { Bar, BarGroup, BarPlan } from './plan.js'

export type Family = Row['family']

/** Beyond these a page could not hold the bars, or nobody would read them. */
const mostGroups = 8
const mostBars = 14
const mostOfOneMeasure = 12
/** Beyond this many organisations totals are drawn without their parts. */
const manyOrganisations = 8
/** Where more than half of the bars would be shorter than this part of the longest, a linear scale shows one bar. */
const shortest = 0.02

export interface UnitPlan {
  unit: Text
  plan: BarPlan
  rows: Row[]
  facts: string[]
  /** Values that were left out for want of room. */
  left: number
}

/** For each unit of a family of measures, what to draw; units with a single value are left out. */
export function planFamily(
  briefing: Briefing,
  family: Family,
  names: ReadonlyMap<string, Text>,
): { units: UnitPlan[]; single: Row[] } {
  const byUnit = new Map<string, Row[]>()
  for (const row of briefing.comparison.flatMap(({ rows }) => rows)) {
    if (row.family !== family || row.per !== null) continue
    const key = `${row.unit.zh}|${row.unit.en}`
    byUnit.set(key, [...(byUnit.get(key) ?? []), row])
  }
  const facts = new Map(briefing.facts.map((fact) => [fact.id, fact]))
  const units: UnitPlan[] = []
  const single: Row[] = []
  for (const rows of byUnit.values()) {
    const planned = planUnit(rows, names, facts)
    if (planned) units.push(planned)
    else single.push(...rows)
  }
  return { units, single }
}

function planUnit(
  rows: Row[],
  names: ReadonlyMap<string, Text>,
  facts: ReadonlyMap<string, BriefingFact>,
): UnitPlan | null {
  const values = rows.flatMap(valuesOf)
  if (values.length < 2 || values.some(({ entry }) => entry.value < 0)) return null
  const chosen = chooseRows(rows)
  const groups: BarGroup[] = []
  const used: string[] = []
  const ends = new Map<string, number>()
  let drawn = 0
  const crowded = names.size > manyOrganisations
  for (const row of chosen) {
    const room = Math.min(mostOfOneMeasure, mostBars - drawn)
    const shown = valuesOf(row)
      .filter(({ entry }) => !crowded || entry.role !== 'part')
      .sort(byValue)
      .slice(0, room)
    if (!shown.length) continue
    drawn += shown.length
    used.push(...shown.flatMap(({ entry }) => entry.facts))
    groups.push({ header: row.label, bars: stacked(shown, names, facts, ends) })
  }
  const bars = groups.flatMap((group) => group.bars)
  if (bars.length < 2) return null
  const logarithmic = isLopsided(bars)
  if (logarithmic) for (const bar of bars) bar.start = 0
  const [first] = rows
  return {
    unit: first?.unit ?? { zh: '', en: '', enBasis: 'none' },
    plan: { groups: logarithmic ? withoutZeros(groups) : groups, logarithmic },
    rows: chosen,
    facts: [...new Set(used)],
    left: values.length - drawn,
  }
}

interface Value {
  organisation: string
  entry: Entry
}

function valuesOf(row: Row): Value[] {
  return row.cells.flatMap(({ organisation, entries }) => entries.map((entry) => ({ organisation, entry })))
}

function byValue(a: Value, b: Value): number {
  return b.entry.value - a.entry.value
}

/** The measures that most organisations share, in the order of the tables; a total is kept with its parts. */
function chooseRows(rows: readonly Row[]): Row[] {
  const shared = (row: Row) => row.cells.filter(({ entries }) => entries.length).length
  const kept = new Set([...rows].sort((a, b) => shared(b) - shared(a)).slice(0, mostGroups))
  return rows.filter((row) => kept.has(row))
}

/** Parts of one total start where the part before them ends (`ends`, by total). */
function stacked(
  values: readonly Value[],
  names: ReadonlyMap<string, Text>,
  facts: ReadonlyMap<string, BriefingFact>,
  ends: Map<string, number>,
): Bar[] {
  return values.flatMap(({ organisation, entry }) => {
    const fact = facts.get(entry.facts[0] ?? '')
    if (!fact) return []
    const part = entry.role === 'part'
    const total = part && fact.partOf ? fact.partOf : null
    const start = total ? (ends.get(total) ?? 0) : 0
    if (total) ends.set(total, start + entry.value)
    const shown = `${entry.sum ? 'Σ ' : ''}${approximationMark(entry.approximation)}${numberText(entry.value, entry.upper)}`
    const label = joined(names.get(organisation), entry.qualifier)
    return [{ label, value: entry.value, start, shown, href: evidenceHref(fact), part }]
  })
}

function joined(name: Text | undefined, qualifier: Text | null): Text {
  const both = (a: string, b: string, separator: string) => (a && b ? `${a}${separator}${b}` : a || b)
  return {
    zh: both(name?.zh ?? '', qualifier?.zh ?? '', ' · '),
    en: both(name?.en ?? '', qualifier?.en ?? '', ' · '),
    enBasis: name?.enBasis ?? 'none',
  }
}

function isLopsided(bars: readonly Bar[]): boolean {
  const largest = Math.max(...bars.map(({ value }) => value))
  return bars.filter(({ value }) => value < largest * shortest).length * 2 > bars.length
}

/** A logarithm has no zero: such a value stays in the table. */
function withoutZeros(groups: readonly BarGroup[]): BarGroup[] {
  return groups
    .map(({ header, bars }) => ({ header, bars: bars.filter(({ value }) => value > 0) }))
    .filter(({ bars }) => bars.length)
}
