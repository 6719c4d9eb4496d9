import { z } from 'zod'
import { Approximation } from './fact.js'

const id = z.string().regex(/^[a-z][A-Za-z0-9]*([.-][A-Za-z0-9]+)*$/)
const label = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) })
const words = z.array(z.string().min(1))

export const LensCategory = z.strictObject({
  id,
  label,
  /** Words of a clause, sentence or heading that point to this category; earlier categories win a tie. */
  cues: words.min(1),
})

export const LensMeasure = z.strictObject({
  id,
  /** Shown in this category's table whatever the clause says; null: the fact's own category decides. */
  category: id.nullable().default(null),
  label,
  /** The item must contain one of these; the longest match among all measures wins. */
  nouns: words,
  /** Accepted units; units of one measure count the same thing (个 只 枚). Empty: any unit, also none. */
  units: words.default([]),
  /** Unit as shown in a row's head. `many` is the English plural. */
  unit: z.strictObject({ zh: z.string(), en: z.string(), many: z.string() }),
  /** The sentence must contain one of these, where given. */
  cues: words.default([]),
  /** Which family of figures a chart may draw together. */
  family: z.enum(['money', 'supplies', 'people', 'reach', 'activity', 'other']).default('other'),
  /** False where values of one organisation must never be summed (rates, shares, cumulative counts). */
  additive: z.boolean().default(true),
})

/** Words of the field: code knows those of the language only. */
export const LensWords = z.strictObject({
  /** Verbs that are hardly ever part of a noun phrase: one ends before them (口罩[送抵]). */
  verbs: words.default([]),
  /** Verbs that are as often part of one: 消毒, 消毒用品. */
  deeds: words.default([]),
  /** Nouns that hold one of those verbs and are nouns all the same. */
  nouns: words.default([]),
  /** Names that begin with a number which counts nothing. */
  names: words.default([]),
  /** What every article of this kind speaks of: it tells one sentence from another of none. */
  common: words.default([]),
})

/** Who gives and who gets: the sides of the verbs of giving in this field. */
export const LensGiving = z.strictObject({
  /** Whoever stands before one gives; behind 收到, 获 and 由 the giver stands between. One character is enough for all that begin with it. */
  verbs: words.default([]),
  /** Who gets stands right behind these. */
  to: words.default([]),
  /** What a sum of money is called where only its giving is told: 企业[捐款]60万元. */
  sums: words.default([]),
  /** Who gets without being a body, a person or a place. */
  receivers: words.default([]),
})

/** A sentence pattern: the first whose conditions all hold is used. Placeholders in braces. */
export const LensPattern = z.strictObject({
  when: z.strictObject({
    measure: z.array(z.string()).optional(),
    category: z.array(z.string()).optional(),
    action: words.optional(),
    unit: words.optional(),
    role: z.array(z.enum(['single', 'total', 'part'])).optional(),
    /** Whether the clause names who did it behind the figure (被…采用). */
    agent: z.boolean().optional(),
  }),
  zh: z.string().optional(),
  en: z.string(),
  /** Used instead of `en` where the fact names its actor. */
  active: z.string().optional(),
})

/** What a pattern may name in braces; `localise` fills them. English also takes `{one|many}` by the number. */
export const patternPlaceholders = {
  zh: ['quantity', 'number', 'item', 'actor', 'to'],
  en: ['quantity', 'number', 'item', 'actor', 'by', 'from', 'to', 'for', 'be', 'done'],
} as const

/** A figure that `lens test` must find; what is left out is not looked at. */
export const ExpectedFact = z.strictObject({
  value: z.number(),
  upper: z.number().nullable().optional(),
  unit: z.string().nullable().optional(),
  approximation: Approximation.optional(),
  item: z.string().optional(),
  measure: id.nullable().optional(),
  category: id.nullable().optional(),
  /** Who did it and to whom, in the sentence's own words; null where nobody is named. */
  actor: z.string().nullable().optional(),
  recipient: z.string().nullable().optional(),
  /** The whole English statement. */
  en: z.string().optional(),
})

/** A sentence and every figure in it, in the order of the text. */
export const LensExample = z.strictObject({ sentence: z.string().min(1), facts: z.array(ExpectedFact) })

/** Label and subject of articles that are not on the subject of their lens. */
export const unnamedSubject = {
  label: { zh: '工作情况', en: 'Work of organisations' },
  subject: { zh: '工作情况', en: 'work reported' },
} as const

/** What to look for in a kind of article. Code knows no domain word; a lens holds them all. */
export const Lens = z.strictObject({
  id,
  version: z.number().int().positive(),
  label,
  /** What the articles are about, for a supplied title: `response to COVID-19`. */
  subject: label,
  /** Words of an article on that subject: where it has none of them, nothing says that it is. None given: all are. */
  subjectCues: words.default([]),
  /** Years that a cue in the text gives away where none is printed. */
  years: z.array(z.strictObject({ year: z.number().int(), cues: words.min(1) })).default([]),
  categories: z.array(LensCategory).min(1),
  measures: z.array(LensMeasure),
  words: LensWords.prefault({}),
  giving: LensGiving.prefault({}),
  patterns: z.array(LensPattern).default([]),
  /** Sentences that the lens itself is tested with. */
  examples: z.array(LensExample).default([]),
})
export type Lens = z.infer<typeof Lens>
export type LensCategory = z.infer<typeof LensCategory>
export type LensMeasure = z.infer<typeof LensMeasure>
export type LensWords = z.infer<typeof LensWords>
export type LensGiving = z.infer<typeof LensGiving>
export type LensPattern = z.infer<typeof LensPattern>
export type LensExample = z.infer<typeof LensExample>
export type ExpectedFact = z.infer<typeof ExpectedFact>
