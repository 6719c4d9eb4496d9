import { isToday } from './byline.js'
import { datesIn } from './dates.js'
import type { Block } from './outline.js'

const PAGE_OF_PAPER =
  /第\s?[A-Z]?\d{1,3}\s?版|第[一二三四五六七八九十]{1,3}版|(?:^|\s)[A-Z]?\d{1,3}\s?版(?:[:：\s]|$)|版次\s*[:：]/
const HEAD = 60
const NEAR = 3

/** The day of a newspaper's edition: printed with the number of its page in the head. */
export function editionDate(blocks: Block[]): string | null {
  const head = blocks.slice(0, HEAD).map(({ text }) => text.slice(0, 120))
  const page = head.findIndex((text) => PAGE_OF_PAPER.test(text))
  if (page < 0) return null
  const near = head.slice(Math.max(0, page - NEAR), page + NEAR + 1)
  const dated = near.filter((text) => text.length <= 60 && (isToday(text) || PAGE_OF_PAPER.test(text)))
  return dated.flatMap((text) => datesIn(text)[0]?.value.slice(0, 10) ?? [])[0] ?? null
}
