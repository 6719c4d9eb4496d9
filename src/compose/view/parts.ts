import { digits, shortNumber } from '../../language/render.js'
import { englishFactor } from '../../language/same-numbers.js'
import type { BriefingFact, Language, Text } from '../../model/index.js'
import type { Part } from '../context/index.js'

const numberWords = 'zero one two three four five six seven eight nine'.split(' ')

// A date, and a number with what it counts, stay on one line: 30万个, 近70万元; RMB 350,000; 2,500 protective.
const together = {
  zh: /\[?\d{4}\]?年\d{1,2}月(?:\d{1,2}日)?|[近约超逾]?\d(?:[\d,.]*\d)?(?:[–-]\d(?:[\d,.]*\d)?)?[百千万亿]*[余多]?[\p{Script=Han}%‰]?/gu,
  en: /(?:RMB )?\d(?:[\d,.]*\d)?(?:–\d(?:[\d,.]*\d)?)?%?(?: (?:million|billion))?(?: (?!(?:of|in|is|and|to|by|for|from|at|on|as|are|was|were|or|the|report)\b)[A-Za-z]{1,10}\b)?/g,
} as const
/** Where a line may break: nothing need be kept together in which it may not. */
const breakable = /[\s\p{Script=Han}–-]/u

/** A plain text, cut only where numbers must stay with their units. */
export function plainParts(text: string, language: Language): Part[] {
  const parts: Part[] = []
  let from = 0
  for (const match of text.matchAll(together[language])) {
    if (!breakable.test(match[0])) continue
    if (match.index > from) parts.push(plain(text.slice(from, match.index)))
    parts.push({ ...plain(match[0]), keep: true })
    from = match.index + match[0].length
  }
  if (from < text.length) parts.push(plain(text.slice(from)))
  return parts
}

export function plain(text: string): Part {
  return { text, href: null, id: null, keep: false, marked: false, number: null }
}

export interface Linked {
  fact: BriefingFact
  href: string
  id: string | null
}

/** A text in which the figures of `links` that it names are links; `found` collects the ids of those facts. */
export function linkedParts(text: string, language: Language, links: readonly Linked[], found: Set<string>): Part[] {
  const spans = figureSpans(text, language, links)
  const parts: Part[] = []
  let from = 0
  for (const { start, end, link } of spans) {
    parts.push(...plainParts(text.slice(from, start), language))
    parts.push({
      text: text.slice(start, end),
      href: link.href,
      id: found.has(link.fact.id) ? null : link.id,
      keep: true,
      marked: false,
      number: null,
    })
    found.add(link.fact.id)
    from = end
  }
  parts.push(...plainParts(text.slice(from), language))
  return parts
}

/** Ids of the facts whose figures a text names in every language it has. */
export function namedIn(text: Text, facts: readonly BriefingFact[], languages: readonly Language[]): Set<string> {
  const links = facts.map((fact) => ({ fact, href: '', id: null }))
  const sets = languages
    .filter((language) => text[language])
    .map((language) => new Set(figureSpans(text[language], language, links).map(({ link }) => link.fact.id)))
  return new Set(facts.map(({ id }) => id).filter((id) => sets.length && sets.every((set) => set.has(id))))
}

interface Span {
  start: number
  end: number
  link: Linked
}

function figureSpans(text: string, language: Language, links: readonly Linked[]): Span[] {
  const spans: Span[] = []
  for (const link of links) {
    const span = firstFree(text, forms(link.fact, language), spans) ?? sameNumber(text, language, link.fact, spans)
    if (span) spans.push({ ...span, link })
  }
  return spans.sort((a, b) => a.start - b.start)
}

function firstFree(
  text: string,
  candidates: readonly string[],
  taken: readonly Span[],
): { start: number; end: number } | null {
  for (const form of candidates) {
    for (let start = text.indexOf(form); start >= 0; start = text.indexOf(form, start + 1)) {
      const end = start + form.length
      const free = taken.every((span) => end <= span.start || start >= span.end)
      if (free && standsAlone(text, start, end)) return { start, end }
    }
  }
  return null
}

const numbers = {
  zh: /(\d[\d,]*(?:\.\d+)?)([千万亿]*)/g,
  en: /(?:RMB )?(\d[\d,]*(?:\.\d+)?)( (?:thousand|million|billion))?/g,
} as const
const multipliers: Record<string, number> = {
  '': 1,
  千: 1e3,
  万: 1e4,
  千万: 1e7,
  亿: 1e8,
  万亿: 1e12,
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
}

/** A number that is written otherwise but, to the decimals it shows, is the fact's: `RMB 8.624 million`. */
function sameNumber(
  text: string,
  language: Language,
  { quantity }: BriefingFact,
  taken: readonly Span[],
): { start: number; end: number } | null {
  const value = quantity.value * (language === 'en' ? englishFactor(quantity.unit) : 1)
  for (const match of text.matchAll(numbers[language])) {
    const [whole, digitsOf = '', unit = ''] = match
    const multiplier = multipliers[unit.trim()]
    const start = match.index
    const end = start + whole.length
    if (multiplier === undefined || taken.some((span) => end > span.start && start < span.end)) continue
    const decimals = digitsOf.split('.')[1]?.length ?? 0
    // A number without a multiplier must be the very number; one with it may be rounded.
    const slack = multiplier === 1 ? 1e-9 : (multiplier * 10 ** -decimals) / 2
    if (decimals + multiplier > 1 && Math.abs(Number(digitsOf.replaceAll(',', '')) * multiplier - value) <= slack)
      return { start, end }
  }
  return null
}

/** A number's text is not the tail or the head of a longer number or word. */
function standsAlone(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 2), start)
  const after = text.slice(end, end + 2)
  const first = text.charAt(start)
  if (/[A-Za-z]/.test(first)) return !/[A-Za-z]$/.test(before) && !/^[A-Za-z]/.test(after)
  if (/\d/.test(first) && /\d[,.]?$/.test(before)) return false
  return !(/\d/.test(text.charAt(end - 1)) && /^([\d%万亿千百]|[.,]\d)/.test(after))
}

/** How a figure may be written in running text, the longest first. */
function forms(fact: BriefingFact, language: Language): string[] {
  const { unit, surface } = fact.quantity
  const factor = language === 'en' ? englishFactor(unit) : 1
  const value = fact.quantity.value * factor
  const upper = fact.quantity.upper && fact.quantity.upper * factor
  const written = new Set<string>()
  if (language === 'zh') {
    written.add(surface)
    for (const number of [digits(value), shortNumber(value, 'zh'), String(value)]) {
      written.add(`${number}${unit ?? ''}`)
      written.add(number)
    }
    const bare = surface.match(/[\d.,]+[百千万亿]*/)?.[0]
    if (bare) written.add(bare)
  } else {
    const number = upper === null ? digits(value) : `${digits(value)}–${digits(upper)}`
    for (const form of [shortNumber(value, 'en'), number, digits(value)]) {
      written.add(`RMB ${form}`)
      written.add(form)
    }
    const word = Number.isInteger(value) ? numberWords[value] : undefined
    if (word) {
      written.add(word)
      written.add(word.charAt(0).toUpperCase() + word.slice(1))
    }
  }
  written.delete('')
  return [...written].sort((a, b) => b.length - a.length)
}
