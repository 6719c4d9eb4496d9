import type { PdfFile } from './file.js'
import type { Dict, Value } from './value.js'

/** Glyph codes are four hexadecimal digits (Identity-H). */
const codeLength = 4
const defaultWidth = 1000

/** Width of a glyph by its code, in thousandths of the font's size. */
export type Widths = (code: string) => number

/** `/W` and `/DW` of the font's descendant (ISO 32000-1 §9.7.4.3). */
export function readWidths(pdf: PdfFile, font: Dict): Widths {
  const descendant = pdf.dict(pdf.array(font.get('/DescendantFonts'))[0])
  const otherwise = Number(pdf.resolve(descendant?.get('/DW')) ?? defaultWidth)
  const entries = pdf.array(descendant?.get('/W'))
  const widths = new Map<string, number>()
  for (let at = 0; at < entries.length; ) at += readEntry(pdf, entries, at, widths)
  return (code) => widths.get(code) ?? otherwise
}

/** `/W` for these widths: neighbours in one list. */
export function widthArray(widths: ReadonlyMap<string, number>): Value[] {
  const array: Value[] = []
  let next = -1
  let list: Value[] = []
  for (const [code, width] of [...widths].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const glyph = Number.parseInt(code, 16)
    if (glyph !== next) {
      list = []
      array.push(String(glyph), list)
    }
    list.push(String(width))
    next = glyph + 1
  }
  return array
}

/** `first [w w …]` or `first last w`; returns how many values it took. */
function readEntry(pdf: PdfFile, entries: readonly Value[], at: number, widths: Map<string, number>): number {
  const first = Number(entries[at])
  const second = pdf.resolve(entries[at + 1])
  if (Array.isArray(second)) {
    for (const [i, width] of second.entries()) widths.set(codeOf(first + i), Number(width))
    return 2
  }
  for (let code = first; code <= Number(second); code++) widths.set(codeOf(code), Number(entries[at + 2]))
  return 3
}

function codeOf(glyph: number): string {
  return glyph.toString(16).toUpperCase().padStart(codeLength, '0')
}
