import type { PdfLine } from './pdf-line.js'

/** Points between columns, at least. */
const GUTTER = 8
/** Lines that each column must have, and how much of its width they fill where it is running text and no table. */
const LEAST_LINES = 4
const FILLED = 0.6
/** Columns of columns: enough for newspapers of four. */
const DEEPEST = 2

/**
 * Lines of a page in the order in which they are read: where running text stands in columns, one column after the
 * other between the headlines that run over both. Each line is told its column's edges.
 */
export function inReadingOrder(lines: PdfLine[], depth = 0): PdfLine[] {
  const gutter = depth < DEEPEST ? gutterOf(lines) : null
  if (gutter === null) return lines
  const ordered: PdfLine[] = []
  let left: PdfLine[] = []
  let right: PdfLine[] = []
  const endBand = () => {
    for (const column of [left, right]) ordered.push(...inReadingOrder(withEdges(column), depth + 1))
    left = []
    right = []
  }
  for (const line of lines.toSorted((a, b) => b.y - a.y || a.x - b.x)) {
    if (line.right <= gutter) left.push(line)
    else if (line.x >= gutter) right.push(line)
    else {
      endBand()
      ordered.push(line)
    }
  }
  endBand()
  return ordered
}

/** The middle of the widest upright strip that hardly any line crosses, with running text on both sides; null without. */
function gutterOf(lines: PdfLine[]): number | null {
  if (lines.length < 2 * LEAST_LINES) return null
  const from = Math.min(...lines.map(({ x }) => x))
  const width = Math.round(Math.max(...lines.map(({ right }) => right)) - from)
  if (!(width > 0 && width < 5000)) return null
  const crossing = crossings(lines, from, width)
  const most = lines.length * 0.15
  let best: { start: number; end: number } | null = null
  let start = -1
  for (let i = Math.round(width * 0.25); i <= width * 0.75; i++) {
    if ((crossing[i] ?? 0) > most) start = -1
    else {
      if (start < 0) start = i
      if (i - start >= GUTTER && (best === null || i - start > best.end - best.start)) best = { start, end: i }
    }
  }
  if (best === null) return null
  const middle = from + (best.start + best.end) / 2
  const sides = [lines.filter(({ right }) => right <= middle), lines.filter(({ x }) => x >= middle)]
  return sides.every(isRunning) ? middle : null
}

/** For each point from left to right, how many lines stand over it. */
function crossings(lines: PdfLine[], from: number, width: number): Int32Array {
  const changes = new Int32Array(width + 2)
  for (const { x, right } of lines) {
    const [start, end] = [x, right].map((at) => Math.min(width, Math.max(0, Math.round(at - from))))
    changes[start ?? 0] = (changes[start ?? 0] ?? 0) + 1
    changes[(end ?? 0) + 1] = (changes[(end ?? 0) + 1] ?? 0) - 1
  }
  for (let i = 1; i < changes.length; i++) changes[i] = (changes[i] ?? 0) + (changes[i - 1] ?? 0)
  return changes
}

function isRunning(column: PdfLine[]): boolean {
  if (column.length < LEAST_LINES) return false
  const { left, right } = edgesOf(column)
  const full = column.filter((line) => line.right - line.x >= FILLED * (right - left))
  return full.length * 2 > column.length
}

function edgesOf(column: PdfLine[]): { left: number; right: number } {
  return { left: Math.min(...column.map(({ x }) => x)), right: Math.max(...column.map(({ right }) => right)) }
}

function withEdges(column: PdfLine[]): PdfLine[] {
  if (column.length === 0) return []
  const edges = edgesOf(column)
  return column.map((line) => ({ ...line, column: edges }))
}
