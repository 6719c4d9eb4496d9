import type { Approximation, Language } from '../model/index.js'

const english = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 4, useGrouping: true })
const months = 'January February March April May June July August September October November December'.split(' ')

/** 357100 → `357,100`: the form of both languages in tables. */
export function digits(value: number): string {
  return english.format(value)
}

/** 125440200 → `125.44 million` in English, `1.254亿` in Chinese; small numbers in digits. For running text and large type. */
export function shortNumber(value: number, language: Language): string {
  if (language === 'zh') {
    if (value >= 1e8) return `${trimmed(value / 1e8)}亿`
    if (value >= 1e4) return `${trimmed(value / 1e4)}万`
    return String(value)
  }
  if (value >= 1e9) return `${trimmed(value / 1e9)} billion`
  if (value >= 1e6) return `${trimmed(value / 1e6)} million`
  return digits(value)
}

const marks: Record<Approximation, string> = {
  exact: '',
  over: '≥',
  nearly: '≈',
  about: '~',
  under: '<',
  atLeast: '≥',
  atMost: '≤',
  range: '',
}

/** The mark before a figure in a table cell, explained once below the table. */
export function approximationMark(approximation: Approximation): string {
  return marks[approximation]
}

/** `2020-02-16` → `16 February 2020` or `2020年2月16日`; the year in square brackets where it was inferred. */
export function renderDate(iso: string, language: Language, inferred = false): string {
  const [year = '', month = '1', day = '1'] = iso.slice(0, 10).split('-')
  const y = inferred ? `[${year}]` : year
  if (language === 'zh') return `${y}年${Number(month)}月${Number(day)}日`
  return `${Number(day)} ${months[Number(month) - 1]} ${y}`
}

function trimmed(value: number): string {
  return String(Number(value.toFixed(2)))
}
