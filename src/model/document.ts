import { z } from 'zod'
import { IsoDate } from './text.js'

export const Language = z.enum(['zh', 'en'])
export type Language = z.infer<typeof Language>

/** A file that travels inside the PDF. */
export const Attachment = z.object({
  name: z.string(),
  mediaType: z.string(),
  description: z.string(),
  text: z.string(),
})
export type Attachment = z.infer<typeof Attachment>

/** What must be found again in the PDF: `inspect` fails the run where it is not. */
export const Expectations = z.object({
  languages: z.array(Language).min(1),
  /** Figures as shown: the evidence anchor and the number's text in each language. */
  figures: z.array(z.object({ fact: z.string(), anchor: z.string(), zh: z.string(), en: z.string() })),
  /** What the numbers in links to each place of the evidence may be, its own number first. */
  linked: z.array(z.object({ anchor: z.string(), numbers: z.array(z.number()) })).optional(),
  /** What is said of figures in both languages; `whole`: where the Chinese is in the file, so is the English. */
  sentences: z.array(z.object({ zh: z.string(), en: z.string(), whole: z.boolean() })).optional(),
  /** PostScript names of the fonts that may be in the file (subset tags aside). */
  fonts: z.array(z.string()),
  charts: z.array(z.object({ id: z.string(), labels: z.array(z.string()) })),
  /** Ids of elements that links and contents point to. */
  anchors: z.array(z.string()),
  headings: z.array(z.string()),
  /** Ids whose page number stands in the contents: those of `Document.contents`. */
  contents: z.array(z.string()).optional(),
  /** Files that are inside: those of `Document.attachments`. */
  attachments: z.array(Attachment).optional(),
})
export type Expectations = z.infer<typeof Expectations>

/** A page-ready briefing: one self-contained HTML file and what the PDF needs beside it. */
export const Document = z.object({
  html: z.string(),
  paper: z.enum(['A4', 'Letter']),
  /** BCP 47 tag of the document as a whole. */
  lang: z.string(),
  title: z.string(),
  subject: z.string(),
  keywords: z.array(z.string()),
  /** Becomes the PDF's dates; null: 1970-01-01, never the clock. */
  date: IsoDate.nullable(),
  /** Ids of headings whose page number stands in the contents, in order; the HTML holds `<span data-page-of="ID">000</span>`. Empty: no contents. */
  contents: z.array(z.string()),
  attachments: z.array(Attachment),
  expectations: Expectations,
})
export type Document = z.infer<typeof Document>
