import type { Chart, ChartConfiguration, Plugin } from 'chart.js'
import type { Typesetter } from '../font/measure.js'
import type { Frame } from './bars.js'
import { type Drawing, drawChart } from './draw.js'
import { columnFor, labelLines } from './labels.js'
import { axisTicks, laneAxis, laneLabel, strokeLine } from './lanes.js'
import type { SpreadPlan, SpreadRow } from './plan.js'
import { colour, size } from './style.js'
import { penOf, type SvgContext } from './svg-context.js'
import { logarithmicTick } from './ticks.js'

const axisHeight = 20
/** Least height of a row: the values in its upper part, their median below. */
const row = 42
/** From the top of a row to its values and the first line of its label. */
const middleOfRow = 13
const half = 3.2
/** Air around the number of the largest value, at the right. */
const air = 12
/** Beyond this many, marks would cover each other: the ends, the middle half and the median say it. */
const mostMarks = 60

/** For each measure how the organisations lie: a mark each, the middle half, the median; one logarithmic scale for all. */
export function drawSpread(plan: SpreadPlan, frame: Frame, typesetter: Typesetter): Drawing {
  const setting = { languages: frame.languages, widest: frame.width * 0.3, typesetter, most: 2 }
  const labels = plan.rows.map(({ label }) => labelLines(label, setting))
  const column = columnFor(labels, typesetter) + 14
  const tallest = Math.max(...labels.map((lines) => lines.length))
  const height = plan.rows.length * Math.max(row, tallest * size.leading + 8)
  const values = plan.rows.flatMap(({ values }) => values)
  const [least, most] = [Math.min(...values), Math.max(...values)]
  const beyond = Math.max(...plan.rows.map(({ largest }) => typesetter.width(largest.shown, size.label, 600))) + air
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
            ...axisTicks,
            includeBounds: false,
            padding: 4,
            callback: logarithmicTick(Math.ceil(Math.log10(most / least) / 6)),
          },
        },
        y: laneAxis(plan.rows.length, column),
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
        laneLabel(pen, labels[index] ?? [], y.left, top + middleOfRow)
        drawRow(pen, one, (value) => x.getPixelForValue(value), top + middleOfRow)
      })
    },
  }
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
  strokeLine(pen, { stroke: colour.rule, width: 0.75 }, [at(first), middle], [at(last), middle])
  if (values.length <= mostMarks) {
    marks(pen, values.map(at), middle)
  }
  strokeLine(pen, { stroke: colour.ink, width: 1.8 }, [at(median), middle - 6], [at(median), middle + 6])
  pen.font = `${size.label - 0.8}px sans-serif`
  pen.textBaseline = 'middle'
  pen.textAlign = 'center'
  pen.fillStyle = colour.quiet
  pen.fillText(medianShown, at(median), middle + 15)
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
