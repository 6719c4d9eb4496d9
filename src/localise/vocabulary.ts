import { shippedTerms, type Term, type TermBase, termBase } from './terms.js'

/** What English is built from; made by `vocabularyOf`. What is worked out from one is kept as long as it is. */
export class Vocabulary {
  /** The text of CC-CEDICT, for nouns that no term covers; null where it is not at hand. */
  readonly dictionary: (() => string) | null
  readonly #own: readonly Term[]
  #terms: TermBase | undefined

  constructor(own: readonly Term[], dictionary: (() => string) | null) {
    this.#own = own
    this.dictionary = dictionary
  }

  get terms(): TermBase {
    this.#terms ??= termBase(this.#own.length === 0 ? shippedTerms() : [...this.#own, ...shippedTerms()])
    return this.#terms
  }
}

/** Of the terms that ship alone. */
export const shippedVocabulary = new Vocabulary([], null)

/** `own` terms stand before those that ship, the first of a word and part of speech before later ones. */
export function vocabularyOf(own: readonly Term[], dictionary: (() => string) | null): Vocabulary {
  return own.length === 0 && dictionary === null ? shippedVocabulary : new Vocabulary(own, dictionary)
}

let inUse = shippedVocabulary

/** What `run` gives where English is built from this vocabulary; `run` must not wait for anything. */
export function withVocabulary<T>(vocabulary: Vocabulary, run: () => T): T {
  const before = inUse
  inUse = vocabulary
  try {
    return run()
  } finally {
    inUse = before
  }
}

/** The terms that English is built from now. */
export function termsInUse(): TermBase {
  return inUse.terms
}

export function dictionaryInUse(): Vocabulary['dictionary'] {
  return inUse.dictionary
}

/** What `make` makes of the vocabulary in use, made once for each. */
export function keptFor<T>(make: (vocabulary: Vocabulary) => T): () => T {
  const made = new WeakMap<Vocabulary, { value: T }>()
  return () => {
    const known = made.get(inUse)
    if (known) return known.value
    const value = make(inUse)
    made.set(inUse, { value })
    return value
  }
}
