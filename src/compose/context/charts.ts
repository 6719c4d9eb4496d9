import { z } from 'zod'
import { Reference, Words } from './words.js'

const Panel = z.strictObject({
  title: Words.nullable(),
  /** Width in CSS pixels. */
  width: z.number(),
  /** The drawing: an `<svg>` of ours, safe to print as it is. */
  svg: z.custom<{ toHTML(): string }>(),
})

export const Chart = z.strictObject({
  id: z.string(),
  title: Words,
  unit: Words.nullable(),
  /** Panels one below the other, in two columns, or beside each other on one scale. */
  layout: z.enum(['stacked', 'columns', 'row']),
  panels: z.array(Panel),
  note: Words.nullable(),
  references: z.array(Reference),
})
export type Chart = z.infer<typeof Chart>

export const Charts = z.strictObject({
  items: z.array(Chart),
  /** Why a figure was not drawn. */
  omitted: z.array(Words),
})
export type Charts = z.infer<typeof Charts>
