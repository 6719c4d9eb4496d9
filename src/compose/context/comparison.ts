import { z } from 'zod'
import { Figure, Words } from './words.js'

export const RowHead = z.strictObject({
  id: z.string(),
  label: Words,
  unit: Words.nullable(),
  part: z.boolean(),
  notes: z.array(z.strictObject({ number: z.number().int(), href: z.string() })),
})
export type RowHead = z.infer<typeof RowHead>

const Cell = z.strictObject({
  /** Empty: not reported (—). */
  figures: z.array(Figure),
  /** Widths of the column's longest number before and after its decimal point, in digits: for alignment. */
  whole: z.number(),
  fraction: z.number(),
})

/** One category: measures down, organisations across. */
export const Table = z.strictObject({
  id: z.string(),
  label: Words,
  rows: z.array(z.strictObject({ head: RowHead, cells: z.array(Cell) })),
})
export type Table = z.infer<typeof Table>

/** Measures of one category that a single organisation reports. */
export const Alone = z.strictObject({
  label: Words,
  organisations: z.array(
    z.strictObject({
      organisation: Words,
      href: z.string(),
      items: z.array(z.strictObject({ head: RowHead, figures: z.array(Figure) })),
    }),
  ),
})
export type Alone = z.infer<typeof Alone>

/** One category with many organisations: a ranked list for each measure. */
export const Ranking = z.strictObject({
  id: z.string(),
  label: Words,
  lists: z.array(
    z.strictObject({
      head: RowHead,
      /** How many organisations report it, their median and the middle half of them; null where few do. */
      summary: Words.nullable(),
      items: z.array(z.strictObject({ organisation: Words, figure: Figure, share: z.string() })),
      /** `9 more organisations: see their pages`. */
      rest: Words.nullable(),
    }),
  ),
})
export type Ranking = z.infer<typeof Ranking>

export const Comparison = z.strictObject({
  columns: z.array(z.strictObject({ label: Words, href: z.string() })),
  /** Columns with that of the measure. */
  span: z.number().int(),
  /** Width class of the tables: `few` (1–3 organisations), `several` (4–5), `many` (6–8). */
  width: z.enum(['few', 'several', 'many']),
  tables: z.array(Table),
  rankings: z.array(Ranking),
  /** What only one organisation reports: nothing to compare, set apart. */
  alone: z.array(Alone),
  /** The marks that occur, each with its meaning. */
  marks: z.array(z.strictObject({ mark: z.string(), meaning: Words })),
  /** The dates that letters beside figures stand for. */
  dates: z.array(z.strictObject({ letter: z.string(), words: Words })),
})
export type Comparison = z.infer<typeof Comparison>
