import { authorOf, type Credit, creditsIn, isByline, sourceOf } from './byline.js'
import { linesOf, withoutMarkup } from './clean.js'
import { firstDate } from './dates.js'
import { furnitureKind } from './furniture.js'
import { countChinese, isProse, type Line, textLine } from './line.js'
import { readOneLine, signedDate } from './one-line.js'
import { NO_DATE, type Page } from './page.js'
import type { Removals } from './steps.js'

/** A plain text as scraped: with or without what stood around the article, with or without its line ends. */
export function readPlainText(text: string, removals: Removals): Page {
  const lines = linesOf(withoutMarkup(text))
  const [only] = lines
  if (only === undefined) return { ...emptyPage(), lines: [] }
  if (lines.length === 1) return readOneLine(only, removals)
  return readLines(
    lines.map((line) => textLine(line)),
    removals,
  )
}

function emptyPage(): Page {
  return { title: null, publishedAt: NO_DATE, publisher: null, author: null, credits: [], lines: [] }
}

/** Lines that may stand before an article: a headline further down is none. */
const MOST_BEFORE = 300

/** Lines in page order: navigation, headline, byline, body and what follows it. */
export function readLines(lines: Line[], removals: Removals): Page {
  const texts = lines.map((line) => line.text)
  const prose = firstProse(texts)
  const byline = texts.slice(0, Math.min(Math.max(prose, 1), MOST_BEFORE)).findIndex(isByline)
  const title = titleLine(lines, byline >= 0 ? byline : prose)
  const head = title >= 0 ? title : Math.max(0, Math.min(byline < 0 ? prose : byline, prose))
  const { start, credits, date } = readByline(texts, head, title)
  for (const text of texts.slice(0, Math.max(title, 0))) removals.add('before', text)
  if (title >= 0) removals.add('headline', texts[title] ?? '')
  for (const text of texts.slice(title + 1, start)) removals.add('byline', text)
  const printed = title < 0 ? null : fullTitle(texts[title] ?? '', texts)
  return {
    title: printed,
    publishedAt: date === null ? signedDate(texts.slice(-3).join(' ')) : { value: date, basis: 'printed' },
    publisher: sourceOf(credits),
    author: authorOf(credits),
    credits,
    lines: lines.slice(start),
  }
}

/** Index of the first running text that is not page furniture; the number of lines where there is none. */
function firstProse(texts: string[]): number {
  const found = texts.findIndex(
    (text) => (text.includes('。') || text.length >= 60) && isProse(text) && furnitureKind(text) === null,
  )
  return found < 0 ? texts.length : found
}

/** The most headline-like of the lines before the byline or the first running text; -1 where there is none. */
function titleLine(lines: Line[], before: number): number {
  let best = -1
  let most = 0
  for (let i = 0; i < Math.min(before, lines.length, MOST_BEFORE); i++) {
    const line = lines[i]
    if (line === undefined || furnitureKind(line.text) !== null || isByline(line.text)) continue
    const chinese = countChinese(line.text)
    if (chinese < 2 || line.text.length > 100) continue
    // Real headlines have eight characters and more; of several the nearest to its byline stands last.
    const value = Math.min(chinese, 16) + (line.marked ? 12 : 0) + (chinese >= 8 ? i / (before + 1) : 0)
    if (value > most) {
      most = value
      best = i
    }
  }
  return best
}

/** Bylines around the headline: a few lines before it, all that follow it up to the body. */
function readByline(
  texts: string[],
  head: number,
  title: number,
): { start: number; credits: Credit[]; date: string | null } {
  const found = texts.slice(Math.max(0, head - 4), Math.max(0, head)).filter(isByline)
  let start = title < 0 ? head : title + 1
  while (start < texts.length) {
    const text = texts[start] ?? ''
    if (isByline(text)) found.push(text)
    else if (furnitureKind(text) === null) break
    start++
  }
  const credits = found.flatMap(creditsIn)
  return { start: start < texts.length ? start : 0, credits, date: firstDate(found.join(' \n ')) }
}

/** `原标题：《…》` gives the headline in full where the printed one was cut. */
export function fullTitle(printed: string, texts: string[]): string {
  const cut = printed.replace(/(?:\.{2,}|…+)$/, '')
  for (const text of texts) {
    const original = /^[（(【[]?\s*(?:本文)?原标题\s*[:：]\s*《?(.{4,120}?)》?[）)】\]]?$/.exec(text.slice(0, 200))?.[1]
    if (original !== undefined && original.length > cut.length && original.startsWith(cut)) return original
  }
  return printed
}
