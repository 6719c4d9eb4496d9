import { digits } from '../../language/render.js'
import type { Entry, Row } from '../../model/index.js'

/** Fewer organisations than this have no middle half. */
const fewest = 5

/** How the values of the organisations that report a measure lie: one value each, that which leads its cell. */
export interface Spread {
  /** From the smallest up. */
  values: { organisation: string; entry: Entry }[]
  median: number
  /** First and third quartile. */
  lower: number
  upper: number
}

/** Null where few organisations report the measure. */
export function spreadOf({ cells }: Row): Spread | null {
  const values = cells
    .flatMap(({ organisation, entries: [entry] }) => (entry ? [{ organisation, entry }] : []))
    .sort((a, b) => a.entry.value - b.entry.value)
  if (values.length < fewest) return null
  const numbers = values.map(({ entry }) => entry.value)
  return { values, median: quantile(numbers, 0.5), lower: quantile(numbers, 0.25), upper: quantile(numbers, 0.75) }
}

/** Between two neighbours in proportion to their distance (the method of most spreadsheets). */
function quantile(sorted: readonly number[], share: number): number {
  const place = (sorted.length - 1) * share
  const below = sorted[Math.floor(place)] ?? 0
  const above = sorted[Math.ceil(place)] ?? below
  return below + (above - below) * (place - Math.floor(place))
}

/** A value of ours, to three significant digits: `1,250`, `36.5`. */
export function roughly(value: number): string {
  return digits(Number(value.toPrecision(3)))
}
