import type { Widths } from '../pdf/index.js'

/** Glyph codes are four hexadecimal digits (Identity-H). */
const codeLength = 4
/** In thousandths of the font's size: what nobody sees, three hundredths of a millimetre at 10 pt. */
const tolerance = 8

/** Widths of a font that a page calls by this name; undefined where its glyphs have no codes of four digits. */
export type FontWidths = (name: string) => Widths | undefined

const head = /BT\n(\/\S+) ([\d.]+) Tf\n1 0 0 -1 ([\d.-]+) ([\d.-]+) Tm\n/y
const colourOnly = /^(?:[\d. ]+RG[\d. ]+rg\n)?$/
const start = 'BT\n'
const end = 'ET\n'

/**
 * A content stream with its text in runs. Chromium sets each glyph by itself, at the place where a reader would put it
 * anyway: half of its content streams, and most of the work of whoever reads them. Places that differ from the font's widths
 * (kerning) become numbers between the glyphs (ISO 32000-1 §9.4.3); neighbouring text objects become one. Text that is set
 * in any other way than Chromium's stays as it is.
 */
export function compactText(content: string, widthsOf: FontWidths): string {
  const pieces: string[] = []
  let from = 0
  let before: Block | null = null
  for (let at = content.indexOf(start); at >= 0; at = content.indexOf(start, at + 1)) {
    const block = readBlock(content, at, widthsOf)
    if (block === null) continue
    const gap = content.slice(from, at)
    if (before !== null && colourOnly.test(gap)) pieces.push(gap, movedFrom(before, block))
    else pieces.push(before === null ? '' : end, gap, placed(block))
    from = block.until
    before = block
  }
  pieces.push(before === null ? '' : end, content.slice(from))
  return pieces.join('')
}

interface Block {
  font: string
  x: number
  y: number
  run: string
  /** Where the content goes on. */
  until: number
}

function readBlock(content: string, at: number, widthsOf: FontWidths): Block | null {
  head.lastIndex = at
  const found = head.exec(content)
  if (found === null) return null
  const [, name = '', size = '', x = '', y = ''] = found
  const widths = widthsOf(name)
  const until = content.indexOf(end, head.lastIndex)
  const set = widths && until > 0 ? runOf(content.slice(head.lastIndex, until), Number(size), widths) : null
  if (set === null || set === undefined) return null
  return {
    font: `${name} ${rounded(Number(size))} Tf\n`,
    x: rounded(Number(x) + set.start),
    y: rounded(Number(y)),
    run: set.run,
    until: until + end.length,
  }
}

function placed({ font, x, y, run }: Block): string {
  return `${start}${font}1 0 0 -1 ${x} ${y} Tm\n${run}\n`
}

/** The page is written upside down: a line further down has the greater y, and moves text by less than nothing. */
function movedFrom(before: Block, { font, x, y, run }: Block): string {
  const move = `${rounded(x - before.x)} ${rounded(before.y - y)} Td\n`
  return `${font === before.font ? '' : font}${move}${run}\n`
}

const shown = '> Tj'

/** Where the first glyph stands, and all of them as one operation; null where a line is none of Chromium's. */
function runOf(body: string, size: number, widths: Widths): { start: number; run: string } | null {
  const unit = size / 1000
  let start: number | null = null
  let place = 0
  /** Where a reader has come to after the glyphs so far. */
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
  return { start: start ?? 0, run: array === '' ? `<${codes}>Tj` : `[${array}<${codes}>]TJ` }
}

/** To a hundredth of a pixel. */
function rounded(value: number): number {
  return Number(value.toFixed(2))
}
