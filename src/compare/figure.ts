import type { BriefingFact, BriefingOrganisation, FactTime } from '../model/index.js'

/** A figure of a cell: the fact that states it first, and the facts that say the same again. */
export interface Figure {
  fact: BriefingFact
  also: BriefingFact[]
  time: FactTime | null
}

export interface CellContext {
  organisation: BriefingOrganisation
  /** Facts that only repeat another, by the id of the first. */
  repeats: ReadonlyMap<string, BriefingFact[]>
  /** Measure of the row; a fact of another one is of a narrower kind. */
  measure: string | null
  /** Chinese name of the row. */
  label: string
  additive: boolean
}
