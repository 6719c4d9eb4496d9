import type { BriefingFact, Lens, LensMeasure, Row, Text } from '../model/index.js'
import { zhOnly } from '../model/index.js'
import { categoryOf } from './homes.js'
import { type PlacedMeasure, placeMeasures } from './measures.js'
import { normalisedName } from './organisations.js'
import { familyOfUnit, plainClass, sharesSize, unitClass } from './units.js'

/** What a row is about: facts with one key stand in one row. */
export interface RowKey {
  key: string
  category: string | null
  /** The lens's measure whose row this is; null for an item that no measure fits. */
  measure: LensMeasure | null
  /** Place among the lens's measures; items come after all of them. */
  order: number
  stem: string | null
  unitClass: string
  per: string | null
  /** The row of what was given to somebody named, beside the row of what was raised. */
  outward: boolean
  label: Text
  unit: Text
  family: Row['family']
}

/** Finds the row of a fact; null where it has neither a measure nor a category and so stands in no table. */
export function rowKeys(facts: readonly BriefingFact[], lens: Lens): (fact: BriefingFact) => RowKey | null {
  const measures = placeMeasures(lens)
  const category = categoryOf(facts, measures, lens)
  return (fact) => {
    const placed = fact.measure === null ? undefined : measures.get(fact.measure)
    if (placed === undefined) return itemKey(fact)
    // Kilograms of what another measure counts in tonnes stand in its row.
    const wider = measures.get(placed.stem)
    const home = wider && sharesSize(fact.quantity.unit, wider.row) ? wider : placed
    return measureKey(fact, home, category(fact, placed))
  }
}

function measureKey(fact: BriefingFact, { order, row, stem }: PlacedMeasure, category: string | null): RowKey {
  const { per, unit } = fact.quantity
  const found = unitClass(unit, row)
  return {
    key: JSON.stringify([category, 'measure', row.id, found, per]),
    category,
    measure: row,
    order,
    stem,
    unitClass: found,
    per,
    outward: false,
    label: { ...row.label, enBasis: 'terms' },
    unit: found === 'base' ? { zh: row.unit.zh, en: row.unit.many, enBasis: 'terms' } : zhOnly(unit ?? ''),
    family: row.family,
  }
}

function itemKey(fact: BriefingFact): RowKey | null {
  const name = normalisedName(fact.item.zh)
  if (fact.category === null || name === '') return null
  const { per, unit } = fact.quantity
  const found = plainClass(unit)
  return {
    key: JSON.stringify([fact.category, 'item', name, found, per]),
    category: fact.category,
    measure: null,
    order: Number.POSITIVE_INFINITY,
    stem: null,
    unitClass: found,
    per,
    outward: false,
    label: fact.item,
    unit: zhOnly(unit ?? ''),
    family: familyOfUnit(unit),
  }
}

/** The key of the row below, for what was sent out of what this row holds. */
export function sentOut(key: RowKey): RowKey {
  const { zh, en } = key.label
  const label: Text = { zh: `${zh}（送出）`, en: `${en} (sent out)`, enBasis: 'terms' }
  return { ...key, key: `${key.key} sent out`, outward: true, label }
}
