import type { Chart, ChartConfiguration, Plugin } from 'chart.js'
import type { Language } from '../../model/index.js'
import type { Typesetter } from '../font/measure.js'
import type { Frame } from './bars.js'
import { type Drawing, drawChart } from './draw.js'
import { labelLines } from './labels.js'
import type { TimePlan } from './plan.js'
import { colour, size } from './style.js'
import { penOf, type SvgContext } from './svg-context.js'

const dayLength = 86_400_000
const monthNames = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')

/** Days from 1970-01-01 to an ISO date. */
export function dayNumber(iso: string): number {
  return Math.round(Date.parse(`${iso.slice(0, 10)}T00:00:00Z`) / dayLength)
}

interface Placed {
  number: number
  from: number
  to: number
  /** Lane and storey within it: events too near each other stand one above the other. */
  row: number
}

/** One axis of days, a lane for each organisation; events are numbered as in the list beside the chart. */
export function drawTimeline(plan: TimePlan, frame: Frame, typesetter: Typesetter): Drawing {
  const widest = frame.width * 0.36
  const labels = plan.lanes.map(({ label }) => labelLines(label, frame.languages, widest, typesetter))
  const column = Math.max(...labels.flat().map((line) => typesetter.width(line, size.label, 400))) + 14
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
      font: { size: size.label - 0.6, family: 'sans-serif' },
      color: colour.quiet,
      autoSkip: false,
      maxRotation: 0,
      callback: (value: number) => dayText(value, frame.languages),
    },
  }
  const y = {
    type: 'linear',
    min: 0,
    max: rows,
    reverse: true,
    border: { display: false },
    grid: { display: false },
    ticks: { display: false },
    afterFit: (scale: { width: number }) => {
      scale.width = column
    },
  }
  const configuration = {
    type: 'scatter',
    data: { datasets: [{ data: [] }] },
    options: { layout: { padding: { right: 16 } }, scales: { x, y } },
    plugins: [eventMarks(lanes, labels)],
  } as unknown as ChartConfiguration
  return drawChart(configuration, { ...frame, height }, typesetter)
}

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
        drawLaneLabel(penOf(chart), labels[index] ?? [], y.left, y.getPixelForValue(lane.top))
        if (index > 0) hairline(penOf(chart), y.left, x.right, y.getPixelForValue(lane.top))
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
  ctx.strokeStyle = colour.accent
  if (to > from) {
    ctx.lineWidth = 3
    ctx.beginPath()
    ctx.moveTo(from, middle)
    ctx.lineTo(to, middle)
    ctx.stroke()
  }
  ctx.beginPath()
  ctx.arc(to, middle, 3.4, 0, Math.PI * 2)
  ctx.fill()
  ctx.font = `600 ${size.label - 0.6}px sans-serif`
  ctx.textAlign = 'left'
  ctx.textBaseline = 'middle'
  ctx.fillStyle = colour.ink
  ctx.fillText(String(event.number), to + 6, middle)
}

function drawLaneLabel(ctx: SvgContext, lines: readonly string[], left: number, top: number): void {
  ctx.font = `${size.label}px sans-serif`
  ctx.textAlign = 'left'
  ctx.textBaseline = 'top'
  ctx.fillStyle = colour.ink
  for (const [at, line] of lines.entries()) ctx.fillText(line, left, top + 4 + at * size.leading)
}

function hairline(ctx: SvgContext, from: number, to: number, y: number): void {
  ctx.strokeStyle = colour.hairline
  ctx.lineWidth = 0.5
  ctx.beginPath()
  ctx.moveTo(from, y)
  ctx.lineTo(to, y)
  ctx.stroke()
}

// `2020年12月31日` and some air.
const tickWidth = 76

/** Firsts of months where there are enough of them, of years over long spans, else days at even distances. */
function dateTicks(first: number, last: number, most: number): number[] {
  const months = monthStarts(first, last)
  if (months.length >= 3) {
    const step = [1, 2, 3, 6, 12, 24, 60, 120].find((every) => months.length / every <= most) ?? 240
    return months.filter((day) => {
      const date = new Date(day * dayLength)
      return (date.getUTCFullYear() * 12 + date.getUTCMonth()) % step === 0
    })
  }
  const step = Math.max(1, Math.ceil((last - first) / (most - 1)))
  return Array.from({ length: Math.floor((last - first) / step) + 1 }, (_, index) => first + index * step)
}

function monthStarts(first: number, last: number): number[] {
  const starts: number[] = []
  const date = new Date(first * dayLength)
  date.setUTCDate(1)
  while (date.getTime() / dayLength <= last) {
    const day = Math.round(date.getTime() / dayLength)
    if (day >= first) starts.push(day)
    date.setUTCMonth(date.getUTCMonth() + 1)
  }
  return starts
}

function dayText(day: number, languages: readonly Language[]): string[] {
  const date = new Date(day * dayLength)
  const [year, month, dayOfMonth] = [date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()]
  return languages.map((language) =>
    language === 'zh' ? `${year}年${month + 1}月${dayOfMonth}日` : `${dayOfMonth} ${monthNames[month]} ${year}`,
  )
}
