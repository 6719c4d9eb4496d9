import { authorOf, creditsIn, isByline, isDateLine, isToday, outletBesideDate, sourceOf } from './byline.js'
import { linesOf, withoutMarkup } from './clean.js'
import { firstDate } from './dates.js'
import { splitFrontMatter, withFrontMatter } from './front-matter.js'
import { furnitureKind } from './furniture.js'
import { countChinese, isProse, type Line, textLine } from './line.js'
import { looseDate, resolved } from './loose-dates.js'
import { readOneLine, signedDate } from './one-line.js'
import { NO_DATE, type Page } from './page.js'
import type { Removals } from './steps.js'

/** A plain text as scraped: with or without what stood around the article, with or without its line ends. */
export function readPlainText(text: string, removals: Removals): Page {
  const { body, front } = splitFrontMatter(text)
  const lines = linesOf(withoutMarkup(body))
  const [only] = lines
  if (only === undefined) return { ...emptyPage(), lines: [] }
  const page =
    lines.length === 1
      ? readOneLine(only, removals)
      : readLines(
          lines.map((line, i) => plainLine(line, lines[i + 1] ?? '')),
          removals,
        )
  return withFrontMatter(page, front)
}

const FILM = /^视频\s?[:：|丨]\s?[^。]{2,40}$/

/** Captions of pictures and films, and how long a film is. */
function plainLine(text: string, next: string): Line {
  const film = FILM.test(text) || (/^\d{1,2}:\d{2}(?::\d{2})?$/.test(text) && FILM.test(next))
  const caption = film || (text.length <= 60 && /^图\s?\d{1,2}\s?[:：]|^[▲△]/.test(text))
  return textLine(text, caption ? { kind: 'caption' } : {})
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
  const byline = texts
    .slice(0, Math.min(Math.max(prose, 1), MOST_BEFORE))
    .findIndex((text) => isByline(text) && !isToday(text))
  const title = titleLine(lines, byline >= 0 ? byline : prose, byline >= 0)
  const head = title >= 0 ? title : Math.max(0, Math.min(byline < 0 ? prose : byline, prose))
  const { start, subtitles, bylines } = readHead(texts, head, title, prose)
  const stepAt = (i: number) => (i < title ? 'before' : i === title ? 'headline' : 'byline')
  const credits = bylines.flatMap(creditsIn)
  const date = firstDate(bylines.join(' \n '))
  const outlet = bylines.map(outletBesideDate).find((name) => name !== null) ?? bylines.find(isAccount) ?? null
  return {
    title: title < 0 ? null : fullTitle(texts[title] ?? '', texts),
    publishedAt: date === null ? looselyDated(bylines, texts) : { value: date, basis: 'printed' },
    publisher: sourceOf(credits) ?? outlet,
    author: authorOf(credits),
    credits,
    lines: lines.filter((line, i) => i >= start || subtitles.has(i) || !removals.take(stepAt(i), line.text)),
  }
}

/** A byline without its year or told from the day of reading, by today's date in the page's head; else a signature. */
function looselyDated(bylines: string[], texts: string[]): Page['publishedAt'] {
  const loose = bylines.map(looseDate).find((date) => date !== null)
  const today = texts.slice(0, MOST_BEFORE).find(isToday)
  const value = loose && today !== undefined ? resolved(loose, { shown: firstDate(today), near: null }) : null
  return value == null ? signedDate(texts.slice(-3).join(' ')) : { value, basis: 'inferred' }
}

/** Index of the first running text that is not page furniture; the number of lines where there is none. */
function firstProse(texts: string[]): number {
  const found = texts.findIndex(
    (text) =>
      (text.includes('。') || text.length >= 60) && isProse(text) && !isByline(text) && furnitureKind(text) === null,
  )
  return found < 0 ? texts.length : found
}

/** The most headline-like of the lines before the byline or the first running text; -1 where there is none. */
function titleLine(lines: Line[], before: number, byline: boolean): number {
  let best = -1
  let most = Number.NEGATIVE_INFINITY
  for (let i = 0; i < Math.min(before, lines.length, MOST_BEFORE); i++) {
    const line = lines[i]
    if (line === undefined || furnitureKind(line.text) !== null || isByline(line.text)) continue
    const chinese = countChinese(line.text)
    if (chinese < 2 || line.text.length > 100 || /[：:，,、；;]$/.test(line.text)) continue
    // Real headlines have eight characters and more. Right before a byline the nearest is it; else it comes early.
    const place = byline ? (chinese >= 8 ? i / (before + 1) : 0) : -0.75 * i
    const value = Math.min(chinese, byline ? 16 : 14) + (line.marked ? 12 : 0) + place
    if (value > most) {
      most = value
      best = i
    }
  }
  return best
}

interface Head {
  /** Index of the first line of the body. */
  start: number
  /** Lines between headline and byline that belong to the article: a subtitle. */
  subtitles: Set<number>
  bylines: string[]
}

const ACCOUNT =
  /^[\p{Script=Han}A-Za-z+]{2,14}(?:发布|日报|晚报|晨报|早报|时报|快报|新闻|在线|融媒体?(?:中心)?|电视台|之声|政务|资讯|观察|网|[^称口符账]号)$/u

/** The account or outlet alone on its line, as apps print it over the time. */
function isAccount(text: string): boolean {
  return ACCOUNT.test(text)
}

/** Bylines around the headline: a few lines before it, all that follow it up to the body, past a subtitle. */
function readHead(texts: string[], head: number, title: number, prose: number): Head {
  const bylines = texts
    .slice(Math.max(0, head - 4), Math.max(0, head))
    .filter((text) => isByline(text) && !isToday(text))
  const first = title < 0 ? head : title + 1
  const last = Math.min(texts.length, Math.max(prose, first))
  let start = first
  for (let i = first; i < texts.length; i++) {
    const text = texts[i] ?? ''
    if (isByline(text) || (isAccount(text) && isDateLine(texts[i + 1] ?? ''))) bylines.push(text)
    else if (furnitureKind(text) === null) {
      // A subtitle or two may stand before the byline.
      if (i >= last || i - start >= 2) break
      continue
    }
    start = i + 1
  }
  const subtitles = new Set<number>()
  for (let i = first; i < start; i++)
    if (!bylines.includes(texts[i] ?? '') && !isByline(texts[i] ?? '') && furnitureKind(texts[i] ?? '') === null)
      subtitles.add(i)
  return { start: start < texts.length ? start : 0, subtitles, bylines }
}

/** `原标题：《…》` gives the headline in full where the printed one was cut. */
function fullTitle(printed: string, texts: string[]): string {
  const cut = printed.replace(/(?:\.{2,}|…+)$/, '')
  for (const text of texts) {
    const original = /^[（(【[]?\s*(?:本文)?原标题\s*[:：]\s*《?(.{4,120}?)》?[）)】\]]?$/.exec(text.slice(0, 200))?.[1]
    if (original !== undefined && original.length > cut.length && original.startsWith(cut)) return original
  }
  return printed
}
