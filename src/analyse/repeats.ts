import type { Fact } from '../model/index.js'

/** Points a later occurrence of one figure (same value, unit, thing counted) to the first; small counts are not taken for one. */
export function markRepeats(facts: Fact[]): void {
  const first = new Map<string, Fact[]>()
  for (const fact of facts) {
    const { value, unit, upper, per } = fact.quantity
    const key = `${value} ${upper} ${unit} ${per}`
    const same = first.get(key)
    if (!same) first.set(key, [fact])
    else {
      const original = same.find(
        (other) => sameThing(other.item.zh, fact.item.zh) && (value >= 10 || other.item.zh === fact.item.zh),
      )
      const apart = original && original.evidence.sentenceStart !== fact.evidence.sentenceStart
      if (original && apart && (value >= 10 || unit === null)) fact.repeats = original.id
      else if (same.length < 20) same.push(fact)
    }
  }
}

function sameThing(a: string, b: string): boolean {
  if (a.length < 2 || b.length < 2) return false
  return a.includes(b) || b.includes(a) || a.slice(-2) === b.slice(-2)
}
