import type { Widths } from '../../pdf/index.js'

/** Glyph codes are four hexadecimal digits (Identity-H). */
const codeLength = 4
/** In thousandths of the font's size: what nobody sees, four hundredths of a millimetre at 10 pt. */
export const tolerance = 10

/** Widths of a font that a page calls by this name; undefined where its glyphs have no codes of four digits. */
export type FontWidths = (name: string) => Widths | undefined

/** Glyphs on one line. */
export interface Run {
  font: string
  size: number
  /** In the units of the content, from the upper left. */
  x: number
  y: number
  /** What stands between the brackets of `TJ` (ISO 32000-1 §9.4.3). */
  glyphs: string
  /** How far a reader has come from `x`. */
  advance: number
}

const head = /^BT\n(\/\S+) ([\d.]+) Tf\n1 0 0 -1 ([\d.-]+) ([\d.-]+) Tm\n/
const end = 'ET\n'
const shown = '> Tj'

/** The glyphs of a text object that Chromium set one by one; null for any other. */
export function readRun(text: string, widthsOf: FontWidths): Run | null {
  const found = head.exec(text)
  if (found === null || !text.endsWith(end)) return null
  const [before, font = '', size = '', x = '', y = ''] = found
  const widths = widthsOf(font)
  const set = widths && glyphsOf(text.slice(before.length, -end.length), Number(size), widths)
  if (!set) return null
  return {
    font,
    size: Number(size),
    x: Number(x) + set.start,
    y: Number(y),
    glyphs: set.glyphs,
    advance: set.advance,
  }
}

/**
 * Chromium sets each glyph by itself, at the place where a reader would put it anyway. Places that differ from the font's
 * widths (kerning) become numbers between the glyphs. Null where a line is none of Chromium's.
 */
function glyphsOf(
  body: string,
  size: number,
  widths: Widths,
): { start: number; glyphs: string; advance: number } | null {
  const unit = size / 1000
  let start: number | null = null
  let place = 0
  let pen = 0
  let codes = ''
  let array = ''
  for (let at = 0; at < body.length; ) {
    const until = body.indexOf('\n', at)
    const open = body.indexOf('<', at)
    if (open < 0 || until < open || !body.startsWith(shown, until - shown.length)) return null
    if (open > at) {
      if (!body.startsWith(' 0 Td ', open - ' 0 Td '.length)) return null
      place += Number.parseFloat(body.slice(at, open))
    }
    start ??= place
    const kern = Math.round((start + pen - place) / unit)
    if (kern > tolerance || kern < -tolerance) {
      array += `<${codes}>${kern}`
      codes = ''
      pen -= kern * unit
    }
    const glyphs = body.slice(open + 1, until - shown.length)
    codes += glyphs
    for (let i = 0; i < glyphs.length; i += codeLength) pen += widths(glyphs.slice(i, i + codeLength)) * unit
    at = until + 1
  }
  return { start: start ?? 0, glyphs: `${array}<${codes}>`, advance: pen }
}
