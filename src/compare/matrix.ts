import type { Briefing, BriefingAct, BriefingFact, BriefingOrganisation, Lens, Matrix } from '../model/index.js'
import type { Table } from './rows.js'

export interface Coverage {
  matrix: Matrix
  gaps: Briefing['gaps']
}

/**
 * Which organisation reported what: `figures` where a fact stands in the category, by its clause or else by its row (repeats aside), `reported` where only
 * words do. `gaps` are the categories that none reported.
 */
export function coverage(
  organisations: readonly BriefingOrganisation[],
  facts: readonly BriefingFact[],
  acts: readonly BriefingAct[],
  rowOf: Table['rowOf'],
  lens: Lens,
): Coverage {
  const figures = new Counts()
  const told = new Counts()
  for (const fact of facts) {
    if (fact.repeats !== null) continue
    const category = fact.category ?? rowOf.get(fact.id)?.key.category
    if (category) figures.add(fact.organisation, category)
  }
  for (const act of acts) told.add(act.organisation, act.category)
  const categories = lens.categories.map(({ id, label }) => ({ id, label: { ...label, enBasis: 'terms' as const } }))
  const cells = organisations.flatMap(({ id: organisation }) =>
    categories.map(({ id: category }) => {
      const counts = { figures: figures.of(organisation, category), acts: told.of(organisation, category) }
      const level =
        counts.figures > 0 ? ('figures' as const) : counts.acts > 0 ? ('reported' as const) : ('none' as const)
      return { organisation, category, level, ...counts }
    }),
  )
  const reported = new Set(cells.filter(({ level }) => level !== 'none').map(({ category }) => category))
  return { matrix: { categories, cells }, gaps: categories.filter(({ id }) => !reported.has(id)) }
}

class Counts {
  readonly #counts = new Map<string, number>()

  add(organisation: string, category: string): void {
    this.#counts.set(`${organisation} ${category}`, this.of(organisation, category) + 1)
  }

  of(organisation: string, category: string): number {
    return this.#counts.get(`${organisation} ${category}`) ?? 0
  }
}
