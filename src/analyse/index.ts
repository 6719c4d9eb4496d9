import type { Article, Lens, Summary } from '../model/index.js'
import { Categories } from './categories.js'
import { makeFacts } from './facts.js'
import { findItems } from './items.js'
import { matcherOf } from './matcher.js'
import { read } from './reading.js'

/** Who did what, how much, to whom, as of when: the figures and acts of one article, each with its place in the text. */
export function analyse(article: Article, lens: Lens): Summary {
  const matcher = matcherOf(lens)
  const reading = read(article)
  const categories = new Categories(reading, matcher)
  const facts = makeFacts(reading, matcher, findItems(reading, matcher), categories)
  return {
    schemaVersion: 1,
    article,
    organisation: { zh: '', en: '', enBasis: 'none', kind: 'other', place: null },
    facts: [...facts.values()],
    acts: [],
    people: [],
    documents: [],
    notes: [],
  }
}
