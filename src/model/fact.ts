import { z } from 'zod'
import { IsoDate, Text } from './text.js'

export const Approximation = z.enum(['exact', 'over', 'nearly', 'about', 'under', 'atLeast', 'atMost', 'range'])
export type Approximation = z.infer<typeof Approximation>

export const Quantity = z.object({
  /** Multiplier applied: 35.71万个 → 357100; the lower bound of a range. */
  value: z.number(),
  /** Measure word or unit as printed, without its multiplier (个, 元, 人次); null where the text lost it. */
  unit: z.string().nullable(),
  approximation: Approximation,
  /** Upper bound of a range. */
  upper: z.number().nullable(),
  /** What a rate or price is per: 天, 只, 亩 … */
  per: z.string().nullable(),
  /** `Article.text.slice(evidence.start, evidence.end)`. */
  surface: z.string(),
})
export type Quantity = z.infer<typeof Quantity>

/** A span of an article's text, in UTF-16 offsets, and the sentence it stands in. */
export const Evidence = z.object({
  start: z.number().int().nonnegative(),
  end: z.number().int().nonnegative(),
  sentence: z.string(),
  /** Offset of `sentence` in the text: `start - sentenceStart` is the figure's place in the sentence. */
  sentenceStart: z.number().int().nonnegative(),
})
export type Evidence = z.infer<typeof Evidence>

/**
 * When. `asOf`: a state at the end of that day; `on`: something done that day; `span`: from `from` to `asOf`; `since`:
 * from `from` on, `asOf` being the day of publication (the same day where that is not known).
 * `inferred` where any part (most often the year) was not printed.
 */
export const FactTime = z.object({
  kind: z.enum(['asOf', 'on', 'span', 'since']),
  asOf: IsoDate,
  from: IsoDate.nullable(),
  basis: z.enum(['printed', 'inferred']),
  surface: z.string(),
})
export type FactTime = z.infer<typeof FactTime>

export const Fact = z.object({
  id: z.string(),
  /** Category of the lens; null where none fits. */
  category: z.string().nullable(),
  /** Measure of the lens; null where none fits (the figure is kept). */
  measure: z.string().nullable(),
  /** What is counted, in the article's own words. */
  item: Text,
  quantity: Quantity,
  /** Who did it; null where it is the organisation of the article itself or is not said. */
  actor: Text.nullable(),
  recipient: Text.nullable(),
  /** The verb of the clause (捐赠, 派出, 发布); null where none was found. */
  action: z.string().nullable(),
  time: FactTime.nullable(),
  role: z.enum(['single', 'total', 'part']),
  /** Id of the total that this is a part of. */
  partOf: z.string().nullable(),
  /** Id of the first occurrence where this one only repeats it (headline and body, summary and detail). */
  repeats: z.string().nullable().default(null),
  statement: Text,
  evidence: Evidence,
  /** Set by people: `value` where the quantity is no longer what the surface says. */
  corrected: z.enum(['value', 'other', 'added']).optional(),
})
export type Fact = z.infer<typeof Fact>
