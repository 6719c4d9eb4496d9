import { z } from 'zod'
import { Evidence, Method, Notes, Source } from './appendix.js'
import { Charts } from './charts.js'
import { Comparison } from './comparison.js'
import { Contents, Cover } from './cover.js'
import { Index, Matrix } from './matrix.js'
import { Organisation, Timeline } from './organisations.js'
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
  cover: Cover,
  contents: Contents.nullable(),
  since: Since.nullable(),
  matrix: Matrix.nullable(),
  index: Index.nullable(),
  comparison: Comparison.nullable(),
  charts: Charts.nullable(),
  organisations: z.array(Organisation),
  timeline: Timeline.nullable(),
  notes: Notes.nullable(),
  sources: z.array(Source),
  evidence: Evidence.nullable(),
  method: Method,
})
export type TemplateContext = z.infer<typeof TemplateContext>
export * from './appendix.js'
export * from './charts.js'
export * from './comparison.js'
export * from './cover.js'
export * from './matrix.js'
export * from './organisations.js'
export * from './since.js'
export * from './words.js'
