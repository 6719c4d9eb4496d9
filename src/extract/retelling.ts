import type { Article } from '../model/index.js'

/** A sentence as printed, what is compared of it, and the same without its figures. */
export interface Sentence {
  printed: string
  /** Its place in the body. */
  start: number
  end: number
  key: string
  masked: string
  figures: boolean
}

/** An article as it is compared with others. */
export interface Retelling {
  article: Article
  /** Letters and digits of the body, in one form. */
  key: string
  sentences: Sentence[]
  keys: ReadonlySet<string>
  masked: ReadonlySet<string>
}

const DATELINE =
  /^(?:[（(]?(?:新华社|中新社|新华网|人民网|中新网|央视网|本报|本网|本台|据?[\p{Script=Han}]{2,10}(?:网|报|社|台))?[\p{Script=Han}\s]{0,10}(?:\d{4}年)?\d{1,2}月\d{1,2}日(?:电|讯|消息|报道)|(?:本报|本网|本台|[\p{Script=Han}]{2,8}[网报社台])(?:综合)?讯)\s*/u
const REPORTER =
  /[（(](?:本报|本网|特约|见习|实习)?(?:全媒体)?(?:首席)?(?:记者|通讯员|作者|编辑|文)[:：／/\s]?[^（）()]{1,40}[）)]/g
const FIGURES = /[\d零〇一二三四五六七八九十百千万亿两]+(?:\.\d+[十百千万亿]*)?/g

export function retellingOf(article: Article): Retelling {
  const parts = article.text.slice(0, LONGEST).matchAll(/[^。！？!?；;\n]+[。！？!?；;]*[”’」』）)]*/g)
  const sentences = [...parts].map((part) => sentenceOf(part[0], part.index)).filter(({ key }) => key.length >= 4)
  return {
    article,
    key: sentences.map(({ key }) => key).join(''),
    sentences,
    keys: new Set(sentences.map(({ key }) => key)),
    masked: new Set(sentences.map(({ masked }) => masked)),
  }
}

/** Characters of a body that are compared: no story is longer. */
const LONGEST = 2_000_000

function sentenceOf(text: string, start: number): Sentence {
  const printed = text.trim()
  const bare = printed.slice(0, 400).replace(DATELINE, '').replace(REPORTER, '') + printed.slice(400)
  const key = comparable(bare)
  const masked = key.replace(FIGURES, '#')
  return {
    printed,
    start,
    end: start + text.length,
    key,
    masked,
    figures: /[\d]|[零〇一二三四五六七八九十百千万亿两]{2}/.test(key),
  }
}

function comparable(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}.%]|\.(?!\d)/gu, '')
}

/** Least length of a body whose sentences can be told apart from formulas; shorter ones must be the same throughout. */
const SHORT = 80
const SHARED = 0.7
const SHARED_FIGURES = 0.8
/** Where so many sentences with figures are shared, one may be new, however long: a paragraph that was added. */
const LEAST_SHARED = 3
/** From here on a text is a part of the other: it must then begin as the other does, or have its headline. */
const PART = 0.5
const MOST_DAYS = 45

/** What a shorter text has that the fuller one lacks; null where the two are not one story. */
export function addedBy(shorter: Retelling, fuller: Retelling): Sentence[] | null {
  if (shorter.key === fuller.key) return shorter.key.length >= SHORT || sameTitle(shorter, fuller) ? [] : null
  if (shorter.key.length < SHORT || daysApart(shorter.article, fuller.article) > MOST_DAYS) return null
  const missing = shorter.sentences.filter(({ key }) => !fuller.keys.has(key))
  // The same sentence with another figure is a later count, or another body's: never the same story.
  if (missing.some(({ masked, key }) => masked !== key && fuller.masked.has(masked))) return null
  if (lengthOf(missing) > (1 - SHARED) * lengthOf(shorter.sentences)) return null
  const counted = shorter.sentences.filter(({ figures }) => figures)
  const own = missing.filter(({ figures }) => figures)
  const onlyAdds = own.length === 1 && counted.length > LEAST_SHARED
  if (!onlyAdds && lengthOf(own) > (1 - SHARED_FIGURES) * lengthOf(counted)) return null
  const part = shorter.key.length < PART * fuller.key.length
  if (part && !beginsAlike(shorter, fuller) && !sameTitle(shorter, fuller)) return null
  return missing
}

/** A cut text tells the start of the whole; a text that is only quoted in a round-up does not. */
function beginsAlike(shorter: Retelling, fuller: Retelling): boolean {
  const opening = new Set(fuller.sentences.slice(0, 5).map(({ key }) => key))
  const first = shorter.sentences.slice(0, 3)
  return 2 * lengthOf(first.filter(({ key }) => opening.has(key))) >= lengthOf(first)
}

function lengthOf(sentences: Sentence[]): number {
  return sentences.reduce((sum, { key }) => sum + key.length, 0)
}

function sameTitle(one: Retelling, other: Retelling): boolean {
  const [a, b] = [one, other].map(({ article }) => comparable(article.title.zh))
  return a !== undefined && a.length >= 4 && a === b
}

function daysApart(one: Article, other: Article): number {
  const [a, b] = [one, other].map(({ publishedAt }) => Date.parse(publishedAt.value?.slice(0, 10) ?? ''))
  const days = Math.abs((a ?? Number.NaN) - (b ?? Number.NaN)) / 86_400_000
  return Number.isNaN(days) ? 0 : days
}
