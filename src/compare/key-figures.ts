import type { BriefingFact, Comparison, Entry, KeyFigure, Row } from '../model/index.js'
import type { Table } from './rows.js'

/** Families in the order in which they are asked for a figure. */
const asked: Row['family'][] = [
  'money',
  'supplies',
  'people',
  'reach',
  'money',
  'activity',
  'supplies',
  'people',
  'activity',
]
const most = 6

/**
 * Four to six figures for the first page, by rule. The families are asked in turn (money, supplies, people, reach, money
 * again, activity …); each gives the row, not given yet, that most organisations report, of these the one with the largest
 * figure; from the row speaks an organisation that has nothing larger in the family, of these the one with the fewest key
 * figures so far, then the one with the largest figure. Rates, shares and parts of a total that is shown are never key figures,
 * nor what does not lead its cell (an earlier running total).
 */
export function keyFigures(comparison: readonly Comparison[], isPartOfShown: (entry: Entry) => boolean): KeyFigure[] {
  const largest = largestOf(comparison)
  const candidates = comparison.flatMap(({ rows }) => rows.flatMap((row) => candidate(row, isPartOfShown) ?? []))
  const byFamily = new Map<Row['family'], Candidate[]>()
  for (const one of candidates) byFamily.set(one.row.family, [...(byFamily.get(one.row.family) ?? []), one])
  for (const rows of byFamily.values())
    rows.sort((a, b) => b.figures.length - a.figures.length || b.largest - a.largest)
  const spoken = new Map<string, number>()
  const chosen: KeyFigure[] = []
  for (const family of asked) {
    if (chosen.length === most) break
    const next = byFamily.get(family)?.shift()
    if (next === undefined) continue
    const figure = speaker(next, spoken, largest)
    if (figure === undefined) continue
    spoken.set(figure.organisation, (spoken.get(figure.organisation) ?? 0) + 1)
    chosen.push({ row: next.row.id, label: next.row.label, unit: next.row.unit, ...figure })
  }
  return chosen
}

interface Figure {
  organisation: string
  entry: Entry
}

interface Candidate {
  row: Row
  /** The leading figure of each organisation that reports. */
  figures: Figure[]
  largest: number
}

function candidate(row: Row, isPartOfShown: (entry: Entry) => boolean): Candidate | null {
  if (row.measure === null || row.per !== null || row.family === 'other') return null
  const figures = row.cells.flatMap(({ organisation, entries }): Figure[] => {
    const [leading] = entries
    return leading === undefined || isPartOfShown(leading) ? [] : [{ organisation, entry: leading }]
  })
  const largest = figures.reduce((most, { entry }) => Math.max(most, entry.value), 0)
  return figures.length === 0 ? null : { row, figures, largest }
}

function speaker({ row, figures }: Candidate, spoken: ReadonlyMap<string, number>, largest: Largest) {
  const dwarfed = (one: Figure): number => Number(one.entry.value < (largest.get(place(row, one)) ?? 0))
  const turns = ({ organisation }: Figure): number => spoken.get(organisation) ?? 0
  const [first] = [...figures].sort(
    (a, b) => dwarfed(a) - dwarfed(b) || turns(a) - turns(b) || b.entry.value - a.entry.value,
  )
  return first
}

/** The largest figure of each organisation in each family and unit. */
type Largest = ReadonlyMap<string, number>

function largestOf(comparison: readonly Comparison[]): Largest {
  const largest = new Map<string, number>()
  for (const { rows } of comparison)
    for (const row of rows)
      for (const { organisation, entries } of row.cells)
        for (const entry of entries) {
          const key = place(row, { organisation, entry })
          largest.set(key, Math.max(largest.get(key) ?? 0, entry.value))
        }
  return largest
}

function place({ family, unit }: Row, { organisation }: Figure): string {
  return `${organisation} ${family} ${unit.zh}`
}

/** Is an entry part of a total that stands in the same unit in a table? Then the total speaks for it. */
export function partsOfShown(facts: readonly BriefingFact[], { rowOf }: Table): (entry: Entry) => boolean {
  const totals = new Map(facts.flatMap(({ id, partOf }) => (partOf === null ? [] : [[id, partOf]])))
  return ({ facts: ids }) =>
    ids.some((id) => {
      const total = rowOf.get(totals.get(id) ?? '')
      return total !== undefined && total.key.unit.zh === rowOf.get(id)?.key.unit.zh
    })
}
