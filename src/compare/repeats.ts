import type { BriefingFact } from '../model/index.js'

export interface Repeats {
  /** Facts that repeat no other, in evidence order. */
  firsts: BriefingFact[]
  /** Facts that say the same again, by the id of the first. */
  repeats: Map<string, BriefingFact[]>
}

/** Follows chains of `repeats` to the first statement; a chain that leads nowhere, or in a ring, is no repeat. */
export function groupRepeats(facts: readonly BriefingFact[]): Repeats {
  const byId = new Map(facts.map((fact) => [fact.id, fact]))
  const firsts: BriefingFact[] = []
  const repeats = new Map<string, BriefingFact[]>()
  for (const fact of facts) {
    const first = firstStatement(fact, byId)
    if (first === fact) firsts.push(fact)
    else addTo(repeats, first.id, fact)
  }
  return { firsts, repeats }
}

function firstStatement(fact: BriefingFact, byId: ReadonlyMap<string, BriefingFact>): BriefingFact {
  const seen = new Set([fact.id])
  let current = fact
  while (current.repeats !== null) {
    const next = byId.get(current.repeats)
    if (next === undefined) return current
    if (seen.has(next.id)) return fact
    seen.add(next.id)
    current = next
  }
  return current
}

function addTo<T>(lists: Map<string, T[]>, key: string, item: T): void {
  const list = lists.get(key)
  if (list === undefined) lists.set(key, [item])
  else list.push(item)
}
