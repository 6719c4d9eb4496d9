import type { Language, Text } from '../../model/index.js'
import type { Typesetter } from '../font/measure.js'
import { size } from './style.js'

export interface LabelSetting {
  languages: readonly Language[]
  /** Pixels. */
  widest: number
  typesetter: Typesetter
  weight?: 400 | 600
  /** Lines of a language; what does not fit them ends with `…`. As many as it takes where it is not given. */
  most?: number
}

/** A label in each language, each on lines of its own no wider than `widest`. */
export function labelLines(text: Text, setting: LabelSetting): string[] {
  return textsOf(text, setting.languages).flatMap((string) => folded(string, setting))
}

/** A label in all languages on one line. */
export function oneLine(text: Text, setting: LabelSetting): string {
  const [line = ''] = folded(textsOf(text, setting.languages).join(' '), { ...setting, most: 1 })
  return line
}

/** Width of the column that holds all labels, without air. */
export function columnFor(labels: readonly (readonly string[])[], typesetter: Typesetter): number {
  return Math.max(0, ...labels.flat().map((line) => typesetter.width(line, size.label, 400)))
}

/** Each language's text once; where there is none in these languages, the one there is. */
function textsOf(text: Text, languages: readonly Language[]): string[] {
  const texts = languages.map((language) => text[language]).filter((string) => string !== '')
  return texts.length ? [...new Set(texts)] : [text.zh || text.en]
}

function folded(text: string, { widest, typesetter, weight = 400, most }: LabelSetting): string[] {
  const width = (part: string) => typesetter.width(part, size.label, weight)
  const lines = wrap(text, widest, width)
  if (most === undefined || lines.length <= most) return lines
  const kept = wrap(text, widest - width('…'), width).slice(0, most)
  return kept.map((line, at) => (at === most - 1 ? `${line.replace(/[\s·,，]+$/u, '')}…` : line))
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
