import {
  type DateMention,
  findDates,
  isFigure,
  maskLookAlikes,
  normalise,
  type ScannedQuantity,
  type Sentence,
  type Span,
  scanQuantities,
  segment,
} from '../language/index.js'
import type { Article } from '../model/index.js'

/** A number of the text with the sentence and clause it stands in. */
export interface Mention {
  quantity: ScannedQuantity
  /** Counts or measures something; the others only lend their noun to later ones. */
  figure: boolean
  sentence: SentenceReading
  clause: Span
  /** Its place among the numbers of its sentence. */
  index: number
}

export interface SentenceReading extends Sentence {
  paragraph: number
  /** Zh of the heading above; empty in the lead. */
  heading: string
  isHeading: boolean
  /** The line that announces the list this one stands in: 累计接收物资： */
  leadIn: SentenceReading | null
  mentions: Mention[]
  dates: DateMention[]
}

/** An article's text, cut up and scanned once; everything else looks at this. */
export interface Reading {
  article: Article
  text: string
  /** As much of `text` as is read, character for character, variants of characters made one. */
  plain: string
  sentences: SentenceReading[]
  dates: DateMention[]
  /** Where the figures begin that are left out because there are more than `mostFigures`; null where all are read. */
  unreadFrom: number | null
}

/** Figures that are read of one article: five times those of the longest report, and what a few seconds can tell. */
export const mostFigures = 10_000
/** Characters that are read of one article: those of a few thick books. */
export const mostCharacters = 1_000_000

export function read(article: Article, names: readonly string[]): Reading {
  const { text } = article
  const plain = normalise(text.slice(0, readTo(text)))
  const mask = maskLookAlikes(plain, names)
  const dates = findDates(plain)
  for (const { start, end } of dates) mask.fill(1, start, end)
  const sentences = readSentences(article, plain)
  const unreadFrom = distribute(plain, sentences, dates, scanQuantities(plain, mask))
  return { article, text, plain, sentences, dates, unreadFrom }
}

/** Where reading ends: with the text, or behind the last whole line within `mostCharacters`, the last character where there is none. */
function readTo(text: string): number {
  if (text.length <= mostCharacters) return text.length
  const line = text.lastIndexOf('\n', mostCharacters)
  return line < mostCharacters / 2 ? mostCharacters : line
}

/** A short line that ends like no sentence. */
const untitled = /^[^。！？；，\d]{2,26}$/

function readSentences(article: Article, plain: string): SentenceReading[] {
  const sentences: SentenceReading[] = []
  let leadIn: SentenceReading | null = null
  let begun = 0
  segment(plain).forEach((paragraph, index) => {
    while ((article.sections[begun]?.start ?? Number.POSITIVE_INFINITY) <= paragraph.start) begun++
    const last = article.sections[begun - 1]
    const section = last && paragraph.start < last.end ? last : undefined
    const heading = section?.heading.zh ?? ''
    const line = plain.slice(paragraph.start, paragraph.end)
    const isHeading = (section?.start === paragraph.start && line.length <= heading.length + 2) || untitled.test(line)
    const listed: boolean = leadIn !== null && line.length <= 60 && !/[。！？]./.test(line) && /\d/.test(line)
    if (!listed) leadIn = null
    for (const { start, end, clauses } of paragraph.sentences) {
      const at = leadIn?.paragraph ?? index
      sentences.push({ start, end, clauses, paragraph: at, heading, isHeading, leadIn, mentions: [], dates: [] })
    }
    if (line.endsWith('：') || line.endsWith(':')) leadIn = sentences.at(-1) ?? null
  })
  return sentences
}

/** Puts dates and numbers into their sentences: one walk over both. Gives where it stopped, with more figures than are read. */
function distribute(
  plain: string,
  sentences: SentenceReading[],
  dates: DateMention[],
  found: ScannedQuantity[],
): number | null {
  let figures = 0
  let at = 0
  let nextDate = 0
  for (const sentence of sentences) {
    for (; nextDate < dates.length; nextDate++) {
      const date = dates[nextDate]
      if (!date || date.start >= sentence.end) break
      if (date.start >= sentence.start) sentence.dates.push(date)
    }
    let clauseAt = 0
    for (; at < found.length; at++) {
      const quantity = found[at]
      if (!quantity || quantity.start >= sentence.end) break
      if (quantity.start < sentence.start || quantity.end > sentence.end) continue
      while ((sentence.clauses[clauseAt]?.end ?? sentence.end) < quantity.end) clauseAt++
      const clause = sentence.clauses[clauseAt] ?? sentence
      const figure = isFigure(plain, quantity, plain.slice(clause.start, quantity.start))
      if (figure && ++figures > mostFigures) return quantity.start
      sentence.mentions.push({ quantity, figure, sentence, clause, index: sentence.mentions.length })
    }
  }
  return null
}

/** The count before a number in its sentence. */
export function previousCount({ index, sentence }: Mention): Mention | undefined {
  for (let i = index - 1; i >= 0; i--) {
    const other = sentence.mentions[i]
    if (other?.figure && other.quantity.unitKind !== 'duration') return other
  }
  return undefined
}
