import type { Area, Line } from './graphics.js'
import { emptyHalves } from './punctuation.js'

interface Box extends Area {
  text: string
}

/** Of a line's height: what letters cover above the baseline. */
const covered = 0.65
/** Of the narrower and the lower text: letters that are set close are no fault. */
const least = { ems: 0.35, share: 0.3, high: 0.5 }
/** Finds text that is drawn over other text of its page. */
export class Overlaps {
  readonly #boxes: Box[] = []

  /** Text that is not upright is left out. */
  add({ from, to, top }: Line, text: string): void {
    const height = (top[1] - to[1]) * covered
    if (Math.abs(from[1] - to[1]) > 0.1 || height <= 0) return
    const { before, after } = emptyHalves(text, height / covered)
    const left = Math.min(from[0], to[0]) + before
    const right = Math.max(from[0], to[0]) - after
    this.#boxes.push({ left, right, bottom: from[1], top: from[1] + height, text })
  }

  found(): [string, string][] {
    const boxes = [...this.#boxes].sort((a, b) => a.bottom - b.bottom)
    const found: [string, string][] = []
    for (const [i, box] of boxes.entries()) {
      for (let next = i + 1; next < boxes.length; next++) {
        const other = boxes[next]
        if (other === undefined || other.bottom >= box.top) break
        if (liesOver(box, other)) found.push([box.text, other.text])
      }
    }
    return found
  }
}

function liesOver(one: Box, other: Box): boolean {
  const wide = Math.min(one.right, other.right) - Math.max(one.left, other.left)
  const high = Math.min(one.top, other.top) - Math.max(one.bottom, other.bottom)
  const narrower = Math.min(one.right - one.left, other.right - other.left)
  const lower = Math.min(one.top - one.bottom, other.top - other.bottom)
  const em = lower / covered
  return wide > em * least.ems && wide > narrower * least.share && high > lower * least.high
}
