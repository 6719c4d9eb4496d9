import { isBoxTitle, isLinkLine } from './furniture.js'
import type { Block, Outline } from './outline.js'

/** Boxes around one block are few, however deep the page is nested. */
const MOST_LEVELS = 50

/**
 * Blocks of boxes inside an article that hold a title (`相关新闻`, a short heading) and links below it, and nothing
 * else. The article goes on behind such a box, however little is left of it.
 */
export function boxedLists({ blocks, boxes }: Outline, body: { start: number; end: number }): Set<Block> {
  const found = new Set<Block>()
  const linesBefore = countBefore(blocks, (block) => !isLinkLine(block))
  for (let i = body.start; i < body.end; i++) {
    const block = blocks[i]
    if (block === undefined || found.has(block) || !opensList(block)) continue
    let end = i
    let box = boxes[block.box]
    for (let level = 0; level < MOST_LEVELS && box !== undefined && box.start === i && box.end <= body.end; level++) {
      const onlyLinks = linesBefore[box.end] === linesBefore[i + 1]
      if (!onlyLinks || box.start === body.start) break
      end = box.end
      box = boxes[box.parent]
    }
    if (end > i + 1) for (const each of blocks.slice(i, end)) found.add(each)
  }
  return found
}

function opensList(block: Block): boolean {
  return isBoxTitle(block.text) || (block.marked && block.text.length <= 12)
}

/** For each place, how many blocks before it are of a kind. */
function countBefore(blocks: Block[], isOfKind: (block: Block) => boolean): Int32Array {
  const counts = new Int32Array(blocks.length + 1)
  blocks.forEach((block, i) => {
    counts[i + 1] = (counts[i] ?? 0) + (isOfKind(block) ? 1 : 0)
  })
  return counts
}
