import { z } from 'zod'
import type { Note } from './note.js'
import { IsoMinute } from './text.js'

export const MediaType = z.enum(['text/html', 'text/plain', 'text/markdown'])
export type MediaType = z.infer<typeof MediaType>

/** What is known of a source from outside its text: from a feed, the subject of an e-mail, a field of a record. */
export const Hints = z.object({
  title: z.string().optional(),
  publishedAt: z.object({ value: IsoMinute, basis: z.enum(['metadata', 'inferred']) }).optional(),
  publisher: z.string().optional(),
  author: z.string().optional(),
  /** Address of the page itself. */
  url: z.string().optional(),
  /** True where the source's own record states them: they win over what the text says. Else they fill its gaps. */
  stated: z.boolean(),
})
export type Hints = z.infer<typeof Hints>

/** Bytes from somewhere, decoded. */
export const Source = z.object({
  /** As a reader would write it: a path relative to the working folder, or a URL. */
  uri: z.string(),
  mediaType: MediaType,
  /** WHATWG label of the encoding it was decoded from. */
  encoding: z.string(),
  /** Decoded text, without a byte order mark. */
  text: z.string(),
  /** `sha256:` + hex of the bytes as read. */
  digest: z.string().regex(/^sha256:[0-9a-f]{64}$/),
  hints: Hints.optional(),
})
export type Source = z.infer<typeof Source>

/** What one argument led to: a source, or the reason why there is none. In input order. */
export interface Collected {
  uri: string
  source: Source | null
  problem: Note | null
  /** What was noticed about a source that could be read. */
  notes?: Note[]
}
