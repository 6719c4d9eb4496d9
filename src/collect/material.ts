import { digestOf } from '../digest.js'
import type { Collected, Hints, MediaType, Note, Source } from '../model/index.js'

/** Bytes that were got hold of, before it is known what they are. */
export interface Material {
  uri: string
  bytes: Buffer
  /** A file's path or an address's path: its ending decides only where the content leaves it open. */
  path: string
  /** Where it was fetched from: what relative addresses in it are relative to. */
  url?: string
  /** As HTTP stated it. */
  charset?: string | undefined
  hints?: Hints
}

export function refusal(uri: string, problem: Note): Collected {
  return { uri, source: null, problem: { ...problem, source: uri } }
}

interface Made {
  text: string
  mediaType: MediaType
  encoding?: string
  hints?: Hints
}

/** What an office document, a message or a record was made into. */
export function collected({ uri, bytes, hints: known, url }: Material, made: Made): Collected {
  const hints = mergedHints(known, made.hints, url)
  const { text, mediaType, encoding = 'utf-8' } = made
  const source: Source = { uri, mediaType, encoding, text, digest: digestOf(bytes), ...(hints && { hints }) }
  return { uri, source, problem: null }
}

/** What a feed says of a page goes before what the page's file says of itself. */
function mergedHints(known: Hints | undefined, own: Hints | undefined, url: string | undefined): Hints | undefined {
  if (known === undefined && own === undefined && url === undefined) return undefined
  const stated = known?.stated ?? own?.stated ?? false
  return { ...(url !== undefined && { url }), ...own, ...known, stated }
}
