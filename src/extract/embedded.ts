import { attribute, type Element, everyElement, ownText } from './dom.js'
import { countChinese } from './line.js'

/** Chinese characters from which on a text is a body. */
const LEAST = 80
/** Texts of a page that are looked at: pages hold one body, and lists of teasers that are shorter. */
const MOST_TEXTS = 2000

/**
 * The body that a page keeps in a script (a string of JSON) or a textarea for its own scripts to show, as HTML: of all
 * such texts that hold paragraphs, or are linked data's `articleBody`, the longest. Null where there is none.
 */
export function embeddedBody(roots: Element[]): string | null {
  let best: string | null = null
  let most = LEAST - 1
  for (const element of everyElement(roots)) {
    for (const text of textsIn(element)) {
      const length = countChinese(text)
      if (length > most) {
        most = length
        best = text
      }
    }
  }
  return best
}

function textsIn(element: Element): string[] {
  if (element.tagName === 'textarea') return [ownText(element)].filter(hasParagraphs)
  if (element.tagName !== 'script' || attribute(element, 'src') !== '') return []
  const linked = /ld\+json/i.test(attribute(element, 'type'))
  return literalsIn(ownText(element)).flatMap(({ raw, key }) => {
    const text = decoded(raw)
    if (text === null) return []
    if (hasParagraphs(text)) return [text]
    return linked && key === 'articleBody' ? [paragraphs(text)] : []
  })
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
function literalsIn(script: string): { raw: string; key: string }[] {
  const found: { raw: string; key: string }[] = []
  let start = script.indexOf('"')
  while (start >= 0 && found.length < MOST_TEXTS) {
    const end = endOfLiteral(script, start + 1)
    if (end < 0) break
    if (end - start > LEAST) {
      const key = /"([\w-]{1,40})"\s{0,4}:\s{0,4}$/.exec(script.slice(Math.max(0, start - 60), start))?.[1] ?? ''
      found.push({ raw: script.slice(start + 1, end), key })
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
