import { z } from 'zod'
import { Source } from './source.js'
import { IsoMinute, Text } from './text.js'

export const Section = z.object({
  heading: Text,
  /** UTF-16 offsets into `Article.text`, heading included. */
  start: z.number().int().nonnegative(),
  end: z.number().int().nonnegative(),
})
export type Section = z.infer<typeof Section>

/** One thing that was taken off the page, and by which rule. */
export const Removal = z.object({ step: z.string(), reason: z.string(), text: z.string() })
export type Removal = z.infer<typeof Removal>

/** What on a page is the article. */
export const Article = z.object({
  /** `sha256:` of the source's bytes. */
  id: z.string(),
  source: Source.pick({ uri: true, mediaType: true }),
  title: Text,
  publishedAt: z.object({
    value: IsoMinute.nullable(),
    basis: z.enum(['printed', 'metadata', 'inferred', 'unknown']),
  }),
  publisher: z.string().nullable(),
  author: z.string().nullable(),
  /** The credits block as printed: 来源, 编辑, 责编, 审核 … */
  credits: z.record(z.string(), z.string()),
  sections: z.array(Section),
  /** Body: paragraphs (headings among them) joined by one `\n`; nothing else of the page. */
  text: z.string(),
  removed: z.array(Removal).default([]),
})
export type Article = z.infer<typeof Article>
