import type { Feed } from './feed.js'
import { readJsonFeed } from './json-feed.js'
import { readXmlFeed } from './xml-feed.js'

export type { Feed, FeedEntry } from './feed.js'

/** RSS, Atom or JSON Feed; null for a text that is none. */
export function readFeed(text: string): Feed | null {
  return readXmlFeed(text) ?? readJsonFeed(text)
}

const ADDRESS = /^https?:\/\/\S+$/i
const MOST_ADDRESSES = 10_000

/** The addresses of a text that holds nothing else (blank lines and lines that start with # aside); null for others. */
export function addressList(text: string): string[] | null {
  if (!/^[\s#]*https?:|^\s*#/i.test(text.slice(0, 2000))) return null
  const lines = text.split(/\r?\n/).map((line) => line.trim())
  const addresses = lines.filter((line) => line !== '' && !line.startsWith('#'))
  if (addresses.length === 0 || addresses.some((line) => line.length > 4000 || !ADDRESS.test(line))) return null
  return [...new Set(addresses)].slice(0, MOST_ADDRESSES)
}
