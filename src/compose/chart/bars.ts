import type { Chart, ChartConfiguration, Plugin } from 'chart.js'
import type { Language } from '../../model/index.js'
import type { Typesetter } from '../font/measure.js'
import { type Drawing, drawChart } from './draw.js'
import { columnOf, type Line, linesOf } from './lines.js'
import type { Bar, BarPlan } from './plan.js'
import { colour, size } from './style.js'
import { penOf } from './svg-context.js'
import { linearTick, logarithmicTick } from './ticks.js'

export interface Frame {
  id: string
  /** Text alternative. */
  name: string
  width: number
  languages: readonly Language[]
}

const axisHeight = 20
const tickAir = 14

/**
 * Horizontal bars from zero with the number at each end; dots where the scale is logarithmic. A drawing for each group
 * of the plan, all of them on one scale and with one column of labels.
 */
export function drawBars(plan: BarPlan, frame: Frame, typesetter: Typesetter): Drawing[] {
  const groups = plan.groups.map(({ bars }) => linesOf(bars, frame.languages, frame.width * 0.46, typesetter))
  const all = groups.flatMap(({ lines }) => lines)
  const setting: Setting = {
    logarithmic: plan.logarithmic,
    ends: all.map(({ bar }) => bar.start + bar.value),
    column: columnOf(all, typesetter),
    room: roomForNumbers(all, typesetter),
  }
  return groups.map(({ lines, height }, index) =>
    drawGroup(lines, height, setting, { ...frame, id: `${frame.id}-${index + 1}` }, typesetter),
  )
}

/** What the drawings of one plan have in common. */
interface Setting {
  logarithmic: boolean
  ends: number[]
  /** Pixels of the labels at the left, and of the numbers at the right. */
  column: number
  room: number
}

function drawGroup(lines: Line[], height: number, setting: Setting, frame: Frame, typesetter: Typesetter): Drawing {
  const { logarithmic, column, room } = setting
  const configuration = {
    ...(logarithmic ? dots(lines) : bars(lines)),
    options: {
      indexAxis: 'y',
      layout: { padding: { right: room, top: 2 } },
      scales: {
        x: valueAxis(setting, Math.floor((frame.width - column - room) / (room + tickAir))),
        y: labelAxis(logarithmic, height, column),
      },
    },
    plugins: [labels(lines), numbers(lines), ...(logarithmic ? [guides] : [])],
  } as unknown as ChartConfiguration
  return drawChart(configuration, { ...frame, height: Math.round(height + (logarithmic ? axisHeight : 4)) }, typesetter)
}

/** Chart.js data points: a bar from its start to its end, at its line. */
function points(lines: readonly Line[]) {
  return lines.map(({ bar, middle }) => ({ bar, middle, end: bar.start + bar.value }))
}

function fillOf(bar: Bar): string {
  return bar.part ? colour.tint : colour.accent
}

function bars(lines: readonly Line[]) {
  const all = points(lines)
  const set = {
    data: all.map(({ bar, middle, end }) => ({ x: [bar.start, end], y: middle })),
    backgroundColor: all.map(({ bar }) => fillOf(bar)),
    barThickness: size.bar,
    borderColor: colour.accent,
    borderWidth: all.map(({ bar }) => (bar.part ? 0.7 : 0)),
    borderSkipped: false,
  }
  return { type: 'bar', data: { datasets: [set] } }
}

function dots(lines: readonly Line[]) {
  const all = points(lines)
  const set = {
    data: all.map(({ middle, end }) => ({ x: end, y: middle })),
    pointRadius: 3.6,
    // A dot at the end of the scale stays whole.
    clip: 6,
    pointBackgroundColor: all.map(({ bar }) => fillOf(bar)),
    pointBorderColor: colour.accent,
    pointBorderWidth: 1,
  }
  return { type: 'scatter', data: { datasets: [set] } }
}

function valueAxis({ logarithmic, ends }: Setting, most: number) {
  const [smallest, largest] = [Math.min(...ends), Math.max(...ends)]
  return {
    type: logarithmic ? 'logarithmic' : 'linear',
    min: logarithmic ? 10 ** Math.floor(Math.log10(smallest) - 0.01) : 0,
    // The longest bar fills the plot; a scale rounded up would shorten them all, and each drawing of a plan in its own way.
    ...(largest > 0 && { max: largest }),
    border: { display: false },
    // Each bar says its number; only dots on a logarithmic scale need an axis.
    display: logarithmic,
    grid: { color: colour.hairline, lineWidth: 0.5, tickLength: 0 },
    ticks: {
      includeBounds: false,
      font: { size: size.label - 0.6, family: 'sans-serif' },
      color: colour.quiet,
      ...(logarithmic
        ? {
            autoSkip: false,
            callback: logarithmicTick(Math.ceil(Math.log10(largest / smallest) / Math.max(1, most))),
          }
        : { callback: linearTick, maxTicksLimit: Math.max(2, Math.min(6, most)) }),
      maxRotation: 0,
      padding: 4,
    },
  }
}

function labelAxis(logarithmic: boolean, height: number, column: number) {
  return {
    type: 'linear',
    min: 0,
    max: height,
    // Bars ask for half a step of air at both ends; the lines have their own.
    offset: false,
    reverse: true,
    border: { display: !logarithmic, color: colour.rule, width: 0.75 },
    grid: { display: false },
    ticks: { display: false },
    afterFit: (scale: { width: number }) => {
      scale.width = column
    },
  }
}

function roomForNumbers(lines: readonly Line[], typesetter: Typesetter): number {
  return Math.max(0, ...points(lines).map(({ bar }) => typesetter.width(bar.shown, size.label, 600))) + 12
}

/** Labels set flush left, parts indented. */
function labels(lines: readonly Line[]): Plugin {
  return {
    id: 'labels',
    afterDraw(chart: Chart) {
      const { y } = chart.scales
      if (!y) return
      const pen = penOf(chart)
      pen.textAlign = 'left'
      pen.textBaseline = 'middle'
      pen.fillStyle = colour.ink
      pen.font = `${size.label}px sans-serif`
      for (const { text, indent, middle } of lines) {
        const centre = y.getPixelForValue(middle)
        for (const [at, line] of text.entries()) {
          pen.fillText(line, y.left + indent, centre + (at - (text.length - 1) / 2) * size.leading)
        }
      }
    },
  }
}

/** The number at the end of each bar, leading to its evidence. */
function numbers(lines: readonly Line[]): Plugin {
  const all = points(lines)
  return {
    id: 'numbers',
    afterDatasetsDraw(chart: Chart) {
      const pen = penOf(chart)
      pen.font = `600 ${size.label}px sans-serif`
      pen.textAlign = 'left'
      pen.textBaseline = 'middle'
      pen.fillStyle = colour.ink
      for (const [index, { x, y }] of chart.getDatasetMeta(0).data.entries()) {
        const bar = all[index]?.bar
        if (!bar) continue
        pen.linkTo(bar.href)
        pen.fillText(bar.shown, x + 7, y)
        pen.linkTo(null)
      }
    },
  }
}

/** A dotted line from the axis leads the eye to each dot. */
const guides: Plugin = {
  id: 'guides',
  beforeDatasetsDraw(chart: Chart) {
    const pen = penOf(chart)
    pen.strokeStyle = colour.rule
    pen.lineWidth = 0.5
    pen.setLineDash([1, 2])
    for (const { x, y } of chart.getDatasetMeta(0).data) {
      pen.beginPath()
      pen.moveTo(chart.chartArea.left, y)
      pen.lineTo(x, y)
      pen.stroke()
    }
    pen.setLineDash([])
  },
}
