import { colour, size } from './style.js'
import type { SvgContext } from './svg-context.js'

/** A vertical axis of lanes counted from the top, with room for `column` pixels of labels at its left. */
export function laneAxis(lanes: number, column: number) {
  return {
    type: 'linear',
    min: 0,
    max: lanes,
    reverse: true,
    border: { display: false },
    grid: { display: false },
    ticks: { display: false },
    afterFit: (scale: { width: number }) => {
      scale.width = column
    },
  }
}

/** Lines of a label, flush left, the first around `middle`. */
export function laneLabel(pen: SvgContext, lines: readonly string[], left: number, middle: number): void {
  pen.font = `${size.label}px sans-serif`
  pen.textAlign = 'left'
  pen.textBaseline = 'middle'
  pen.fillStyle = colour.ink
  for (const [at, line] of lines.entries()) pen.fillText(line, left, middle + at * size.leading)
}

export interface Stroke {
  stroke: string
  width: number
}

export function strokeLine(
  pen: SvgContext,
  { stroke, width }: Stroke,
  from: readonly [number, number],
  to: readonly [number, number],
): void {
  pen.strokeStyle = stroke
  pen.lineWidth = width
  pen.beginPath()
  pen.moveTo(...from)
  pen.lineTo(...to)
  pen.stroke()
}

/** Labels of the values of an axis: small and quiet, every one of them drawn. */
export const axisTicks = {
  font: { size: size.label - 0.6, family: 'sans-serif' },
  color: colour.quiet,
  autoSkip: false,
  maxRotation: 0,
} as const
