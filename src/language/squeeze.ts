import { normalise } from './normalise.js'
import type { Span } from './segments.js'

/** A text without blanks and punctuation, and where each of its characters stood. */
export interface Squeezed {
  text: string
  at: number[]
}

/** What tells texts apart: letters, digits, percent, and the point inside a number. */
export function squeeze(text: string): Squeezed {
  const plain = normalise(text)
  const at: number[] = []
  let kept = ''
  for (let i = 0; i < plain.length; ) {
    const character = String.fromCodePoint(plain.codePointAt(i) ?? 0)
    const point = character === '.' && /\d/.test(plain[i - 1] ?? '') && /\d/.test(plain[i + 1] ?? '')
    if (point || /[\p{L}\p{N}%‰]/u.test(character)) {
      for (let unit = 0; unit < character.length; unit++) at.push(i + unit)
      kept += character
    }
    i += character.length
  }
  return { text: kept, at }
}

/** Where `needle`, squeezed, stands in `text`, in its order; spans are into `text`. */
export function occurrences({ text, at }: Squeezed, needle: string): Span[] {
  if (needle === '') return []
  const found: Span[] = []
  for (let i = text.indexOf(needle); i >= 0; i = text.indexOf(needle, i + needle.length)) {
    if (!isWhole(text, i, i + needle.length)) continue
    found.push({ start: at[i] ?? 0, end: (at[i + needle.length - 1] ?? 0) + 1 })
  }
  return found
}

const numeral = /[\d.〇零一二三四五六七八九十百千万亿]/

/** 3个 in 13个 is not that figure. */
function isWhole(text: string, start: number, end: number): boolean {
  const cut = (before: string | undefined, after: string | undefined): boolean =>
    numeral.test(before ?? '') && numeral.test(after ?? '')
  return !cut(text[start - 1], text[start]) && !cut(text[end - 1], text[end])
}

const numerals = /[\d.〇零一二三四五六七八九十百千万亿]+/g

/** A sentence without its numbers, and how many of them begin before the UTF-16 offset `at`. */
export function numeralRuns(sentence: string, at: number): { skeleton: string; before: number } {
  const squeezed = squeeze(sentence)
  const offset = squeezed.at.findIndex((index) => index >= at)
  const ahead = squeezed.text.slice(0, offset < 0 ? undefined : offset)
  return { skeleton: squeezed.text.replace(numerals, '#'), before: ahead.match(numerals)?.length ?? 0 }
}
