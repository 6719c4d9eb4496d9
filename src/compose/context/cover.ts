import { z } from 'zod'
import { Figure, Reference, Words } from './words.js'

export const KeyFigure = z.strictObject({
  label: Words,
  unit: Words,
  organisation: Words,
  figure: Figure,
  short: Words.nullable(),
  /** The same measure of each other organisation, where there are few; a null figure was not reported. */
  others: z.array(z.strictObject({ organisation: Words, figure: Figure.nullable() })),
  /** Where the figure stands among those of many organisations. */
  standing: Words.nullable(),
})
export type KeyFigure = z.infer<typeof KeyFigure>

const Lead = z.strictObject({ words: Words, references: z.array(Reference) })

export const Cover = z.strictObject({
  title: Words,
  subject: Words,
  period: Words.nullable(),
  edition: Words.nullable(),
  /** `2 organisations · 2 sources · 48 figures`. */
  tally: Words,
  /** Said where there is no figure at all. */
  empty: Words.nullable(),
  keyFigures: z.array(KeyFigure),
  lead: z.array(Lead),
  cautions: z.array(z.strictObject({ words: Words, href: z.string() })),
  /** What differs from an earlier edition, in one line; null where none was given. */
  since: z.strictObject({ words: Words, href: z.string() }).nullable(),
})
export type Cover = z.infer<typeof Cover>

export const Contents = z.strictObject({
  entries: z.array(z.strictObject({ id: z.string(), href: z.string(), label: Words, nested: z.boolean() })),
})
export type Contents = z.infer<typeof Contents>
