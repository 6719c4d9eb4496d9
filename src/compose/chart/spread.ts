import type { Chart, ChartConfiguration, Plugin } from 'chart.js'
import type { Typesetter } from '../font/measure.js'
import type { Frame } from './bars.js'
import { type Drawing, drawChart } from './draw.js'
import { clippedLabel } from './labels.js'
import type { SpreadPlan, SpreadRow } from './plan.js'
import { colour, size } from './style.js'
import { penOf, type SvgContext } from './svg-context.js'
import { logarithmicTick } from './ticks.js'

const axisHeight = 20
/** Height of a row: the values in its upper part, their median below. */
const row = 34
const half = 3.2
/** Room at the right for the number of the largest value. */
const beyond = 66
/** Beyond this many, marks would cover each other: the ends, the middle half and the median say it. */
const mostMarks = 60

/** For each measure how the organisations lie: a mark each, the middle half, the median; one logarithmic scale for all. */
export function drawSpread(plan: SpreadPlan, frame: Frame, typesetter: Typesetter): Drawing {
  const labels = plan.rows.map(({ label }) => clippedLabel(label, frame.languages, frame.width * 0.3, typesetter))
  const column = Math.max(...labels.flat().map((line) => typesetter.width(line, size.label, 400))) + 14
  const height = plan.rows.length * row
  const values = plan.rows.flatMap(({ values }) => values)
  const [least, most] = [Math.min(...values), Math.max(...values)]
  const configuration = {
    type: 'scatter',
    data: { datasets: [{ data: [] }] },
    options: {
      layout: { padding: { right: beyond, top: 2 } },
      scales: {
        x: {
          type: 'logarithmic',
          min: 10 ** Math.floor(Math.log10(least)),
          max: most,
          border: { display: false },
          grid: { color: colour.hairline, lineWidth: 0.5, tickLength: 0 },
          ticks: {
            font: { size: size.label - 0.6, family: 'sans-serif' },
            color: colour.quiet,
            autoSkip: false,
            includeBounds: false,
            maxRotation: 0,
            padding: 4,
            callback: logarithmicTick(Math.ceil(Math.log10(most / least) / 7)),
          },
        },
        y: {
          type: 'linear',
          min: 0,
          max: plan.rows.length,
          reverse: true,
          border: { display: false },
          grid: { display: false },
          ticks: { display: false },
          afterFit: (scale: { width: number }) => {
            scale.width = column
          },
        },
      },
    },
    plugins: [rows(plan.rows, labels)],
  } as unknown as ChartConfiguration
  return drawChart(configuration, { ...frame, height: height + axisHeight }, typesetter)
}

function rows(plan: readonly SpreadRow[], labels: readonly string[][]): Plugin {
  return {
    id: 'rows',
    afterDraw(chart: Chart) {
      const { x, y } = chart.scales
      if (!x || !y) return
      plan.forEach((one, index) => {
        const pen = penOf(chart)
        const top = y.getPixelForValue(index)
        drawLabel(pen, labels[index] ?? [], y.left, top)
        drawRow(pen, one, (value) => x.getPixelForValue(value), top + 11)
      })
    },
  }
}

function drawLabel(pen: SvgContext, lines: readonly string[], left: number, top: number): void {
  pen.font = `${size.label}px sans-serif`
  pen.textAlign = 'left'
  pen.textBaseline = 'middle'
  pen.fillStyle = colour.ink
  for (const [at, line] of lines.entries()) pen.fillText(line, left, top + 11 + at * size.leading)
}

function drawRow(
  pen: SvgContext,
  { values, lower, median, upper, medianShown, largest }: SpreadRow,
  at: (value: number) => number,
  middle: number,
): void {
  const [first = 0, last = 0] = [values[0], values.at(-1)]
  pen.fillStyle = colour.tint
  pen.fillRect(at(lower), middle - half, Math.max(1, at(upper) - at(lower)), half * 2)
  line(pen, colour.rule, 0.75, [at(first), middle], [at(last), middle])
  if (values.length <= mostMarks) {
    marks(pen, values.map(at), middle)
  }
  line(pen, colour.ink, 1.8, [at(median), middle - 6], [at(median), middle + 6])
  pen.font = `${size.label - 0.8}px sans-serif`
  pen.textBaseline = 'middle'
  pen.textAlign = 'center'
  pen.fillStyle = colour.quiet
  pen.fillText(medianShown, at(median), middle + 11.5)
  pen.textAlign = 'left'
  pen.font = `600 ${size.label}px sans-serif`
  pen.fillStyle = colour.ink
  pen.linkTo(largest.href)
  pen.fillText(largest.shown, at(last) + 6, middle)
  pen.linkTo(null)
}

/** All in one path: as dots they would be most of a page's bytes. */
function marks(pen: SvgContext, places: readonly number[], middle: number): void {
  pen.strokeStyle = colour.accent
  pen.lineWidth = 1.1
  pen.beginPath()
  for (const place of places) {
    pen.moveTo(place, middle - half)
    pen.lineTo(place, middle + half)
  }
  pen.stroke()
}

function line(pen: SvgContext, stroke: string, width: number, from: [number, number], to: [number, number]): void {
  pen.strokeStyle = stroke
  pen.lineWidth = width
  pen.beginPath()
  pen.moveTo(...from)
  pen.lineTo(...to)
  pen.stroke()
}
