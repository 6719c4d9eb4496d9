import type { Chart, ChartConfiguration, Plugin } from 'chart.js'
import type { Text } from '../../model/index.js'
import type { Typesetter } from '../font/measure.js'
import type { Frame } from './bars.js'
import { type Drawing, drawChart } from './draw.js'
import { columnFor, labelLines } from './labels.js'
import { strokeLine } from './lanes.js'
import { colour, size } from './style.js'
import { penOf, type SvgContext } from './svg-context.js'

/** Two values of one thing, then and now; all lines of a plan have one unit. */
export interface SlopePlan {
  /** Heads of the two sides. */
  before: Text
  now: Text
  lines: { label: Text; before: number; after: number; shownBefore: string; shownAfter: string; href: string }[]
}

const gap = 3
/** A line shorter than this shows no slope. */
const shortest = 56

interface Placed {
  line: SlopePlan['lines'][number]
  label: string[]
  /** Places of the two values on the scale, and of their texts, which must not touch. */
  from: number
  to: number
  fromText: number
  toText: number
}

/** A line for each thing from its earlier value to its present one, on one scale from zero; numbers at both ends. */
export function drawSlope(plan: SlopePlan, frame: Frame, typesetter: Typesetter): Drawing {
  const sides = sidesOf(plan, typesetter)
  const widest = Math.min(frame.width * 0.48, frame.width - sides.left - shortest - sides.numbers)
  const setting = { languages: frame.languages, widest, typesetter, most: 2 }
  const labels = plan.lines.map(({ label }) => labelLines(label, setting))
  const tall = Math.max(...labels.map((lines) => lines.length)) * size.leading + gap
  const plot = Math.max(84, plan.lines.length * (tall + 6))
  const headHeight = frame.languages.length * size.leading + 2
  const placed = place(plan, labels, plot, headHeight + tall / 2, tall)
  const height = Math.ceil(headHeight + tall / 2 + plot + tall / 2 + 2)
  const configuration = {
    type: 'scatter',
    data: { datasets: [{ data: [] }] },
    options: { layout: { padding: 0 }, scales: { x: hidden(frame.width), y: { ...hidden(height), reverse: true } } },
    plugins: [slopes(placed, plan, frame, typesetter, sides)],
  } as unknown as ChartConfiguration
  return drawChart(configuration, { ...frame, height }, typesetter)
}

function hidden(max: number) {
  return { type: 'linear', display: false, min: 0, max }
}

/** Room for the numbers: left of the lines, and between the lines and their labels. */
interface Sides {
  left: number
  numbers: number
}

function sidesOf({ lines }: SlopePlan, typesetter: Typesetter): Sides {
  const bold = (text: string) => typesetter.width(text, size.label, 600)
  return {
    left: Math.max(...lines.map(({ shownBefore }) => bold(shownBefore)), 30) + 8,
    numbers: Math.max(...lines.map(({ shownAfter }) => bold(shownAfter))) + 14,
  }
}

function place(plan: SlopePlan, labels: readonly string[][], plot: number, top: number, tall: number): Placed[] {
  const largest = Math.max(...plan.lines.flatMap(({ before, after }) => [before, after]))
  const y = (value: number) => top + (1 - value / largest) * plot
  const placed = plan.lines.map((line, index) => {
    const [from, to] = [y(line.before), y(line.after)]
    return { line, label: labels[index] ?? [], from, to, fromText: from, toText: to }
  })
  apart(placed, 'fromText', size.leading, top + plot)
  apart(placed, 'toText', tall, top + plot)
  return placed
}

/** Pushes texts down until none touches the one above, then back up where the last stands below the plot. */
function apart(placed: readonly Placed[], key: 'fromText' | 'toText', least: number, bottom: number): void {
  const sorted = [...placed].sort((a, b) => a[key] - b[key])
  let above = Number.NEGATIVE_INFINITY
  for (const one of sorted) {
    one[key] = Math.max(one[key], above + least)
    above = one[key]
  }
  let below = bottom + least
  for (const one of sorted.reverse()) {
    one[key] = Math.min(one[key], below - least)
    below = one[key]
  }
}

function slopes(
  placed: readonly Placed[],
  plan: SlopePlan,
  frame: Frame,
  typesetter: Typesetter,
  { left, numbers }: Sides,
): Plugin {
  const column = columnFor(
    placed.map(({ label }) => label),
    typesetter,
  )
  const right = Math.max(left + shortest, frame.width - numbers - column)
  return {
    id: 'slopes',
    afterDraw(chart: Chart) {
      const pen = penOf(chart)
      heads(pen, plan, frame)
      for (const one of placed) {
        drawLine(pen, one, left, right)
        drawTexts(pen, one, left, right, numbers)
      }
    },
  }
}

function heads(pen: SvgContext, plan: SlopePlan, frame: Frame): void {
  pen.font = `${size.label - 0.6}px sans-serif`
  pen.textBaseline = 'middle'
  pen.textAlign = 'left'
  pen.fillStyle = colour.quiet
  const lines = (words: Text) => {
    const said = [...new Set(frame.languages.map((language) => words[language]).filter(Boolean))]
    return said.length === 0 ? [words.zh] : said
  }
  for (const [i, text] of lines(plan.before).entries()) pen.fillText(text, 0, 6 + i * size.leading)
  pen.textAlign = 'right'
  for (const [i, text] of lines(plan.now).entries()) pen.fillText(text, frame.width, 6 + i * size.leading)
}

function drawLine(pen: SvgContext, { from, to }: Placed, left: number, right: number): void {
  strokeLine(pen, { stroke: colour.accent, width: 1.2 }, [left, from], [right, to])
  pen.fillStyle = colour.accent
  for (const [x, y] of [
    [left, from],
    [right, to],
  ] as const) {
    pen.beginPath()
    pen.arc(x, y, 2.6, 0, Math.PI * 2)
    pen.fill()
  }
}

function drawTexts(
  pen: SvgContext,
  { line, label, fromText, toText }: Placed,
  left: number,
  right: number,
  numbers: number,
) {
  pen.fillStyle = colour.ink
  pen.textBaseline = 'middle'
  pen.font = `600 ${size.label}px sans-serif`
  pen.textAlign = 'right'
  pen.fillText(line.shownBefore, left - 6, fromText)
  pen.textAlign = 'left'
  pen.linkTo(line.href)
  pen.fillText(line.shownAfter, right + 6, toText)
  pen.linkTo(null)
  pen.font = `${size.label}px sans-serif`
  for (const [at, text] of label.entries()) {
    pen.fillText(text, right + numbers, toText + (at - (label.length - 1) / 2) * size.leading)
  }
}
