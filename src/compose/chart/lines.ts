import type { Language } from '../../model/index.js'
import type { Typesetter } from '../font/measure.js'
import { clippedLabel } from './labels.js'
import type { Bar, BarPlan } from './plan.js'
import { size } from './style.js'

/** A line of a bar chart: the name of a measure, or a bar with its label. */
export interface Line {
  text: string[]
  /** Null for the name of a measure. */
  bar: Bar | null
  indent: number
  /** Pixels from the top of the plot to its middle. */
  middle: number
}

const gap = 3
const partIndent = 14

/** Lines from the top down, each as tall as its label, and the height of all. */
export function linesOf(
  plan: BarPlan,
  languages: readonly Language[],
  widest: number,
  typesetter: Typesetter,
): { lines: Line[]; height: number } {
  // The name of a single measure stands above the drawing.
  const several = plan.groups.length > 1
  const lines: Line[] = []
  let top = 0
  const add = (text: string[], bar: Bar | null, indent: number) => {
    const tall = text.length * size.leading + gap
    lines.push({ text, bar, indent, middle: top + tall / 2 })
    top += tall
  }
  for (const { header, bars } of plan.groups) {
    if (several && header) add(clippedLabel(header, languages, widest * 1.6, typesetter, 600), null, 0)
    for (const bar of bars) {
      const indent = bar.part ? partIndent : 0
      add(clippedLabel(bar.label, languages, widest - indent, typesetter), bar, indent)
    }
    if (several) top += gap
  }
  return { lines, height: top }
}

/** Width of the column that holds all labels. */
export function columnOf(lines: readonly Line[], typesetter: Typesetter): number {
  const widths = lines.flatMap(({ text, bar, indent }) =>
    bar ? text.map((line) => typesetter.width(line, size.label, 400) + indent) : [],
  )
  return Math.ceil(Math.max(0, ...widths) + 10)
}
