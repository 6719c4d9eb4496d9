import { z } from 'zod'
import { Approximation } from './fact.js'

/** Which figure: as people read it on the page, so that the key survives a new scrape of it. */
const key = {
  /** File, address or title of the article. */
  source: z.string().min(1),
  /** The sentence, or a stretch of it; blanks and punctuation do not matter. */
  sentence: z.string().min(1),
  /** The figure as printed in it: 30万个. */
  figure: z.string().min(1),
  /** Which one, where the sentence prints it several times. */
  occurrence: z.int().positive().default(1),
  /** For the reader: shown in the briefing. A plain text is shown in its own language only. */
  reason: z.union([z.string().min(1), z.strictObject({ zh: z.string().min(1), en: z.string().min(1) })]).optional(),
}

const id = z.string().min(1)

/** What a person may say about a figure. Without a measure it is looked up anew where item or unit are given. */
const said = {
  value: z.number(),
  upper: z.number().nullable(),
  unit: z.string().min(1).nullable(),
  approximation: Approximation,
  item: z.string().min(1),
  /** Null: the organisation of the article itself. */
  actor: z.string().min(1).nullable(),
  category: id.nullable(),
  measure: id.nullable(),
}

const rejection = z.strictObject(key)
const change = z.strictObject({ ...key, to: z.strictObject(said).partial() })
const addition = z.strictObject({
  ...key,
  ...z.object(said).partial().shape,
  value: said.value,
  item: said.item,
})

/** `corrections.yaml`: what people found wrong in what was read. */
export const CorrectionsFile = z.strictObject({
  reject: z.array(rejection).default([]),
  change: z.array(change).default([]),
  add: z.array(addition).default([]),
})
export type CorrectionsFile = z.infer<typeof CorrectionsFile>

/** Where a correction stands and which articles it may mean. */
export interface CorrectionOrigin {
  /** `articles/corrections.yaml:12` */
  origin: string
  /** What the article's uri or title may be. */
  names: string[]
  /** It speaks of a file that is there: none of the articles read need bear its name. */
  elsewhere: boolean
}
export type Rejection = z.infer<typeof rejection> & CorrectionOrigin & { kind: 'reject' }
export type Change = z.infer<typeof change> & CorrectionOrigin & { kind: 'change' }
export type Addition = z.infer<typeof addition> & CorrectionOrigin & { kind: 'add' }
export type Correction = Rejection | Change | Addition
