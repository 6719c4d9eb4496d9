import { normalise } from '../language/index.js'
import type { Lens } from '../model/index.js'
import { matcherOf, measureOf } from './matcher.js'

/** What the lens calls a thing counted in this unit in this sentence, and the category that goes with it, if any. */
export function measureFor(
  lens: Lens,
  item: string,
  unit: string | null,
  sentence: string,
): { measure: string | null; category: string | null } {
  const text = normalise(sentence)
  const measure = measureOf(matcherOf(lens), normalise(item), unit, { clause: text, sentence: text })
  return { measure: measure?.id ?? null, category: measure?.category ?? null }
}
