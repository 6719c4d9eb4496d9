import type { Chart, ChartConfiguration, Plugin } from 'chart.js'
import type { Language } from '../../model/index.js'
import type { Typesetter } from '../font/measure.js'
import { type Drawing, drawChart } from './draw.js'
import { labelLines } from './labels.js'
import type { Bar, BarPlan } from './plan.js'
import { colour, size } from './style.js'
import { penOf } from './svg-context.js'
import { tickText } from './ticks.js'

interface Line {
  text: string[]
  header: boolean
  bar: Bar | null
}

export interface Frame {
  id: string
  name: string
  width: number
  languages: readonly Language[]
}

/** Horizontal bars from zero with the number at each end; dots where the scale is logarithmic. */
export function drawBars(plan: BarPlan, frame: Frame, typesetter: Typesetter): Drawing {
  const lines = linesOf(plan, frame, typesetter)
  const tallest = Math.max(...lines.map(({ text }) => text.length))
  const height = Math.round(lines.length * (tallest * size.leading + 7) + 26)
  return drawChart(configuration(plan, lines, typesetter), { ...frame, height }, typesetter)
}

function linesOf(plan: BarPlan, frame: Frame, typesetter: Typesetter): Line[] {
  const widest = frame.width * 0.44
  // The name of a single measure stands above the drawing.
  const several = plan.groups.length > 1
  return plan.groups.flatMap(({ header: named, bars }) => {
    const header = several ? named : null
    const indent = header ? 12 : 0
    const lines: Line[] = bars.map((bar) => ({
      text: labelLines(bar.label, frame.languages, widest - indent - (bar.part ? 12 : 0), typesetter),
      header: false,
      bar,
    }))
    return header
      ? [{ text: labelLines(header, frame.languages, widest, typesetter, 600), header: true, bar: null }, ...lines]
      : lines
  })
}

function configuration(plan: BarPlan, lines: readonly Line[], typesetter: Typesetter): ChartConfiguration {
  const bars = lines.map(({ bar }) => bar)
  const values = bars.flatMap((bar) => (bar ? [bar.start + bar.value] : []))
  const smallest = Math.min(...values)
  const room = Math.max(...bars.map((bar) => (bar ? typesetter.width(bar.shown, size.label, 600) : 0))) + 12
  const labels = lines.map(({ text }) => text)
  const x = {
    type: plan.logarithmic ? 'logarithmic' : 'linear',
    min: plan.logarithmic ? 10 ** Math.floor(Math.log10(smallest) - 0.01) : 0,
    border: { display: false },
    grid: { color: colour.hairline, lineWidth: 0.5, tickLength: 0 },
    ticks: { ...tickFont, color: colour.quiet, callback: tickText, maxTicksLimit: 6, maxRotation: 0, padding: 4 },
  }
  const y = {
    type: 'category',
    offset: true,
    border: { display: !plan.logarithmic, color: colour.rule, width: 0.75 },
    grid: { display: false },
    ticks: { display: false },
    afterFit: (scale: { width: number }) => {
      scale.width = labelColumn(lines, typesetter)
    },
  }
  const shared = {
    layout: { padding: { right: room, top: 2 } },
    indexAxis: 'y',
    scales: { x, y },
    plugins: {},
  }
  const fill = bars.map((bar) => (bar?.part ? colour.tint : colour.accent))
  const plugins: Plugin[] = [rowLabels(lines), endLabels(bars), ...(plan.logarithmic ? [guides] : [])]
  if (plan.logarithmic) {
    const data = bars.map((bar) => (bar ? bar.start + bar.value : null))
    const points = {
      data,
      showLine: false,
      pointRadius: 3.6,
      pointBackgroundColor: fill,
      pointBorderColor: colour.accent,
      pointBorderWidth: 1,
    }
    return {
      type: 'line',
      data: { labels, datasets: [points] },
      options: shared,
      plugins,
    } as unknown as ChartConfiguration
  }
  const data = bars.map((bar) => (bar ? [bar.start, bar.start + bar.value] : null))
  const set = { data, backgroundColor: fill, barThickness: size.bar, borderWidth: 0 }
  return { type: 'bar', data: { labels, datasets: [set] }, options: shared, plugins } as unknown as ChartConfiguration
}

const tickFont = { font: { size: size.label - 0.6, family: 'sans-serif' } }

function labelColumn(lines: readonly Line[], typesetter: Typesetter): number {
  const widths = lines.flatMap(({ text, header, bar }) =>
    text.map((line) => typesetter.width(line, size.label, header ? 600 : 400) + indentOf(header, bar)),
  )
  return Math.ceil(Math.max(...widths) + 12)
}

function indentOf(header: boolean, bar: Bar | null): number {
  return header ? 0 : bar?.part ? 14 : 0
}

/** Labels set flush left, the measure's name in bold, parts indented. */
function rowLabels(lines: readonly Line[]): Plugin {
  return {
    id: 'rowLabels',
    afterDraw(chart: Chart) {
      const scale = chart.scales.y
      if (!scale) return
      const ctx = penOf(chart)
      ctx.textAlign = 'left'
      ctx.textBaseline = 'middle'
      lines.forEach(({ text, header, bar }, index) => {
        const middle = scale.getPixelForTick(index)
        ctx.font = `${header ? '600 ' : ''}${size.label}px sans-serif`
        ctx.fillStyle = colour.ink
        text.forEach((line, at) => {
          ctx.fillText(line, scale.left + indentOf(header, bar), middle + (at - (text.length - 1) / 2) * size.leading)
        })
      })
    },
  }
}

/** A hairline from the axis leads the eye to each dot. */
const guides: Plugin = {
  id: 'guides',
  beforeDatasetsDraw(chart: Chart) {
    const ctx = penOf(chart)
    ctx.strokeStyle = colour.rule
    ctx.lineWidth = 0.5
    ctx.setLineDash([1, 2])
    for (const { x, y } of chart.getDatasetMeta(0).data) {
      if (!Number.isFinite(x)) continue
      ctx.beginPath()
      ctx.moveTo(chart.chartArea.left, y)
      ctx.lineTo(x, y)
      ctx.stroke()
    }
    ctx.setLineDash([])
  },
}

/** The number at the end of each bar, leading to its evidence. */
function endLabels(bars: readonly (Bar | null)[]): Plugin {
  return {
    id: 'endLabels',
    afterDatasetsDraw(chart: Chart) {
      const ctx = penOf(chart)
      ctx.font = `600 ${size.label}px sans-serif`
      ctx.textAlign = 'left'
      ctx.textBaseline = 'middle'
      ctx.fillStyle = colour.ink
      chart.getDatasetMeta(0).data.forEach((element, index) => {
        const bar = bars[index]
        if (!bar) return
        ctx.linkTo(bar.href)
        ctx.fillText(bar.shown, element.x + 7, element.y)
        ctx.linkTo(null)
      })
    },
  }
}
