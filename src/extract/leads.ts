import { isBylineBlock } from './html-byline.js'
import { isProse } from './line.js'
import type { Block, Outline } from './outline.js'

const NAMES =
  /(?:^|[\s_-])(?:abstract|summary|zhaiyao|daodu|daoyu|lead|intro(?:duction)?|digest|brief|sapo|tishi)(?:$|[\s_-])/i
const OPENS = /^[【[]?(?:核心提示|阅读提示|内容提要|内容摘要|摘要|导读|导语|编者按)[】\]:：\s]/
/** Boxes around a lead are few. */
const MOST_LEVELS = 6

/**
 * Running text between headline and body in a box of its own, named as summary or lead: part of the article, unless the
 * body says the same.
 */
export function leadsBefore(
  { blocks, boxes }: Outline,
  { start, end, index }: { start: number; end: number; index: number },
): ReadonlySet<Block> {
  if (index < 0 || index >= start) return new Set()
  const found = blocks.slice(index + 1, start).filter((block) => {
    if (!isProse(block.text) || block.linked * 2 > block.text.length || isBylineBlock(block)) return false
    return OPENS.test(block.text) || isNamed(block.box)
  })
  if (found.length === 0) return new Set()
  const body = blocks
    .slice(start, end)
    .map(({ text }) => text)
    .join('\n')
  return new Set(found.filter(({ text }) => !body.includes(text.replace(OPENS, '').trim().slice(0, 30))))

  function isNamed(from: number): boolean {
    let box = boxes[from]
    for (let level = 0; level < MOST_LEVELS && box !== undefined && box.end <= start; level++) {
      if (NAMES.test(box.names)) return true
      box = boxes[box.parent]
    }
    return false
  }
}
