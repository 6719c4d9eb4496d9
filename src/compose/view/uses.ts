import type { BriefingFact } from '../../model/index.js'

export type Place = 'keyFigures' | 'lead' | 'since' | 'comparison' | 'charts' | 'organisation' | 'timeline' | 'notes'

export interface Use {
  /** Element that shows the figure. */
  id: string
  place: Place
}

/** Who shows which fact, so that evidence can lead back to every place. */
export class Uses {
  readonly #byFact = new Map<string, Use[]>()

  /** A new place that shows `fact`: the link to its evidence and the id that the evidence leads back to. */
  take(fact: BriefingFact, place: Place): { href: string; id: string } {
    const uses = this.#byFact.get(fact.id) ?? []
    const id = `u${fact.number}-${uses.length + 1}`
    uses.push({ id, place })
    this.#byFact.set(fact.id, uses)
    return { href: evidenceHref(fact), id }
  }

  of(fact: BriefingFact): readonly Use[] {
    return this.#byFact.get(fact.id) ?? []
  }
}

export function evidenceId(fact: BriefingFact): string {
  return `e${fact.number}`
}

export function evidenceHref(fact: BriefingFact): string {
  return `#${evidenceId(fact)}`
}
