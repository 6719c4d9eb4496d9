import { opensTail } from './furniture.js'
import type { Block, Outline } from './outline.js'

/** How much of a block's weight each box above it gets, one step of real nesting after the other. */
const DECAY = 0.55
const LEVELS = 6

/**
 * Index of the box that holds the article: running text weighs by its length where it stands in few links, and gives
 * each box above it a lesser share. Boxes that are named as comments, related news and the like give little.
 */
export function articleBox(outline: Outline): number {
  const scores = new Float64Array(outline.boxes.length)
  for (const block of outline.blocks) spread(outline, block, weightOf(outline, block), scores)
  let best = -1
  let most = 0
  outline.boxes.forEach((box, i) => {
    const score = (scores[i] ?? 0) * (box.role === 'article' ? 1.25 : 1)
    if (score > most) {
      most = score
      best = i
    }
  })
  return best < 0 ? -1 : widen(outline, best)
}

const MARKS = /[，。！？、；：,;]/g

/** Characters outside links, less where the block has no punctuation or is mostly links. */
export function weightOf(outline: Outline, block: Block): number {
  const length = block.text.length
  const marks = length > 5000 ? 50 : (block.text.match(MARKS)?.length ?? 0)
  if (length < 10 && marks === 0) return 0
  if (length < 80 && opensTail(block.text)) return 0
  // Running text has a mark in every few dozen characters; heaps of keywords have none.
  if (length > 300 && marks * 100 < length) return 0
  const free = Math.max(0, 1 - block.linked / length)
  const role = outline.boxes[block.box]?.role === 'aside' ? 0.05 : 1
  // Past 2,000 characters a single block says no more: keyword heaps are longer than any paragraph.
  return Math.min(length, 2000) * (marks > 0 ? 1 : 0.3) * free * free * role
}

function spread(outline: Outline, block: Block, weight: number, scores: Float64Array): void {
  if (weight <= 0) return
  let share = weight
  let index = block.box
  // The paragraph's own box holds nothing else: its parent is the first that can be a body.
  if (isSingle(outline, index)) index = nextBox(outline, index)
  for (let level = 0; level < LEVELS && index >= 0; level++) {
    scores[index] = (scores[index] ?? 0) + share
    share *= DECAY
    index = nextBox(outline, index)
  }
}

function isSingle(outline: Outline, index: number): boolean {
  const box = outline.boxes[index]
  return box !== undefined && box.end - box.start <= 1
}

/** The nearest box above that holds more than this one: wrappers around one child are no nesting. */
function nextBox(outline: Outline, index: number): number {
  const box = outline.boxes[index]
  if (box === undefined) return -1
  let parent = box.parent
  for (let steps = 0; steps < 400 && parent >= 0; steps++) {
    const above = outline.boxes[parent]
    if (above === undefined) return -1
    if (above.start < box.start || above.end > box.end) return parent
    parent = above.parent
  }
  return -1
}

/** A body cut into several boxes: the one above is taken where most of what it adds is running text as well. */
function widen(outline: Outline, start: number): number {
  let index = start
  for (let steps = 0; steps < 4; steps++) {
    const parent = nextBox(outline, index)
    const box = outline.boxes[index]
    const above = outline.boxes[parent]
    if (box === undefined || above === undefined || above.tag === 'body' || above.tag === 'html') break
    const added = outline.blocks
      .slice(above.start, above.end)
      .filter((_, i) => i + above.start < box.start || i + above.start >= box.end)
    const inside = sum(outline.blocks.slice(box.start, box.end), outline)
    const gained = sum(added, outline)
    const characters = added.reduce((total, block) => total + block.text.length, 0)
    if (gained < 0.25 * inside || gained < 0.7 * characters) break
    index = parent
  }
  return index
}

function sum(blocks: Block[], outline: Outline): number {
  return blocks.reduce((total, block) => total + weightOf(outline, block), 0)
}
