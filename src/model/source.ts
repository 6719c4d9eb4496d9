import { z } from 'zod'
import type { Note } from './note.js'

export const MediaType = z.enum(['text/html', 'text/plain', 'text/markdown'])
export type MediaType = z.infer<typeof MediaType>

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
})
export type Source = z.infer<typeof Source>

/** What one argument led to: a source, or the reason why there is none. In input order. */
export interface Collected {
  uri: string
  source: Source | null
  problem: Note | null
}
