import { calendarDate, chinaMinute, firstDate } from './dates.js'
import { attribute, type Element, everyElement, ownText } from './dom.js'

/** What a page says about itself where readers do not see it. */
export interface Metadata {
  /** `<title>`. */
  documentTitle: string
  /** og:title and its like. */
  title: string | null
  date: string | null
  source: string | null
  author: string | null
  /** Who wrote it, where linked data or microdata says that it is a person. */
  person: string | null
  siteName: string | null
  /** Date in the page's own address. */
  addressDate: string | null
  /** Year, or year and month, in the page's own address. */
  addressMonth: string | null
  /** When the page was shown, as its server told its scripts. */
  shown: string | null
  /** The page's own address, as it gives it; empty where it does not. */
  address: string
  /** Levels above the article. */
  breadcrumb: string[]
  column: string | null
}

interface Found {
  meta: Map<string, string>
  documentTitle: string
  linked: Record<string, unknown>[]
  scriptDate: string | null
  shown: string | null
  address: string
  /** Of microdata: the name inside the element that is the author. */
  author: string | null
}

const TITLE = ['og:title', 'articletitle', 'twitter:title', 'headline']
const DATE = [
  'article:published_time',
  'og:article:published_time',
  'og:release_date',
  'pubdate',
  'publishdate',
  'publish_time',
  'publish-date',
  'og:time',
  'datepublished',
  'weibo:article:create_at',
  'dc.date.issued',
  'dc.date',
  'date',
  'release_date',
  'firstpublishedtime',
  'dateupdate',
  'lastmodified',
]
const SOURCE = ['contentsource', 'source', 'mediaid', 'article:publisher', 'og:article:source']
const AUTHOR = ['og:article:author', 'article:author', 'author', 'byl']
const COLUMN = ['columnname', 'article:section', 'og:article:section', 'channelname', 'column', 'catalogs']
const SITE = ['og:site_name', 'sitename', 'application-name', 'copyright', 'author']

export function metadataOf(roots: Element[], opening: string): Metadata {
  const found = gather(roots)
  const linked = (...names: string[]) => {
    for (const data of found.linked)
      for (const name of names) if (textOf(data[name]) !== null) return textOf(data[name])
    return null
  }
  const meta = (names: string[]) => {
    for (const name of names) if ((found.meta.get(name) ?? '') !== '') return found.meta.get(name) ?? null
    return null
  }
  const date = DATE.map((name) => minuteOf(found.meta.get(name) ?? '')).find((value) => value !== null)
  const saved = /saved from url=\(\d+\)(\S{1,500})|^<!--\s*(https?:\S{1,500})/.exec(opening)
  const address = found.address || (saved?.[1] ?? saved?.[2] ?? '').replace(/-*>?$/, '')
  return {
    documentTitle: found.documentTitle,
    title: meta(TITLE) ?? linked('headline', 'title'),
    date: date ?? minuteOf(linked('datePublished', 'pubDate', 'dateCreated') ?? '') ?? found.scriptDate,
    source: named(
      meta(SOURCE)
        ?.replace(/^来源\s*[:：]\s*/, '')
        .split(/\s/)[0],
    ),
    author: named(meta(AUTHOR) ?? linked('author')),
    person: named(linkedPerson(found.linked) ?? found.author),
    siteName: named(meta(SITE) ?? linked('publisher')),
    addressDate: dateInAddress(address),
    addressMonth: monthInAddress(address),
    shown: found.shown,
    address,
    breadcrumb: linkedBreadcrumb(found.linked),
    column: named(meta(COLUMN) ?? linked('articleSection')),
  }
}

function gather(roots: Element[]): Found {
  const found: Found = {
    meta: new Map(),
    documentTitle: '',
    linked: [],
    scriptDate: null,
    shown: null,
    address: '',
    author: null,
  }
  for (const element of everyElement(roots)) {
    const { tagName } = element
    if (tagName === 'title' && found.documentTitle === '') found.documentTitle = ownText(element).slice(0, 500).trim()
    else if (tagName === 'meta') addMeta(found, element)
    else if (attribute(element, 'itemprop') === 'author') found.author ??= nameInside(element)
    else if (tagName === 'script') addScript(found, element)
    else if (tagName === 'link' && attribute(element, 'rel') === 'canonical')
      found.address ||= attribute(element, 'href')
  }
  found.address ||= found.meta.get('og:url') ?? ''
  return found
}

function addMeta(found: Found, element: Element): void {
  const name = (attribute(element, 'property') || attribute(element, 'name') || attribute(element, 'itemprop'))
    .replace(/\s/g, '')
    .toLowerCase()
  const content = attribute(element, 'content').slice(0, 1000).trim()
  if (name !== '' && content !== '' && !found.meta.has(name)) found.meta.set(name, content)
}

