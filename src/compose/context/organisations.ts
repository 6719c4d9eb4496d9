import { z } from 'zod'
import { Reference, Words } from './words.js'

export const TimelineItem = z.strictObject({
  number: z.number().int(),
  when: Words,
  organisation: Words,
  href: z.string(),
  words: Words,
  references: z.array(Reference),
})
export type TimelineItem = z.infer<typeof TimelineItem>

export const Statement = z.strictObject({
  words: Words,
  references: z.array(Reference),
  part: z.boolean(),
  /** False for an act that was reported without a figure (○). */
  figure: z.boolean(),
})
export type Statement = z.infer<typeof Statement>

export const Organisation = z.strictObject({
  id: z.string(),
  name: Words,
  kind: Words,
  place: Words.nullable(),
  sources: z.array(z.strictObject({ label: Words, href: z.string() })),
  tally: Words,
  categories: z.array(
    z.strictObject({
      label: Words,
      /** Statements of one date, which stands above them; null above the others. */
      blocks: z.array(z.strictObject({ time: Words.nullable(), statements: z.array(Statement) })),
      /** How many more sentences without a figure there are. */
      rest: Words.nullable(),
      /** Lines that its name takes in the shipped style sheet's column. */
      lines: z.number().int(),
    }),
  ),
  people: z.array(z.strictObject({ name: Words, role: Words.nullable() })),
  documents: z.array(Words),
  /** What is dated, each with its date. */
  timeline: z.array(z.strictObject({ words: Words, references: z.array(Reference) })),
  doubts: z.array(z.strictObject({ words: Words, href: z.string() })),
})
export type Organisation = z.infer<typeof Organisation>

export const Timeline = z.strictObject({ items: z.array(TimelineItem) })
export type Timeline = z.infer<typeof Timeline>
