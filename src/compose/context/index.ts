import { z } from 'zod'
import * as section from './sections.js'
import { Since } from './since.js'

/**
 * What a template may show. Every field is always there: null or an empty list where the briefing has nothing, so that
 * a template needs no logic but `if` and `each`. Text comes as `Words`: print it with the helper `words`.
 */
export const TemplateContext = z.strictObject({
  document: z.strictObject({
    /** BCP 47 tag of the document as a whole. */
    lang: z.string(),
    title: z.string(),
    bilingual: z.boolean(),
    chinese: z.boolean(),
    english: z.boolean(),
    paper: z.enum(['A4', 'Letter']),
    /** Fonts, running heads and the template's `style.css`: print once, in a `style` element. */
    style: z.custom<{ toHTML(): string }>(),
  }),
  cover: section.Cover,
  contents: section.Contents.nullable(),
  since: Since.nullable(),
  matrix: section.Matrix.nullable(),
  index: section.Index.nullable(),
  comparison: section.Comparison.nullable(),
  charts: section.Charts.nullable(),
  organisations: z.array(section.Organisation),
  timeline: section.Timeline.nullable(),
  notes: section.Notes.nullable(),
  sources: z.array(section.Source),
  evidence: section.Evidence.nullable(),
  method: section.Method,
})
export type TemplateContext = z.infer<typeof TemplateContext>
export * from './sections.js'
export * from './since.js'
export * from './words.js'
