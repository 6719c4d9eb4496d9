import { grouped } from '../../model/index.js'
import type * as context from '../context/index.js'
import { flat } from './words.js'

/** More letters nobody would look up: other days are written out, or stand in the evidence. */
const mostLetters = 8
/** A day of fewer figures is written out beside them. */
const fewest = 3

/** Gives the days that many of the figures are of a letter, a, b, c …, in order of appearance; returns what they stand for. */
export function letterDates(figures: readonly context.Figure[]): context.Comparison['dates'] {
  const days = grouped(
    figures.filter(({ time }) => time !== null),
    ({ time }) => (time ? flat(time) : ''),
  )
  const frequent = new Set(
    [...days]
      .filter(([, own]) => own.length >= fewest)
      .sort(([, a], [, b]) => b.length - a.length)
      .slice(0, mostLetters)
      .map(([day]) => day),
  )
  return [...days]
    .filter(([day]) => frequent.has(day))
    .flatMap(([, own], index) => {
      for (const figure of own) figure.dated = letter(index)
      const words = own[0]?.time
      return words ? [{ letter: letter(index), words }] : []
    })
}

function letter(index: number): string {
  return String.fromCharCode(97 + index)
}
