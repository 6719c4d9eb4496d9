import { attribute, type Element, everyElement, ownText } from './dom.js'
import { countChinese } from './line.js'

/** Chinese characters from which on a text is a body. */
const LEAST = 80
/** Texts of a page that are looked at: pages hold one body, and lists of teasers that are shorter. */
const MOST_TEXTS = 2000

/** A body with what stands beside it under names that tell what it is. */
export interface Embedded {
  html: string
  title: string | null
  source: string | null
}

/**
 * The body that a page keeps in a script (a string of JSON) or a textarea for its own scripts to show, as HTML: of all
 * such texts that hold paragraphs, or are linked data's `articleBody`, the longest. Null where there is none.
 */
export function embeddedBody(roots: Element[]): Embedded | null {
  let best: Embedded | null = null
  let most = LEAST - 1
  for (const element of everyElement(roots)) {
    for (const text of textsIn(element)) {
      const length = countChinese(text.html)
      if (length > most) {
        most = length
        best = text
      }
    }
  }
  return best
}

function textsIn(element: Element): Embedded[] {
  if (element.tagName === 'textarea') return [ownText(element)].filter(hasParagraphs).map(alone)
  if (element.tagName !== 'script' || attribute(element, 'src') !== '') return []
  const linked = /ld\+json/i.test(attribute(element, 'type'))
  const script = ownText(element)
  return literalsIn(script).flatMap(({ raw, key, start }) => {
    const text = decoded(raw)
    if (text === null) return []
    if (hasParagraphs(text)) return [{ html: text, ...namesBeside(script, start, start + raw.length) }]
    return linked && key === 'articleBody' ? [alone(paragraphs(text))] : []
  })
}

function alone(html: string): Embedded {
  return { html, title: null, source: null }
}

/** Characters around a body in which its own title and source stand. */
const NEAR = 3000
const TITLE =
  /"(?:(?:\w{1,12}_?)?(?:title|headline)|(?!author|user|nick|editor|channel|column|site|media|source|tag|cate)(?:\w{1,12}_)?name)"\s{0,4}:\s{0,4}"((?:[^"\\]|\\.){6,200})"/gi
const SOURCE =
  /"(?:(?:show_?)?source(?:_?name)?|media(?:_?name)?|publisher(?:_?name)?)"\s{0,4}:\s{0,4}"((?:[^"\\]|\\.){2,60})"/gi

/** The nearest title and source before the body in its own object, else right after it. */
function namesBeside(script: string, start: number, end: number): Omit<Embedded, 'html'> {
  const before = script.slice(Math.max(0, start - NEAR), start)
  const own = before.slice(objectStart(before))
  const after = script.slice(end, end + NEAR).split(/[{}]/)[0] ?? ''
  const nearest = (pattern: RegExp) => {
    const raw = [...own.matchAll(pattern)].at(-1)?.[1] ?? [...after.matchAll(pattern)][0]?.[1]
    const text = raw === undefined ? null : decoded(raw)?.trim()
    return text !== undefined && text !== null && /\p{Script=Han}/u.test(text) && !text.includes('<') ? text : null
  }
  return { title: nearest(TITLE), source: nearest(SOURCE) }
}

/** Where the object begins that the end of a script's part stands in: objects that closed before are others. */
function objectStart(part: string): number {
  let depth = 0
  for (let i = part.length - 1; i >= 0; i--) {
    if (part[i] === '}') depth++
    else if (part[i] === '{' && depth-- === 0) return i
  }
  return 0
}

/** Bodies have several paragraphs, and no code. */
function hasParagraphs(text: string): boolean {
  return (text.match(/<p[\s>]|<\/p>|<br\s*\/?>/gi)?.length ?? 0) >= 2 && !/<script|function\s*\(|<html[\s>]/i.test(text)
}

function paragraphs(text: string): string {
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  return escaped
    .split(/\n+|\s{3,}/)
    .map((line) => `<p>${line}</p>`)
    .join('')
}

/** Long strings in double quotes with the key before them, in one pass. */
function literalsIn(script: string): { raw: string; key: string; start: number }[] {
  const found: { raw: string; key: string; start: number }[] = []
  let start = script.indexOf('"')
  while (start >= 0 && found.length < MOST_TEXTS) {
    const end = endOfLiteral(script, start + 1)
    if (end < 0) break
    if (end - start > LEAST) {
      const key = /"([\w-]{1,40})"\s{0,4}:\s{0,4}$/.exec(script.slice(Math.max(0, start - 60), start))?.[1] ?? ''
      found.push({ raw: script.slice(start + 1, end), key, start: start + 1 })
    }
    start = script.indexOf('"', end + 1)
  }
  return found
}

function endOfLiteral(script: string, from: number): number {
  for (let i = from; i < script.length; i++) {
    const code = script.charCodeAt(i)
    if (code === BACKSLASH) i++
    else if (code === QUOTE) return i
  }
  return -1
}

const BACKSLASH = 0x5c
const QUOTE = 0x22

/** The string that a literal stands for, once more unescaped where it was escaped for HTML; null for no JSON. */
function decoded(raw: string): string | null {
  try {
    const text: unknown = JSON.parse(`"${raw.replace(/[\r\n\t]/g, ' ')}"`)
    if (typeof text !== 'string') return null
    if (!text.includes('&lt;p')) return text
    return text
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&#x3D;', '=')
      .replaceAll('&amp;', '&')
  } catch {
    return null
  }
}
