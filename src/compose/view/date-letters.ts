import type * as context from '../context/index.js'
import { flat } from './words.js'

/** Gives each date of the figures a letter, a, b, c …, in order of appearance, and returns what they stand for. */
export function letterDates(figures: readonly context.Figure[]): context.Comparison['dates'] {
  const dates = new Map<string, context.Comparison['dates'][number]>()
  for (const figure of figures) {
    if (!figure.time) continue
    const key = flat(figure.time)
    const date = dates.get(key) ?? { letter: letter(dates.size), words: figure.time }
    dates.set(key, date)
    figure.dated = date.letter
  }
  return [...dates.values()]
}

/** a … z, aa, ab … */
function letter(index: number): string {
  const last = String.fromCharCode(97 + (index % 26))
  return index < 26 ? last : letter(Math.floor(index / 26) - 1) + last
}
