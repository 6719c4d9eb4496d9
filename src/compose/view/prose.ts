import type { BriefingFact, Text } from '../../model/index.js'
import type { Reference, Words } from '../context/index.js'
import type { Desk } from './desk.js'
import { plainReference } from './figure.js'
import { linkedParts } from './parts.js'
import type { Place } from './uses.js'
import { sayParts } from './words.js'

export interface Prose {
  words: Words
  /** All facts of the sentence, numbered. */
  references: Reference[]
}

/** A sentence whose figures are links; a fact that it does not name in digits is linked by its number alone. */
export function prose(desk: Desk, text: Text, facts: readonly BriefingFact[], place: Place): Prose {
  const links = facts.map((fact) => ({ fact, ...desk.uses.take(fact, place) }))
  const found = new Set<string>()
  const words = sayParts(desk, text, (string, language) => linkedParts(string, language, links, found))
  const references = links.map(({ fact, id }) => ({
    ...plainReference(fact),
    id: found.has(fact.id) ? null : id,
  }))
  return { words, references }
}
