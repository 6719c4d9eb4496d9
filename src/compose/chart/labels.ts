import type { Language, Text } from '../../model/index.js'
import type { Typesetter } from '../font/measure.js'
import { size } from './style.js'

/** A label in each language, each on lines of its own no wider than `widest` pixels. */
export function labelLines(
  text: Text,
  languages: readonly Language[],
  widest: number,
  typesetter: Typesetter,
  weight: 400 | 600 = 400,
): string[] {
  const texts = languages.map((language) => text[language]).filter((string) => string !== '')
  const shown = texts.length ? texts : [text.zh || text.en]
  return [...new Set(shown)].flatMap((string) =>
    wrap(string, widest, (part) => typesetter.width(part, size.label, weight)),
  )
}

/** As `labelLines`, one line for each language, cut with `…` where it is too wide. */
export function clippedLabel(
  text: Text,
  languages: readonly Language[],
  widest: number,
  typesetter: Typesetter,
  weight: 400 | 600 = 400,
): string[] {
  const texts = languages.map((language) => text[language]).filter((string) => string !== '')
  const shown = texts.length ? texts : [text.zh || text.en]
  return [...new Set(shown)].map((string) => {
    const [first = '', second] = wrap(string, widest - 8, (part) => typesetter.width(part, size.label, weight))
    return second === undefined ? first : `${first.replace(/[\s·,，]+$/u, '')}…`
  })
}

/** A label in all languages on one line. */
export function oneLine(text: Text, languages: readonly Language[], widest: number, typesetter: Typesetter): string {
  const both = [...new Set(languages.map((language) => text[language]).filter(Boolean))].join(' ') || text.zh || text.en
  const [line = ''] = clippedLabel({ ...text, zh: both, en: '' }, ['zh'], widest, typesetter)
  return line
}

/** Breaks between words, and between Chinese characters; a single word that is too wide is broken too. */
function wrap(text: string, widest: number, width: (text: string) => number): string[] {
  const lines: string[] = []
  let line = ''
  for (const piece of pieces(text)) {
    if (line && width((line + piece).trimEnd()) > widest) {
      lines.push(line.trim())
      line = ''
    }
    line += piece
  }
  if (line.trim()) lines.push(line.trim())
  return lines
}

function pieces(text: string): string[] {
  const words = text.match(/\p{Script=Han}[,。、;:)》”’]*|[^\s\p{Script=Han}]+\s*|\s+/gu) ?? []
  return words.flatMap((word) => (word.length > 24 ? (word.match(/.{1,12}/gsu) ?? []) : [word]))
}
