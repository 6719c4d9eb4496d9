import { z } from 'zod'
import { Chart } from './charts.js'
import { Figure, Reference, Words } from './words.js'

/** A figure of the earlier edition: it leads nowhere, its evidence is in that edition. */
const Earlier = z.strictObject({ value: z.string(), time: Words.nullable(), number: z.number().int() })

const Changed = z.strictObject({
  id: z.string(),
  organisation: Words,
  href: z.string(),
  /** The row of the comparison, or what is counted. */
  label: Words,
  unit: Words.nullable(),
  before: Earlier,
  figure: Figure,
  /** `▲ 50,000`; null between ranges. */
  difference: z.string().nullable(),
  /** `+25%` */
  percent: z.string().nullable(),
})

const Statement = z.strictObject({ words: Words, references: z.array(Reference) })

/** Figures of one organisation; `rest`: how many more there are. */
const Group = z.strictObject({
  organisation: Words,
  href: z.string().nullable(),
  statements: z.array(Statement),
  rest: Words.nullable(),
})

export const Since = z.strictObject({
  /** The earlier edition: its title, date and size. */
  edition: Words,
  /** `3 changed · 12 new · 40 confirmed · 2 no longer reported` */
  tally: Words,
  changed: z.array(Changed),
  chart: Chart.nullable(),
  added: z.array(Group),
  /** No longer in an article that was read again. */
  gone: z.array(Group),
  /** In articles that are not among the sources now: how many, of whom. */
  notRead: Words.nullable(),
  /** Organisations that are new, and that are gone. */
  organisations: z.array(Words),
})
export type Since = z.infer<typeof Since>
