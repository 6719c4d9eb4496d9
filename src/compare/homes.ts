import type { BriefingFact, Lens } from '../model/index.js'
import type { PlacedMeasure } from './measures.js'

/** Category of the table in which a measured fact stands. */
export type CategoryOf = (fact: BriefingFact, measure: PlacedMeasure) => string | null

/**
 * The category that the lens fixes for a measure, else that of the fact's clause, with two exceptions. Goods are goods:
 * whatever heading an article tells of its masks and gloves under, they stand in one table, that of the category under
 * which most organisations tell of goods. And a fact whose clause has no category (an item of a list) goes where its
 * measure is told of most.
 */
export function categoryOf(
  facts: readonly BriefingFact[],
  measures: ReadonlyMap<string, PlacedMeasure>,
  lens: Lens,
): CategoryOf {
  const tellers = new Tellers(lens)
  for (const fact of facts) {
    const placed = fact.measure === null ? undefined : measures.get(fact.measure)
    if (placed === undefined || fact.category === null || fixedCategory(placed) !== null) continue
    tellers.add(homeOf(placed), fact.category, fact.organisation)
  }
  return (fact, placed) => {
    const fixed = fixedCategory(placed)
    if (fixed !== null) return fixed
    if (fact.category !== null && placed.measure.family !== 'supplies') return fact.category
    return tellers.most(homeOf(placed))
  }
}

function fixedCategory({ row, measure }: PlacedMeasure): string | null {
  return row.category ?? measure.category
}

function homeOf({ measure, stem }: PlacedMeasure): string {
  return measure.family === 'supplies' ? 'supplies' : `measure ${stem}`
}

/** Organisations by name and category; ties go to the lens's earlier category, so that input order decides nothing. */
class Tellers {
  readonly #told = new Map<string, Map<string, Set<string>>>()
  readonly #most = new Map<string, string | null>()
  readonly #order: string[]

  constructor(lens: Lens) {
    this.#order = lens.categories.map(({ id }) => id)
  }

  add(name: string, category: string, organisation: string): void {
    const categories = this.#told.get(name) ?? new Map<string, Set<string>>()
    this.#told.set(name, categories)
    categories.set(category, (categories.get(category) ?? new Set()).add(organisation))
  }

  most(name: string): string | null {
    const known = this.#most.get(name)
    if (known !== undefined) return known
    const place = (category: string): number => this.#order.indexOf(category)
    const [best] = [...(this.#told.get(name) ?? [])].sort((a, b) => b[1].size - a[1].size || place(a[0]) - place(b[0]))
    this.#most.set(name, best?.[0] ?? null)
    return best?.[0] ?? null
  }
}
