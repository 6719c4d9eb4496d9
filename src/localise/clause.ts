import type { NounReading } from './noun-around.js'
import type { Verb } from './verbs.js'

export interface VerbReading {
  zh: string
  en: Verb | null
  /** What the counted is: what something was done to, who did it, or what 被 somebody did something to. */
  voice: 'object' | 'subject' | 'passive'
  /** Whether it stands between the figure and its noun (2次发出倡议). */
  isBetween?: boolean
  /** What the counted did it to, where they are the subject (坚守岗位). */
  object?: string
  /** To whom, where its own clause says so (捐赠给…的). */
  receiver?: string
  /** True where it takes in the item (解除医学观察). */
  isWhole?: boolean
}

export interface Clause {
  /** The sentence up to the figure, its last clause, and the clause behind it. */
  earlier: string
  before: string
  after: string
  noun: NounReading
}
