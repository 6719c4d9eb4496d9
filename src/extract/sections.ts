import { type Section, zhOnly } from '../model/index.js'
import { isProse, type Line } from './line.js'

const NUMBERED =
  /^(?:[一二三四五六七八九十]{1,3}\s?[、.．]|[（(][一二三四五六七八九十]{1,3}[）)]|第[一二三四五六七八九十百]{1,4}[章节編编部分]{1,2}\s|[【[][^】\]]{2,24}[】\]]$)/
const SENTENCE = /[。；;]/
const OPEN_END = /[，,、：:；;。.…）)]$/
/** What is short and without a final mark but heads nothing. */
const NO_HEADING = /^(?:附件?[:：\d]|[“‘「].*[”’」]$|——|图[:：\d]|注[:：]|[\d\s.,%/:：\-—]+$|[①-⑳]|[（(]|https?:)/

/** Where much is bold, bold says nothing. */
const MOST_MARKED = 0.35

/** Body text of the lines and the sections that its headings open: each from its heading to the next. The headline is none. */
export function compose(lines: Line[], title: string | null): { text: string; sections: Section[] } {
  const text = lines.map((line) => line.text).join('\n')
  const sections: Section[] = []
  const plain = plainHeadings(lines)
  const bold = lines.filter((line) => line.marked).length <= Math.max(2, lines.length * MOST_MARKED)
  let start = 0
  lines.forEach((line, i) => {
    if ((isHeading(line, lines[i + 1], bold) || plain.has(i)) && line.text !== title) {
      const last = sections.at(-1)
      if (last !== undefined) last.end = start - 1
      sections.push({ heading: zhOnly(line.text), start, end: text.length })
    }
    start += line.text.length + 1
  })
  return { text, sections }
}

/** A heading by its make or its number, with something under it. */
function isHeading(line: Line, next: Line | undefined, marks: boolean): boolean {
  const { text, kind } = line
  if (next === undefined || kind !== 'text' || text.length < 2 || text.length > 50) return false
  if (SENTENCE.test(text) || OPEN_END.test(text) || /！{2,}$/.test(text)) return false
  return NUMBERED.test(text) || (marks && line.marked && /\p{L}/u.test(text) && !NO_HEADING.test(text))
}

/**
 * Headings that only stand on a line of their own, without a final mark, over running text. Where most lines are like
 * that (verse, lists, chat style) nothing can be told from it.
 */
function plainHeadings(lines: Line[]): Set<number> {
  const found = new Set<number>()
  lines.forEach((line, i) => {
    const next = lines[i + 1]
    const above = lines[i - 1]
    if (next === undefined || !looksLikeHeading(line) || !isProse(next.text)) return
    if (above === undefined || isProse(above.text) || above.kind !== 'text') found.add(i)
  })
  const short = lines.filter((line) => looksLikeHeading(line)).length
  return short * 2 > lines.length ? new Set() : found
}

function looksLikeHeading(line: Line): boolean {
  const { text, kind } = line
  if (kind !== 'text' || text.length < 4 || text.length > 32) return false
  return !SENTENCE.test(text) && !OPEN_END.test(text) && !NO_HEADING.test(text)
}
