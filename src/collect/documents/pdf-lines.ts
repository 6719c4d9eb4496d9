import { inReadingOrder } from './pdf-columns.js'
import type { PdfLine } from './pdf-line.js'

/** A piece of text as it stands on a page, in points from the lower left corner. */
export interface Piece {
  text: string
  x: number
  y: number
  width: number
  size: number
}

/** Pieces in the order in which the PDF draws them → printed lines in the order in which they are read. */
export function linesOfPage(pieces: Piece[], page: number): PdfLine[] {
  const parts = joined(pieces, page, COLUMN_GAP)
  const ordered = inReadingOrder(parts)
  return ordered === parts ? joined(pieces, page, Number.POSITIVE_INFINITY) : ordered
}

/** Sizes of type between two pieces of one height from which on they may belong to two columns. */
const COLUMN_GAP = 1.2

function joined(pieces: Piece[], page: number, widestGap: number): PdfLine[] {
  const lines: PdfLine[] = []
  let line: PdfLine | undefined
  for (const piece of pieces) {
    const blank = piece.text.trim() === ''
    // Readers of PDFs tell a wide gap as a blank that fills it.
    if (piece.text === '' || (blank && piece.width > piece.size * widestGap)) continue
    if (line === undefined || !continues(line, piece, widestGap)) {
      if (blank) continue
      line = { text: '', x: piece.x, right: piece.x, y: piece.y, size: piece.size, page }
      lines.push(line)
    }
    line.text += gapBefore(line, piece) + piece.text
    line.right = Math.max(line.right, piece.x + piece.width)
    line.size = Math.max(line.size, piece.size)
  }
  for (const each of lines) each.text = each.text.replace(/\s+/g, ' ').trim()
  return lines.filter(({ text }) => text !== '')
}

function continues(line: PdfLine, piece: Piece, widestGap: number): boolean {
  const size = Math.max(line.size, piece.size, 1)
  const gap = piece.x - line.right
  return Math.abs(line.y - piece.y) < size * 0.5 && gap > -size * 2 && gap <= size * widestGap
}

function gapBefore(line: PdfLine, piece: Piece): string {
  if (line.text === '') return ''
  const gap = piece.x - line.right
  const latin = /[\w,.;:)]$/.test(line.text) && /^[\w(]/.test(piece.text)
  return gap > line.size * (latin ? 0.2 : 0.8) ? ' ' : ''
}

/** Running heads, running feet and page numbers: what stands at the edge of several pages, figures aside. */
export function withoutRunningLines(lines: PdfLine[], pages: number): PdfLine[] {
  const edges = new Map<number, { top: number; bottom: number }>()
  for (const { page, y } of lines) {
    const edge = edges.get(page)
    edges.set(page, { top: Math.max(edge?.top ?? y, y), bottom: Math.min(edge?.bottom ?? y, y) })
  }
  const atEdge = ({ page, y, size }: PdfLine): boolean => {
    const { top, bottom } = edges.get(page) ?? { top: y, bottom: y }
    return y > top - size * 2 || y < bottom + size * 2
  }
  const counts = new Map<string, Set<number>>()
  for (const line of lines.filter(atEdge)) {
    const known = counts.get(keyOf(line.text)) ?? new Set()
    counts.set(keyOf(line.text), known.add(line.page))
  }
  const needed = Math.max(2, Math.ceil(pages / 3))
  return lines.filter((line) => {
    if (!atEdge(line)) return true
    if (PAGE_NUMBER.test(line.text)) return false
    return (counts.get(keyOf(line.text))?.size ?? 0) < needed
  })
}

const PAGE_NUMBER = /^[-–—·\s]*(?:第\s*)?\d{1,4}\s*(?:页)?(?:\s*[/／,，]?\s*共?\s*\d{1,4}\s*页?)?[-–—·\s]*$/

function keyOf(text: string): string {
  return text.replace(/\d+/g, '0').replace(/\s/g, '')
}
