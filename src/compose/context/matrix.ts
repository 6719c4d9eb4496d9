import { z } from 'zod'
import { Words } from './words.js'

export const MatrixCell = z.strictObject({
  /** ● figures, ○ reported without figures, – not reported. */
  symbol: z.string(),
  level: z.enum(['figures', 'reported', 'none']),
  /** Number of figures, or share of the organisations that report; null where there is none. */
  count: z.string().nullable(),
  /** 0 (none) to 4: how dark the cell is. */
  heat: z.number().int().min(0).max(4),
})
export type MatrixCell = z.infer<typeof MatrixCell>

export const Matrix = z.strictObject({
  /** `across`: organisations are columns; `down`: they are rows; `kinds`: rows are kinds of organisations (many of them). */
  orientation: z.enum(['across', 'down', 'kinds']),
  /** True where each row ends with the page of its organisation. */
  paged: z.boolean(),
  /** What the marks, numbers and shades mean. */
  key: Words,
  columns: z.array(z.strictObject({ label: Words, href: z.string().nullable() })),
  rows: z.array(
    z.strictObject({
      label: Words,
      href: z.string().nullable(),
      /** Whose page number ends the row; null where the contents or an index gives it. */
      page: z.string().nullable(),
      cells: z.array(MatrixCell),
    }),
  ),
})
export type Matrix = z.infer<typeof Matrix>

/** Every organisation with its page, where there are too many for the contents and the matrix. */
export const Index = z.strictObject({
  entries: z.array(z.strictObject({ id: z.string(), href: z.string(), label: Words, figures: z.number().int() })),
})
export type Index = z.infer<typeof Index>
