import { z } from 'zod'

/** A piece of a run: plain text, or a figure that links to its evidence. */
export const Part = z.strictObject({
  text: z.string(),
  /** Where a figure leads (`#e12`); null for plain text. */
  href: z.string().nullable(),
  /** Id that the evidence links back to; null where it does not. */
  id: z.string().nullable(),
  /** True where a line must not break: a number and its unit. */
  keep: z.boolean(),
  /** True for the figure in a sentence of evidence. */
  marked: z.boolean(),
  /** Evidence number that stands after a marked figure. */
  number: z.number().int().nullable(),
})
export type Part = z.infer<typeof Part>

/** Text of one language, to stand in an element with that `lang`. */
export const Run = z.strictObject({
  lang: z.enum(['zh-Hans', 'en']),
  parts: z.array(Part),
  /** True where the English is a machine's (†). */
  machine: z.boolean(),
})
export type Run = z.infer<typeof Run>

/** The same words in every language of the document, in its order; one run where only one language has them. */
export const Words = z.strictObject({ runs: z.array(Run) })
export type Words = z.infer<typeof Words>

/** A numbered link to the evidence appendix. */
export const Reference = z.strictObject({ number: z.number().int(), href: z.string(), id: z.string().nullable() })
export type Reference = z.infer<typeof Reference>

/** A figure of a table or in large type. */
export const Figure = z.strictObject({
  /** True where we added distinct figures (Σ). */
  sum: z.boolean(),
  /** ≥ ≈ ~ < ≤ or nothing. */
  mark: z.string(),
  /** Digits before the decimal point; `10–12` for a range. */
  whole: z.string(),
  /** `.5` or nothing. */
  fraction: z.string(),
  href: z.string(),
  id: z.string(),
  references: z.array(Reference),
  /** How many more facts it stands on than there are references. */
  more: z.number().int(),
  qualifier: Words.nullable(),
  time: Words.nullable(),
  /** Letter that stands for the date in a table (`Comparison.dates`); null outside tables and for a date of few figures. */
  dated: z.string().nullable(),
  part: z.boolean(),
  /** What became of it since the earlier edition: `▲ 50,000`, `▼ 20`, `=` or `+`; null where none was given. */
  since: z.strictObject({ mark: z.string(), href: z.string().nullable() }).nullable(),
})
export type Figure = z.infer<typeof Figure>
