import type { Chart, ChartConfiguration, Plugin } from 'chart.js'
import type { Typesetter } from '../font/measure.js'
import type { Frame } from './bars.js'
import { type Drawing, drawChart } from './draw.js'
import { oneLine } from './labels.js'
import type { CountPlan } from './plan.js'
import { colour, size } from './style.js'
import { penOf } from './svg-context.js'

/** Number of figures by category for one organisation, ○ and – where there is none. */
export function drawCounts(plan: CountPlan, frame: Frame & { labelColumn: number }, typesetter: Typesetter): Drawing {
  const setting = { languages: frame.languages, widest: frame.labelColumn - 8, typesetter }
  const rows = plan.rows.map(({ label }) => [oneLine(label, setting)])
  // A full bar's label stands beyond the scale's end.
  const longest = Math.max(...plan.rows.map(({ shown }) => shown.length))
  const tallest = Math.max(...rows.map((lines) => lines.length))
  const height = Math.round(rows.length * (tallest * size.leading + 4) + 8)
  const configuration = {
    type: 'bar',
    data: {
      labels: rows,
      datasets: [{ data: plan.rows.map(({ count }) => count), backgroundColor: colour.accent, barThickness: size.bar }],
    },
    options: {
      indexAxis: 'y',
      layout: { padding: { right: Math.max(22, 8 + 6 * longest) } },
      scales: {
        x: { display: false, min: 0, max: plan.largest },
        y: {
          border: { color: colour.rule, width: 0.75 },
          grid: { display: false },
          ticks: { display: false },
          afterFit: (scale: { width: number }) => {
            scale.width = plan.labelled ? frame.labelColumn : 1
          },
        },
      },
    },
    plugins: [countLabels(plan, rows)],
  } as unknown as ChartConfiguration
  return drawChart(configuration, { ...frame, height }, typesetter)
}

function countLabels(plan: CountPlan, rows: readonly string[][]): Plugin {
  return {
    id: 'countLabels',
    afterDraw(chart: Chart) {
      const ctx = penOf(chart)
      const { x, y } = chart.scales
      if (!x || !y) return
      ctx.textBaseline = 'middle'
      ctx.textAlign = 'left'
      ctx.fillStyle = colour.ink
      plan.rows.forEach(({ count, shown }, index) => {
        const middle = y.getPixelForTick(index)
        ctx.font = `600 ${size.label}px sans-serif`
        ctx.fillText(shown, x.getPixelForValue(count) + 5, middle)
        if (!plan.labelled) return
        ctx.font = `${size.label}px sans-serif`
        const lines = rows[index] ?? []
        for (const [at, line] of lines.entries())
          ctx.fillText(line, y.left, middle + (at - (lines.length - 1) / 2) * size.leading)
      })
    },
  }
}
