import {
  BarController,
  BarElement,
  BasicPlatform,
  CategoryScale,
  Chart,
  type ChartConfiguration,
  type ChartItem,
  LinearScale,
  LogarithmicScale,
  PointElement,
  ScatterController,
} from 'chart.js'
import { escapeHtml } from '../../markup.js'
import type { Typesetter } from '../font/measure.js'
import { type SvgCanvas, SvgContext } from './svg-context.js'

Chart.register(BarController, BarElement, CategoryScale, LinearScale, LogarithmicScale, PointElement, ScatterController)

export interface Drawing {
  svg: string
  /** Every text in it, in order. */
  labels: string[]
}

/**
 * Draws a Chart.js chart as an `<svg>` of `width` × `height` CSS pixels, without a DOM. `name` is its text alternative
 * and `id` keeps its clip paths apart from those of other charts.
 */
export function drawChart(
  configuration: ChartConfiguration,
  { width, height, id, name }: { width: number; height: number; id: string; name: string },
  typesetter: Typesetter,
): Drawing {
  const canvas: SvgCanvas = { width, height, style: {}, getContext: () => context }
  const context = new SvgContext(canvas, typesetter, id)
  const chart = new Chart(asChartItem(canvas), {
    ...configuration,
    platform: BasicPlatform,
    options: { ...configuration.options, animation: false, responsive: false, devicePixelRatio: 1, events: [] },
  })
  // Destroying a chart clears its canvas.
  const markup = context.toMarkup()
  const labels = [...context.labels]
  chart.destroy()
  const label = escapeHtml(name)
  return {
    svg: `<svg xmlns="http://www.w3.org/2000/svg" class="chart" role="img" aria-label="${label}" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">${markup}</svg>`,
    labels,
  }
}

// Chart.js asks for an element of a page; without a DOM it calls nothing of it but `getContext`.
function asChartItem(canvas: SvgCanvas): ChartItem {
  return canvas as unknown as ChartItem
}