/** Names under which pages hand their time to their own scripts, as text or as seconds. */
const SCRIPT_TIME =
  /["']?(?:publish_?time|pub_?time|publish_?date|create_?time|ct|svr_time_create|ptime)["']?\s*[:=]\s*["']?(\d{10}(?:\d{3})?|\d{4}-\d{1,2}-\d{1,2}[ T]\d{1,2}:\d{2})\b/i

/** Names under which servers tell scripts what time it is. */
const SHOWN_TIME =
  /["']?\b(?:server_?time|svr_?time|sys(?:tem)?_?time|current_?time|now_?time)["']?\s*[:=]\s*["']?(\d{10}(?:\d{3})?|\d{4}-\d{1,2}-\d{1,2}[ T]\d{1,2}:\d{2})\b/i

function addScript(found: Found, element: Element): void {
  const text = ownText(element)
  if (/ld\+json/i.test(attribute(element, 'type'))) addLinkedData(found, text)
  else {
    found.scriptDate ??= minuteOf(SCRIPT_TIME.exec(text)?.[1] ?? '')
    found.shown ??= minuteOf(SHOWN_TIME.exec(text)?.[1] ?? '')
  }
}

/** schema.org's Person, named in place or by its `@id` elsewhere in the data. */
function linkedPerson(linked: Record<string, unknown>[]): string | null {
  for (const { author } of linked) {
    const [first] = [author].flat()
    const told = isRecord(first)
      ? (linked.find((data) => data['@id'] === first['@id'] && data !== first) ?? first)
      : null
    const person = [told, first].find((each) => isRecord(each) && each['@type'] === 'Person')
    if (person !== undefined) return textOf(person)
  }
  return null
}

const MOST_INSIDE = 30

function nameInside(author: Element): string | null {
  let looked = 0
  for (const element of everyElement([author])) {
    if (++looked > MOST_INSIDE) return null
    if (attribute(element, 'itemprop') !== 'name') continue
    return (attribute(element, 'content') || ownText(element)).slice(0, 100).trim() || null
  }
  return null
}

/** Names of schema.org's BreadcrumbList, the widest level first. */
function linkedBreadcrumb(linked: Record<string, unknown>[]): string[] {
  const list = linked.find((data) => data['@type'] === 'BreadcrumbList')?.itemListElement
  if (!Array.isArray(list)) return []
  return list.slice(0, 10).flatMap((level) => {
    if (!isRecord(level)) return []
    return textOf(level.name) ?? textOf(level.item) ?? []
  })
}

function addLinkedData(found: Found, text: string): void {
  let data: unknown
  try {
    // Line ends inside strings are common on such pages and are not JSON.
    data = JSON.parse(text.slice(0, 1_000_000).replace(/[\r\n\t]/g, ' '))
  } catch {
    return
  }
  const graph = isRecord(data) && Array.isArray(data['@graph']) ? data['@graph'] : Array.isArray(data) ? data : [data]
  for (const item of graph) if (isRecord(item)) found.linked.push(item)
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A text, or the name of a person or organisation, or the first of several. */
function textOf(value: unknown): string | null {
  if (typeof value === 'string') return value.trim() === '' ? null : value.trim()
  if (Array.isArray(value)) return textOf(value[0])
  return isRecord(value) && typeof value.name === 'string' ? textOf(value.name) : null
}

/** Date and minute of a metadata value, in China where it is given as seconds, with `Z` or with another offset. */
function minuteOf(value: string): string | null {
  if (/^\d{10}(?:\d{3})?$/.test(value)) return chinaMinute(Number(value.slice(0, 10)))
  if (/T.*(?:Z|[+-]\d{2}:?\d{2})$/.test(value)) {
    const time = Date.parse(value)
    if (!Number.isNaN(time)) return chinaMinute(time / 1000)
  }
  return firstDate(value)
}

/** Names of persons and outlets hold letters, and are neither addresses nor numbers nor templates. */
function named(value: string | null | undefined): string | null {
  const name = value?.trim() ?? ''
  return name === '' ||
    name.length > 40 ||
    !/\p{Script=Han}|^[A-Z]/u.test(name) ||
    /[@{}<>]|https?:|公众平台$/.test(name)
    ? null
    : name
}

/** The date in a page's address; null where there is none. */
export function dateInAddress(address: string): string | null {
  const match = /(?<!\d)((?:19|20)\d{2})[-/]?(\d{2})[-/]?(\d{2})(?!\d)/.exec(address.slice(0, 500))
  return match === null ? null : calendarDate(Number(match[1]), Number(match[2]), Number(match[3]))
}

function monthInAddress(address: string): string | null {
  const match = /\/((?:19|20)\d{2})(?:[-/]?(0[1-9]|1[0-2]))?(?=[/_-])/.exec(address.slice(0, 500))
  if (match === null) return null
  return match[2] === undefined ? (match[1] ?? null) : `${match[1]}-${match[2]}`
}
