import { escapeHtml } from '../../markup.js'
import { recordDate } from '../dates.js'
import { readXml, type XmlReader } from '../xml.js'
import { type Feed, type FeedEntry, MOST_ENTRIES } from './feed.js'

/** The root of RSS 0.9 to 2.0, RSS 1.0 (RDF) or Atom, after declarations and comments. */
const ROOT =
  /^\s*(?:<\?[^>]{0,500}\?>\s*|<!--[\s\S]{0,2000}?-->\s*|<!DOCTYPE[^>[]{0,300}>\s*){0,10}<(?:rss|(?:\w+:)?RDF|(?:\w+:)?feed)[\s>]/i

/** RSS or Atom; null for other texts. */
export function readXmlFeed(text: string): Feed | null {
  if (!ROOT.test(text.slice(0, 10_000))) return null
  const reader = new FeedReader()
  try {
    readXml(text, reader)
  } catch {
    // Entries before the damage are good.
  }
  return { title: reader.title.trim(), entries: reader.entries }
}

type Fields = Record<string, string>

/** Fields in which markup may stand as such, not as text. */
const MARKUP = new Set(['content', 'description', 'summary', 'encoded', 'title'])

class FeedReader implements XmlReader {
  title = ''
  readonly entries: FeedEntry[] = []
  #path: string[] = []
  #fields: Fields | null = null
  /** Depth of the entry's element, and name of the field that is being read. */
  #depth = 0
  #field = ''

  open(name: string, attributes: Record<string, string>): void {
    const local = localName(name)
    this.#path.push(local)
    if (this.#fields === null) {
      if (local === 'item' || local === 'entry') {
        this.#fields = {}
        this.#depth = this.#path.length
      }
    } else if (this.#path.length === this.#depth + 1) this.#openField(this.#fields, name, attributes)
    else if (MARKUP.has(localName(this.#field)) && this.#path.length > this.#depth + 1)
      this.#add(this.#fields, `<${local}>`)
  }

  close(name: string): void {
    const local = localName(name)
    if (this.#fields !== null) {
      if (this.#path.length === this.#depth) this.#endEntry(this.#fields)
      else if (this.#path.length === this.#depth + 1) this.#field = ''
      else if (MARKUP.has(localName(this.#field))) this.#add(this.#fields, `</${local}>`)
    }
    this.#path.pop()
  }

  text(text: string): void {
    if (this.#fields !== null && this.#field !== '') {
      // Inside markup of its own a text is text; else the text is itself markup.
      const inside = this.#path.length > this.#depth + 1 && MARKUP.has(localName(this.#field))
      this.#add(this.#fields, inside ? escapeHtml(text) : text)
    } else if (
      this.#fields === null &&
      this.#path.at(-1) === 'title' &&
      /^(?:channel|feed)$/.test(this.#path.at(-2) ?? '')
    )
      this.title += text
  }

  #openField(fields: Fields, name: string, attributes: Record<string, string>): void {
    this.#field = name.toLowerCase()
    if (localName(name) !== 'link' || attributes.href === undefined) return
    if ((attributes.rel ?? 'alternate') === 'alternate') fields.href ??= attributes.href
  }

  #add(fields: Fields, text: string): void {
    fields[this.#field] = (fields[this.#field] ?? '') + text
  }

  #endEntry(fields: Fields): void {
    if (this.entries.length < MOST_ENTRIES) this.entries.push(entryOf(fields))
    this.#fields = null
    this.#field = ''
  }
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1).toLowerCase()
}

const DATES = [
  'pubdate',
  'published',
  'dc:date',
  'date',
  'dcterms:issued',
  'issued',
  'dc:created',
  'updated',
  'a10:updated',
]

function entryOf(fields: Fields): FeedEntry {
  const first = (...names: string[]) => names.map((name) => fields[name]?.trim() ?? '').find((text) => text !== '')
  const title = plain(first('title', 'atom:title') ?? '')
  const guid = first('guid') ?? ''
  const link = first('link') ?? first('href') ?? (/^https?:/.test(guid) ? guid : undefined)
  const date = DATES.map((name) => recordDate(first(name) ?? '')).find((value) => value !== null)
  const author = plain(first('dc:creator', 'author') ?? '')
  const publisher = plain(first('source') ?? '')
  const content = longest([first('content:encoded'), first('content'), first('description'), first('summary')])
  return {
    ...(title !== '' && { title }),
    ...(link !== undefined && { link }),
    ...(date && { publishedAt: date }),
    ...(isName(author) && { author }),
    ...(isName(publisher) && { publisher }),
    ...(content !== '' && { content }),
  }
}

/** Titles may hold markup (`A<b>B</b>`, twice escaped): what is read is text. */
function plain(text: string): string {
  return text
    .slice(0, 2000)
    .replace(/<[^<>]{0,200}>/g, '')
    .replace(/\s+/g, ' ')
    .trim()
}

function isName(text: string): boolean {
  return text !== '' && text.length <= 40 && !/[@<>]|https?:/.test(text)
}

function longest(texts: (string | undefined)[]): string {
  return texts.reduce<string>((best, text) => (text !== undefined && text.length > best.length ? text : best), '')
}
