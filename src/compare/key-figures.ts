import { type BriefingFact, type Comparison, type Entry, grouped, type KeyFigure, type Row } from '../model/index.js'

/** Families in the order in which they are asked for a figure, over and over. */
const asked: Row['family'][] = [
  'money',
  'supplies',
  'people',
  'reach',
  'money',
  'reach',
  'activity',
  'supplies',
  'people',
]
const most = 6
/** A family has no more of the six than this. */
const mostOfFamily = 2
/** Where one unit counts the whole family, the larger figure is the more telling; elsewhere the lens puts first what counts. */
const oneUnit = new Set<Row['family']>(['money', 'people'])

/**
 * Up to six figures for the first page, by rule. Measures that several organisations report come before those of one: the
 * families are asked in turn (money, supplies, people, reach, money …), first for shared measures, then for any. Each gives
 * the measure that most organisations report, of these the one with the largest figure (money, people) or that the lens
 * names first (pieces and pairs cannot be weighed). Its largest figure speaks; with equals the organisation with fewer
 * key figures so far. Nothing is shown beside its total or its parts. Rates, shares and earlier running totals are never
 * key figures. They stand in the order of the families.
 */
export function keyFigures(comparison: readonly Comparison[], relatives: Relatives): KeyFigure[] {
  const rows = comparison.flatMap(({ rows }) => rows.flatMap((row) => candidate(row) ?? []))
  const chosen: Chosen[] = []
  for (const fewest of [2, 1]) {
    const byFamily = ranked(rows.filter(({ figures }) => figures.length >= fewest))
    for (const family of asked) if (chosen.length < most) take(byFamily.get(family) ?? [], chosen, relatives)
  }
  return chosen
    .sort((a, b) => asked.indexOf(a.row.family) - asked.indexOf(b.row.family))
    .map(({ row, figure }) => ({ row: row.id, label: row.label, unit: row.unit, ...figure }))
}

interface Chosen {
  row: Row
  figure: Figure
}

/** The first of a family's measures that is neither shown nor part or total of what is. */
function take(candidates: Candidate[], chosen: Chosen[], relatives: Relatives): void {
  const [first] = candidates
  const own = chosen.filter(({ row }) => row.family === first?.row.family)
  if (first === undefined || own.length >= mostOfFamily) return
  const at = candidates.findIndex(
    ({ row, figures }) =>
      !own.some((other) => other.row === row) &&
      !figures.some(({ entry }) => chosen.some(({ row: shown }) => isRelative(row, entry, shown, relatives))),
  )
  const [next] = at < 0 ? [] : candidates.splice(at, 1)
  if (next === undefined) return
  chosen.push({ row: next.row, figure: speaker(next, chosen) })
}

function isRelative({ unit }: Row, entry: Entry, shown: Row, relatives: Relatives): boolean {
  if (unit.zh !== shown.unit.zh) return false
  const own = new Set(entry.facts.flatMap((id) => [...(relatives.get(id) ?? [])]))
  return shown.cells.some(({ entries: [leading] }) => leading?.facts.some((id) => own.has(id)) ?? false)
}

/** Those that most organisations report first; of equals the one with the largest figure, or that the lens names first. */
function ranked(candidates: readonly Candidate[]): Map<Row['family'], Candidate[]> {
  const byFamily = grouped(candidates, ({ row }) => row.family)
  for (const [family, own] of byFamily) {
    const size = ({ largest }: Candidate): number => (oneUnit.has(family) ? largest : 0)
    own.sort((a, b) => b.figures.length - a.figures.length || size(b) - size(a))
  }
  return byFamily
}

interface Figure {
  organisation: string
  entry: Entry
}

interface Candidate {
  row: Row
  /** The leading figure of each organisation that reports. */
  figures: [Figure, ...Figure[]]
  largest: number
}

function candidate(row: Row): Candidate | null {
  if (row.measure === null || row.per !== null || row.family === 'other') return null
  const figures = row.cells.flatMap(({ organisation, entries: [entry] }) => (entry ? [{ organisation, entry }] : []))
  const [first, ...others] = figures
  if (first === undefined) return null
  return { row, figures: [first, ...others], largest: Math.max(...figures.map(({ entry }) => entry.value)) }
}

function speaker({ figures }: Candidate, chosen: readonly Chosen[]): Figure {
  const turns = ({ organisation }: Figure): number =>
    chosen.filter(({ figure }) => figure.organisation === organisation).length
  return figures.reduce((best, one) =>
    one.entry.value > best.entry.value || (one.entry.value === best.entry.value && turns(one) < turns(best))
      ? one
      : best,
  )
}

/** By the id of a fact: its total, or its parts. */
export type Relatives = ReadonlyMap<string, ReadonlySet<string>>

export function relativesOf(facts: readonly BriefingFact[]): Relatives {
  const relatives = new Map<string, Set<string>>()
  const add = (id: string, other: string): void => {
    relatives.set(id, (relatives.get(id) ?? new Set()).add(other))
  }
  for (const { id, partOf } of facts) {
    if (partOf === null) continue
    add(id, partOf)
    add(partOf, id)
  }
  return relatives
}
