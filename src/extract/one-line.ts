import { authorOf, creditsIn, isByline, sourceOf } from './byline.js'
import { datesIn, firstDate } from './dates.js'
import { textLine } from './line.js'
import { NO_DATE, type Page } from './page.js'
import type { Removals } from './steps.js'

/** Where a scrape lost its line ends: wide space, or a space that follows a sentence or precedes a number of a list. */
const LOST_BREAK =
  /\s{2,}|\t|(?<=[。！？!?；：:”」）)])\s(?=[\p{Script=Han}“「《【（(])|\s(?=(?:[一二三四五六七八九十]{1,2}、|[（(][一二三四五六七八九十]{1,2}[）)]))/u

const TITLE_END = /(?:通知|公告|意见|办法|通告|倡议书?|公开信|规定|措施|公示|纪要|决定|指引|指南|[：:？?])$/
const NOT_TITLE =
  /[。；;，,：:]|^(?:新华社|中新社|本报|记者|原标题|近日|日前|昨日|今日|来源|作者|各[省市县区地有]|为|根据|按照|据|\d{4}年|.*\d日[电讯]|.*[（(](?:本报)?记者|[（(]|[一二三四五六七八九十]、)/

/** A text whose line ends were lost: the headline is its first phrase, and stays in the text. */
export function readOneLine(text: string, removals: Removals): Page {
  const { title, length } = titleOf(text)
  const rest = text.slice(length).trim()
  const lines = [title, ...rest.split(LOST_BREAK)].map((part) => part.trim()).filter((part) => part !== '')
  const bylines = lines.slice(1, 4).filter(isByline)
  const credits = bylines.flatMap(creditsIn)
  const date = firstDate(bylines.join('  '))
  return {
    title: title === '' ? null : title,
    publishedAt: date === null ? signedDate(text) : { value: date, basis: 'printed' },
    publisher: sourceOf(credits),
    author: authorOf(credits),
    credits,
    lines: lines
      .filter((line, i) => i === 0 || !bylines.includes(line) || !removals.take('byline', line))
      .map((line) => textLine(line)),
  }
}

/** The first phrase, with the phrases after it that still are headline. */
function titleOf(text: string): { title: string; length: number } {
  const phrases = [...text.slice(0, 400).matchAll(/\S+/g)]
  const first = phrases[0]
  if (first === undefined) return { title: '', length: 0 }
  if (first[0].length > 100) return shortTitle(first[0])
  let end = first[0].length
  for (let i = 1; i < phrases.length - 1; i++) {
    const phrase = phrases[i]
    if (phrase === undefined) break
    const so = text.slice(0, end)
    const gap = text.slice(end, phrase.index)
    if (/[|｜丨]$/.test(so) && gap === ' ') {
      end = phrase.index + phrase[0].length
      continue
    }
    if (gap !== ' ' || TITLE_END.test(so) || !continues(so, phrase[0]) || so.length + phrase[0].length > 60) break
    end = phrase.index + phrase[0].length
  }
  return { title: text.slice(0, end), length: end }
}

function continues(so: string, phrase: string): boolean {
  if (/^[|｜丨]/.test(phrase)) return true
  if (phrase.length > 32 || NOT_TITLE.test(phrase)) return false
  // The headline printed twice, or told again in other words, is not longer for that.
  const shared = [...phrase].filter((character) => so.includes(character)).length
  return shared < phrase.length * 0.7
}

function shortTitle(phrase: string): { title: string; length: number } {
  const end = phrase.search(/[。！？!?]/)
  if (end < 0 || end > 80) return { title: '', length: 0 }
  return { title: phrase.slice(0, phrase[end] === '。' ? end : end + 1), length: end + 1 }
}

/** Notices are signed with place and date at their end. */
export function signedDate(text: string): Page['publishedAt'] {
  const end = text.trimEnd()
  const tail = end.slice(-40)
  const last = datesIn(tail).at(-1)
  if (last === undefined || !/^[\s。）)（(此件公开发布)]*$/.test(tail.slice(last.end))) return NO_DATE
  if (/[\p{Script=Han}]$/u.test(tail.slice(0, last.start)) && /[至到自于在]$/.test(tail.slice(0, last.start)))
    return NO_DATE
  return { value: last.value, basis: 'inferred' }
}
