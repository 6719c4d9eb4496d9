import type { Outline } from './outline.js'
import { weightOf } from './root.js'

const MOST_LEVELS = 30
const LEAST_WEIGHT = 40

/**
 * Endless pages print the next articles below the first, each in a box of the same make with a headline of its own.
 * The box of the one whose headline is the page's; -1 where the page is no such series.
 */
export function boxInSeries(outline: Outline, headline: number): number {
  const { blocks, boxes } = outline
  const level = blocks[headline]?.heading ?? 0
  if (level === 0) return -1
  let index = blocks[headline]?.box ?? -1
  for (let step = 0; step < MOST_LEVELS && index >= 0; step++) {
    const box = boxes[index]
    if (box === undefined) return -1
    const make = makeOf(box)
    const others = boxes.filter((each) => each.parent === box.parent && each !== box && makeOf(each) === make)
    const series = others.some((each) => blocks.slice(each.start, each.end).some(({ heading }) => heading === level))
    if (series) return weigh(outline, box) >= LEAST_WEIGHT ? index : -1
    index = box.parent
  }
  return -1
}

/** Element and names, without the numbers that tell one of a series from the next. */
function makeOf({ tag, names }: { tag: string; names: string }): string {
  return `${tag}${names.replace(/\d+/g, '')}`
}

function weigh(outline: Outline, { start, end }: { start: number; end: number }): number {
  return outline.blocks.slice(start, end).reduce((sum, block) => sum + weightOf(outline, block), 0)
}
