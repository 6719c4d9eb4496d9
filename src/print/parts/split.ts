import { counters } from '../numbers/counters.js'

/** Stands in a template between elements of the body where a new page may begin. */
const marker = /<!--\s*part\s*-->/

/**
 * Characters of a part's body. Chromium looks at every link for each of its pages, so that a document takes it four
 * times as long where it is twice as long; much smaller parts would cost more in joints than they save.
 */
const partLength = 400_000

/** Counts, and pages that differ from one to the next, need the document in one piece. */
const wholeOnly =
  /counter-(?:reset|set|increment)|counters\(|@page[^{]*:(?:left|right|blank|nth)|\bcounter\((?!\s*pages?\s*\))/
/** Only the first part has the first page: elsewhere its rules are those of a kind of page that there is none of. */
const firstPage = /(@page[^{:]*):first/g

/**
 * The document in parts, each a document of its own that begins on a new page, all of much the same length; the whole
 * where it is short, says nowhere that it may be parted, or cannot be. How many there are depends on nothing but the text.
 */
export function splitHtml(html: string): string[] {
  const body = /<body[^>]*>/.exec(html)
  const end = html.lastIndexOf('</body>')
  if (body === null || end === -1) return [html]
  const start = body.index + body[0].length
  const head = html.slice(0, start)
  const groups = grouped(html.slice(start, end).split(marker))
  if (groups.length === 1 || wholeOnly.test(head)) return [html]
  const counted = head.replace(
    /\bcounter\(\s*(pages?)\s*\)/g,
    (_, name: keyof typeof counters) => `"${counters[name]}"`,
  )
  const places = groups.map(placesIn)
  const targets = new Set(places.flatMap(({ linked }) => [...linked]))
  return groups.map((group, i) => {
    const { ids, linked } = places[i] ?? placesIn(group)
    const own = i === 0 ? counted : counted.replace(firstPage, '@page no-page')
    return `${own}${group}${elsewhere(ids, linked, targets)}${html.slice(end)}`
  })
}

/** Pieces put together to parts of much the same length. */
function grouped(pieces: readonly string[]): string[] {
  const total = pieces.reduce((sum, { length }) => sum + length, 0)
  const share = total / Math.max(1, Math.round(total / partLength))
  const groups: string[] = []
  let before = 0
  let group = ''
  for (const piece of pieces) {
    // A piece goes where its middle lies.
    if (group !== '' && before + piece.length / 2 > share * (groups.length + 1)) {
      groups.push(group)
      group = ''
    }
    group += piece
    before += piece.length
  }
  return [...groups, group]
}

function placesIn(html: string): { ids: ReadonlySet<string>; linked: ReadonlySet<string> } {
  const all = (pattern: RegExp) => new Set([...html.matchAll(pattern)].map(([, id = '']) => id))
  return { ids: all(/ id="([^"]+)"/g), linked: all(/ href="#([^"]+)"/g) }
}

/**
 * What makes Chromium write a link to a place in another part (only where the place is there, seen or not), and a
 * destination for a link from another part (only where a link to it is there, seen or not).
 */
function elsewhere(ids: ReadonlySet<string>, linked: ReadonlySet<string>, targets: ReadonlySet<string>): string {
  const away = [...linked].filter((id) => !ids.has(id)).map((id) => `<i id="${id}"></i>`)
  const awaited = [...ids].filter((id) => targets.has(id) && !linked.has(id)).map((id) => `<a href="#${id}"></a>`)
  return `<div hidden style="display:none!important">${away.join('')}${awaited.join('')}</div>`
}
