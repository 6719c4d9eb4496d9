import type * as context from '../context/index.js'
import { flat } from './words.js'

/** More letters nobody would look up: the days stand in the evidence. */
const mostLetters = 26

/** Gives each date of the figures a letter, a, b, c …, in order of appearance, and returns what they stand for; none of too many. */
export function letterDates(figures: readonly context.Figure[]): context.Comparison['dates'] {
  const dates = new Map<string, context.Comparison['dates'][number]>()
  for (const figure of figures) {
    if (!figure.time) continue
    const key = flat(figure.time)
    const date = dates.get(key) ?? { letter: letter(dates.size), words: figure.time }
    dates.set(key, date)
    figure.dated = date.letter
  }
  if (dates.size <= mostLetters) return [...dates.values()]
  for (const figure of figures) figure.dated = null
  return []
}

/** a … z, aa, ab … */
function letter(index: number): string {
  const last = String.fromCharCode(97 + (index % 26))
  return index < 26 ? last : letter(Math.floor(index / 26) - 1) + last
}
