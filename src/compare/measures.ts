import type { Lens, LensMeasure } from '../model/index.js'
import { shareUnits } from './units.js'

/** A lens's measure with its place among the others. */
export interface PlacedMeasure {
  measure: LensMeasure
  order: number
  /** Measure whose row it shares: `mask` for `mask.surgical`, else itself. */
  row: LensMeasure
  /** Measure named by its id up to the first dot, where there is one: `mask` for `mask.boxed` too. */
  stem: string
}

/**
 * Measures by id. A measure whose id extends another's by a dot is a kind of it and shares its row, as long as both are
 * counted alike: `mask.surgical` stands in the row of `mask`, `mask.boxed` (other units) does not.
 */
export function placeMeasures(lens: Lens): Map<string, PlacedMeasure> {
  const byId = new Map(lens.measures.map((measure) => [measure.id, measure]))
  return new Map(
    lens.measures.map((measure, order) => {
      const stem = measure.id.split('.')[0] ?? measure.id
      return [measure.id, { measure, order, row: broadest(measure, byId), stem }]
    }),
  )
}

function broadest(measure: LensMeasure, byId: Map<string, LensMeasure>): LensMeasure {
  const parts = measure.id.split('.')
  for (let length = 1; length < parts.length; length++) {
    const wider = byId.get(parts.slice(0, length).join('.'))
    if (wider !== undefined && shareUnits(wider, measure)) return wider
  }
  return measure
}
