import type { Comparison, Entry, KeyFigure, Row } from '../model/index.js'

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
 * figures so far, then the one with the largest figure. Rates, shares and parts of a total that is shown are never key figures.
 */
export function keyFigures(comparison: readonly Comparison[], factTotals: (entry: Entry) => boolean): KeyFigure[] {
  const largest = largestOf(comparison)
  const candidates = comparison.flatMap(({ rows }) => rows.flatMap((row) => candidate(row, factTotals) ?? []))
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
  /** The largest figure of each organisation that reports. */
  figures: Figure[]
  largest: number
}

function candidate(row: Row, isPartOfShown: (entry: Entry) => boolean): Candidate | null {
  if (row.measure === null || row.per !== null || row.family === 'other') return null
  const figures = row.cells.flatMap(({ organisation, entries }): Figure[] => {
    const [largest] = entries.filter((entry) => !isPartOfShown(entry)).sort((a, b) => b.value - a.value)
    return largest === undefined ? [] : [{ organisation, entry: largest }]
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
