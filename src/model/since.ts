import { z } from 'zod'
import { Approximation, FactTime } from './fact.js'
import { Text } from './text.js'

/** A figure as an earlier edition had it; the texts are that edition's own. */
export const EarlierFigure = z.object({
  /** Number of its evidence in that edition. */
  number: z.number().int().positive(),
  organisation: Text,
  source: z.object({ uri: z.string(), title: Text }),
  label: Text,
  unit: Text,
  per: z.string().nullable(),
  value: z.number(),
  upper: z.number().nullable(),
  approximation: Approximation,
  time: FactTime.nullable(),
  statement: Text,
})
export type EarlierFigure = z.infer<typeof EarlierFigure>

/** What became of a figure that is not in both editions as it was. */
export const Difference = z.object({
  /** `d1`, `d2` … */
  id: z.string(),
  kind: z.enum(['changed', 'new', 'gone']),
  /** Its organisation in this briefing; null where that is not in it any more. */
  organisation: z.string().nullable(),
  /** The figure in this briefing with its repetitions; empty where it is gone. */
  facts: z.array(z.string()),
  /** Null where it is new. */
  before: EarlierFigure.nullable(),
  /** Value now less value before; null where one is a range, or there is but one. */
  by: z.number().nullable(),
  /** The same in per cent of the earlier value; null where there is none or that was 0. */
  percent: z.number().nullable(),
  /** True where either value is an approximate one, and so is what lies between them. */
  approximate: z.boolean(),
  /** Of a figure that is gone: whether its source was read again, and no longer states it. */
  readAgain: z.boolean(),
})
export type Difference = z.infer<typeof Difference>

/** What is new, changed and gone since an earlier edition, and what still stands. */
export const Since = z.object({
  edition: z.object({
    title: Text,
    date: z.string().nullable(),
    figures: z.number().int().nonnegative(),
    organisations: z.number().int().nonnegative(),
  }),
  /** Changed ones first, then new ones, then those that are gone. */
  items: z.array(Difference),
  /** Leading facts of the figures that both editions have with one value. */
  confirmed: z.array(z.string()),
  organisations: z.object({ new: z.array(z.string()), gone: z.array(Text) }),
})
export type Since = z.infer<typeof Since>
