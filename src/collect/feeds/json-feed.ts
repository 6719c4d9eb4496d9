import { escapeHtml } from '../../markup.js'
import { recordDate } from '../dates.js'
import { type Feed, type FeedEntry, MOST_ENTRIES } from './feed.js'

type Json = Record<string, unknown>

/** JSON Feed 1.0 and 1.1 (jsonfeed.org); null for other texts. */
export function readJsonFeed(text: string): Feed | null {
  const head = text.slice(0, 4096)
  if (!/^\s*\{/.test(head) || !/"(?:version|items|feed_url|home_page_url)"/.test(head)) return null
  const feed = parsed(text)
  if (feed === null || !Array.isArray(feed.items)) return null
  if (!/jsonfeed\.org/.test(string(feed.version) ?? '') && !feed.items.some((item) => isEntry(item))) return null
  return { title: string(feed.title) ?? '', entries: feed.items.slice(0, MOST_ENTRIES).filter(isObject).map(entryOf) }
}

function parsed(text: string): Json | null {
  try {
    const value: unknown = JSON.parse(text)
    return isObject(value) ? value : null
  } catch {
    return null
  }
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isEntry(value: unknown): boolean {
  return isObject(value) && (string(value.content_html) ?? string(value.content_text)) !== undefined
}

function string(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined
}

function entryOf(item: Json): FeedEntry {
  const link = string(item.url) ?? (/^https?:/.test(string(item.id) ?? '') ? string(item.id) : undefined)
  const date = recordDate(string(item.date_published) ?? string(item.date_modified) ?? '')
  const plain = string(item.content_text) ?? string(item.summary)
  const content = string(item.content_html) ?? (plain === undefined ? undefined : asHtml(plain))
  const [first] = Array.isArray(item.authors) ? item.authors : [item.author]
  const author = isObject(first) ? string(first.name) : undefined
  const title = string(item.title)
  return {
    ...(title !== undefined && { title }),
    ...(link !== undefined && { link }),
    ...(date !== null && { publishedAt: date }),
    ...(author !== undefined && { author }),
    ...(content !== undefined && { content }),
  }
}

function asHtml(text: string): string {
  return text
    .split(/\r?\n/)
    .map((line) => `<p>${escapeHtml(line)}</p>`)
    .join('\n')
}
