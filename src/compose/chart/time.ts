import type { Chart, ChartConfiguration, Plugin } from 'chart.js'
import type { Typesetter } from '../font/measure.js'
import type { Frame } from './bars.js'
import { dateTicks, dayText } from './days.js'
import { type Drawing, drawChart } from './draw.js'
import { columnFor, labelLines } from './labels.js'
import { axisTicks, laneAxis, laneLabel, strokeLine } from './lanes.js'
import type { TimePlan } from './plan.js'
import { colour, size } from './style.js'
import { penOf, type SvgContext } from './svg-context.js'

interface Placed {
  number: number
  from: number
  to: number
  /** Lane and storey within it: events too near each other stand one above the other. */
  row: number
}

/** One axis of days, a lane for each organisation; events are numbered as in the list beside the chart. */
export function drawTimeline(plan: TimePlan, frame: Frame, typesetter: Typesetter): Drawing {
  const setting = { languages: frame.languages, widest: frame.width * 0.36, typesetter }
  const labels = plan.lanes.map(({ label }) => labelLines(label, setting))
  const column = columnFor(labels, typesetter) + 14
  const all = plan.lanes.flatMap(({ events }) => events.flatMap(({ from, to }) => [from, to]))
  const [first, last] = [Math.min(...all), Math.max(...all)]
  const margin = Math.max(1, (last - first) * 0.03)
  const dayWidth = (frame.width - column - 16) / (last - first + 2 * margin)
  const lanes = placeLanes(plan, labels, dayWidth)
  const rows = lanes.reduce((sum, lane) => sum + lane.storeys, 0)
  const height = Math.round(rows * storey + 26)
  const x = {
    type: 'linear',
    min: first - margin,
    max: last + margin,
    border: { color: colour.rule, width: 0.75 },
    grid: { color: colour.hairline, lineWidth: 0.5, tickLength: 4 },
    afterBuildTicks: (scale: { ticks: { value: number }[] }) => {
      scale.ticks = dateTicks(first, last, Math.max(2, Math.floor((frame.width - column) / tickWidth))).map(
        (value) => ({ value }),
      )
    },
    ticks: {
      ...axisTicks,
      callback: (value: number) => dayText(value, frame.languages),
    },
  }
  const configuration = {
    type: 'scatter',
    data: { datasets: [{ data: [] }] },
    options: { layout: { padding: { right: 16 } }, scales: { x, y: laneAxis(rows, column) } },
    plugins: [eventMarks(lanes, labels)],
  } as unknown as ChartConfiguration
  return drawChart(configuration, { ...frame, height }, typesetter)
}

// `2020年12月31日` and some air.
const tickWidth = 76
const storey = 17

interface Lane {
  top: number
  storeys: number
  events: Placed[]
}

function placeLanes(plan: TimePlan, labels: readonly string[][], dayWidth: number): Lane[] {
  const lanes: Lane[] = []
  let top = 0
  plan.lanes.forEach(({ events }, index) => {
    const ends: number[] = []
    const placed = [...events]
      .sort((a, b) => a.from - b.from)
      .map((event) => {
        // A mark with its number needs 26 pixels.
        const free = ends.findIndex((end) => event.from * dayWidth >= end)
        const row = free < 0 ? ends.length : free
        ends[row] = Math.max(event.to * dayWidth, event.from * dayWidth) + 26
        return { ...event, row }
      })
    const least = Math.ceil(((labels[index]?.length ?? 1) * size.leading + 6) / storey)
    const storeys = Math.max(ends.length, least, 1)
    lanes.push({ top, storeys, events: placed })
    top += storeys
  })
  return lanes
}

function eventMarks(lanes: readonly Lane[], labels: readonly string[][]): Plugin {
  return {
    id: 'eventMarks',
    afterDraw(chart: Chart) {
      const { x, y } = chart.scales
      if (!x || !y) return
      lanes.forEach((lane, index) => {
        const top = y.getPixelForValue(lane.top)
        laneLabel(penOf(chart), labels[index] ?? [], y.left, top + 8.6)
        if (index > 0) strokeLine(penOf(chart), { stroke: colour.hairline, width: 0.5 }, [y.left, top], [x.right, top])
        for (const event of lane.events) {
          const middle = y.getPixelForValue(lane.top + event.row + 0.5)
          drawEvent(penOf(chart), event, x.getPixelForValue(event.from), x.getPixelForValue(event.to), middle)
        }
      })
    },
  }
}

function drawEvent(ctx: SvgContext, event: Placed, from: number, to: number, middle: number): void {
  ctx.fillStyle = colour.accent
  if (to > from) strokeLine(ctx, { stroke: colour.accent, width: 3 }, [from, middle], [to, middle])
  ctx.beginPath()
  ctx.arc(to, middle, 3.4, 0, Math.PI * 2)
  ctx.fill()
  ctx.font = `600 ${size.label - 0.6}px sans-serif`
  ctx.textAlign = 'left'
  ctx.textBaseline = 'middle'
  ctx.fillStyle = colour.ink
  ctx.fillText(String(event.number), to + 6, middle)
}
