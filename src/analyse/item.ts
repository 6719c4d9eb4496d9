import type { Span } from '../language/index.js'

/** What a number counts, in the article's own words. */
export interface Item {
  zh: string
  per: string | null
  /** The verb before the number; in a list that of its first number. */
  verb: string | null
  /** Where the noun stands, if it stands right before or after the number. */
  place: Span | null
}
