import type { Language } from '../../model/index.js'
import type { Typesetter } from '../font/measure.js'
import { columnFor, labelLines } from './labels.js'
import type { Bar } from './plan.js'
import { size } from './style.js'

/** A line of a bar chart: a bar with its label. */
export interface Line {
  text: string[]
  bar: Bar
  indent: number
  /** Pixels from the top of the plot to its middle. */
  middle: number
}

const gap = 3
const partIndent = 14

/** Lines from the top down, each as tall as its label, and the height of all. */
export function linesOf(
  bars: readonly Bar[],
  languages: readonly Language[],
  widest: number,
  typesetter: Typesetter,
): { lines: Line[]; height: number } {
  const lines: Line[] = []
  let top = 0
  for (const bar of bars) {
    const indent = bar.part ? partIndent : 0
    const text = labelLines(bar.label, { languages, widest: widest - indent, typesetter, most: 3 })
    const tall = text.length * size.leading + gap
    lines.push({ text, bar, indent, middle: top + tall / 2 })
    top += tall
  }
  return { lines, height: top }
}

/** Width of the column that holds all labels. */
export function columnOf(lines: readonly Line[], typesetter: Typesetter): number {
  return Math.ceil(Math.max(0, ...lines.map(({ text, indent }) => columnFor([text], typesetter) + indent)) + 10)
}
