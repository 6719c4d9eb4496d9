import type { FieldWords } from '../language/index.js'
import type { Term } from './terms.js'
import { keptFor } from './vocabulary.js'

/** Domains of verbs of giving in the terms; of the second the verb says by itself what is given (捐款). */
const domains = /^(?:giving|gifts)$/

/** The verbs of giving, longer ones first. */
const givingVerbs = keptFor(({ terms }): readonly Term[] =>
  [...terms.all()]
    .filter(({ pos, domain }) => pos === 'verb' && domains.test(domain))
    .sort((a, b) => b.zh.length - a.zh.length),
)

/** Verbs of giving, `least` characters or more, as alternatives of a pattern. */
export function givingAlternatives(least: number): string {
  const words = givingVerbs().flatMap(({ zh }) => (zh.length >= least ? zh : []))
  return words.length === 0 ? '(?!)' : words.join('|')
}

export function isGiving(zh: string): boolean {
  return givingVerbs().some((verb) => verb.zh === zh)
}

/** 捐款: what is given is said by the verb. */
export function saysGift(zh: string): boolean {
  return givingVerbs().some((verb) => verb.domain === 'gifts' && zh.startsWith(verb.zh))
}

/** A verb of giving in a text, that says nothing of what is given. */
export function givingIn(text: string): string | undefined {
  return givingVerbs().find(({ zh, domain }) => domain === 'giving' && text.includes(zh))?.zh
}

/** For the language to read: a name ends before one of them. */
export const givingWords = keptFor(
  (): FieldWords => ({ verbs: givingVerbs().map(({ zh }) => zh), deeds: [], nouns: [] }),
)
