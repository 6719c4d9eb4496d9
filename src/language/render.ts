import type { Approximation, Language } from '../model/index.js'
import { isoDay } from './days.js'
import { monthNames, smallNumbers } from './english-words.js'

const english = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 4, useGrouping: true })

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
  return `${Number(day)} ${monthNames[Number(month) - 1]} ${y}`
}

/** A number in running English: words up to nine, digits, then millions and billions. */
export function numberInText(value: number): string {
  if (Number.isInteger(value) && value > 0 && value < 10) return smallNumbers[value] ?? digits(value)
  return largeNumber(value)
}

/** 2020-02-01 to 2020-02-29 is February; null for every other span. */
function wholeMonth(from: string | null, to: string, language: Language, inferred: boolean): string | null {
  const [year = '', month = ''] = to.split('-')
  if (from !== `${year}-${month}-01` || to !== isoDay(Number(year), Number(month) + 1, 0)) return null
  const shown = inferred ? `[${year}]` : year
  return language === 'zh' ? `${shown}年${Number(month)}月` : `${monthNames[Number(month) - 1]} ${shown}`
}

/**
 * Millions with as many decimals as keep the value, at most four (RMB 3.746 million); from a hundred million on two (RMB
 * 125.44 million); all digits where that would lose more.
 */
function largeNumber(value: number): string {
  if (value < 1e6) return digits(value)
  const [size, name] = value >= 1e9 ? [1e9, 'billion'] : [1e6, 'million']
  const decimals = value / size >= 100 ? 2 : 4
  const rounded = Number((value / size).toFixed(decimals))
  return Math.abs(rounded * size - value) / value < 1e-5 ? `${digits(rounded)} ${name}` : digits(value)
}

const before: Record<Approximation, string> = {
  exact: '',
  over: 'more than ',
  nearly: 'nearly ',
  about: 'about ',
  under: 'fewer than ',
  atLeast: 'at least ',
  atMost: 'at most ',
  range: '',
}

/** 余 → `more than `, 近 → `nearly `; `mass` where the thing is weighed or is money (less than, not fewer than). */
export function approximationWords(approximation: Approximation, mass = false): string {
  return approximation === 'under' && mass ? 'less than ' : before[approximation]
}

/** A value with its approximation, or a range (`two to four`), as it stands in an English sentence. */
export function amountInText(
  { value, upper, approximation }: { value: number; upper: number | null; approximation: Approximation },
  { words = true, mass = false }: { words?: boolean; mass?: boolean } = {},
): string {
  const write = (number: number): string => (words ? numberInText(number) : largeNumber(number))
  if (approximation === 'range' && upper !== null) return `${write(value)} to ${write(upper)}`
  return approximationWords(approximation, mass) + write(value)
}

/** `16 February [2020]`, `26 January to 31 March [2020]`: a day or a span in a sentence of either language. */
export function renderSpan(from: string | null, to: string, language: Language, inferred = false): string {
  const month = wholeMonth(from, to, language, inferred)
  if (month !== null) return month
  const end = renderDate(to, language, inferred)
  if (from === null || from === to) return end
  const sameYear = from.slice(0, 4) === to.slice(0, 4)
  if (language === 'zh') {
    return `${renderDate(from, 'zh', inferred)}至${sameYear ? end.replace(/^[^年]*年/u, '') : end}`
  }
  const start = renderDate(from, 'en', inferred)
  return `${sameYear ? start.replace(/ \S+$/, '') : start} to ${end}`
}

function trimmed(value: number): string {
  return String(Number(value.toFixed(2)))
}
