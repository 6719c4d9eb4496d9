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

const PublishedAt = z.object({
  value: IsoMinute.nullable(),
  basis: z.enum(['printed', 'metadata', 'inferred', 'unknown']),
})

/** Another place where the same story stands, and what it says there that the article does not. */
export const AlsoAt = z.object({
  uri: z.string(),
  title: z.string(),
  publisher: z.string().nullable(),
  publishedAt: PublishedAt,
  /** Sentences as printed. */
  added: z.array(z.string()),
})
export type AlsoAt = z.infer<typeof AlsoAt>

/** Where a reprint was first printed, as far as the page tells. */
export const Origin = z.object({
  publisher: z.string().nullable(),
  /** 原标题, where it is another. */
  title: z.string().nullable(),
  url: z.string().nullable(),
})
export type Origin = z.infer<typeof Origin>

/** What on a page is the article. */
export const Article = z.object({
  /** `sha256:` of the source's bytes. */
  id: z.string(),
  source: Source.pick({ uri: true, mediaType: true }),
  title: Text,
  publishedAt: PublishedAt,
  publisher: z.string().nullable(),
  author: z.string().nullable(),
  /** The credits block as printed: 来源, 编辑, 责编, 审核 … */
  credits: z.record(z.string(), z.string()),
  sections: z.array(Section),
  /** Body: paragraphs (headings among them) joined by one `\n`; nothing else of the page. */
  text: z.string(),
  removed: z.array(Removal).default([]),
  /** The page's own address, absolute; absent where it does not say. */
  url: z.string().optional(),
  /** Names of the levels above the article, from the widest on, without 首页 and 正文. */
  breadcrumb: z.array(z.string()).optional(),
  /** The part of the publisher that it stands in: 要闻, 澎湃号·政务. */
  column: z.string().optional(),
  origin: Origin.optional(),
  /** Uri of the fuller text of the same story: of this one only what it adds is told. */
  addsTo: z.string().optional(),
  /** Other sources of the same story, in input order. */
  alsoAt: z.array(AlsoAt).optional(),
})
export type Article = z.infer<typeof Article>
