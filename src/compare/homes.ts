import type { BriefingFact, Lens } from '../model/index.js'
import type { PlacedMeasure } from './measures.js'

/** Category of the table in which a measured fact stands. */
export type CategoryOf = (fact: BriefingFact, measure: PlacedMeasure) => string | null

/**
 * The category that the lens fixes for a measure, else that of the fact's clause, with two exceptions. A fact whose clause
 * has none (an item of a list) goes where most figures of its measure are, its home. And goods are goods: where an
 * organisation tells of its masks under another heading than the others do, they stand with the others' at home, as long
 * as it has none there; what it gave under a second heading stays there.
 */
export function categoryOf(
  facts: readonly BriefingFact[],
  measures: ReadonlyMap<string, PlacedMeasure>,
  lens: Lens,
): CategoryOf {
  const everywhere = new Tally(lens)
  const ofOne = new Tally(lens)
  for (const fact of facts) {
    const placed = fact.measure === null ? undefined : measures.get(fact.measure)
    if (placed === undefined || fact.category === null) continue
    everywhere.add(placed.stem, fact.category)
    ofOne.add(`${fact.organisation} ${placed.stem}`, fact.category)
  }
  return (fact, { measure, row, stem }) => {
    const fixed = row.category ?? measure.category
    if (fixed !== null) return fixed
    const home = everywhere.most(stem)
    if (fact.category === null || measure.family !== 'supplies') return fact.category ?? home
    const own = `${fact.organisation} ${stem}`
    const main = home !== null && ofOne.has(own, home) ? home : ofOne.most(own)
    return fact.category === main ? home : fact.category
  }
}

/** Counts of categories under a name; ties go to the lens's earlier category, so that input order decides nothing. */
class Tally {
  readonly #counts = new Map<string, Map<string, number>>()
  readonly #most = new Map<string, string | null>()
  readonly #order: string[]

  constructor(lens: Lens) {
    this.#order = lens.categories.map(({ id }) => id)
  }

  add(name: string, category: string): void {
    const counts = this.#counts.get(name) ?? new Map<string, number>()
    counts.set(category, (counts.get(category) ?? 0) + 1)
    this.#counts.set(name, counts)
  }

  has(name: string, category: string): boolean {
    return this.#counts.get(name)?.has(category) ?? false
  }

  most(name: string): string | null {
    const known = this.#most.get(name)
    if (known !== undefined) return known
    const counts = [...(this.#counts.get(name) ?? [])]
    const [best] = counts.sort((a, b) => b[1] - a[1] || this.#order.indexOf(a[0]) - this.#order.indexOf(b[0]))
    this.#most.set(name, best?.[0] ?? null)
    return best?.[0] ?? null
  }
}
