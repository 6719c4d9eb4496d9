import { type Dict, type PdfFile, readWidths, unicodeMapOf, type Widths } from '../../pdf/index.js'

/** A text object as Chromium draws it: glyphs one by one or, where they follow as the font has them, together. */
const textObjects =
  /BT\n\/(\S+) ([\d.]+) Tf\n1 0 0 -1 ([\d.-]+) ([\d.-]+) Tm\n((?:(?:[\d.-]+ 0 Td )?<[0-9A-F]+> Tj\n)+)ET/g
const shown = /(?:([\d.-]+) 0 Td )?<([0-9A-F]+)> Tj/g
const codes = /[0-9A-F]{4}/g

/** Glyphs on one line, in the units of the content. */
export interface GlyphRun {
  source: string
  font: string
  size: number
  x: number
  y: string
  body: string
  /** One character for each glyph: a blank where it stands for none. */
  text: string
  widths: Widths
}

export interface Glyph {
  code: string
  x: number
}

/** Reads the runs of pages of one file. */
export class RunReader {
  readonly #pdf: PdfFile
  readonly #widths = new Map<Dict, Widths>()

  constructor(pdf: PdfFile) {
    this.#pdf = pdf
  }

  runsOf(page: Dict, content: string): GlyphRun[] {
    const fonts = this.#pdf.dict(this.#pdf.dict(page.get('/Resources'))?.get('/Font'))
    return [...content.matchAll(textObjects)].flatMap(
      ([source, font = '', size = '', x = '', y = '', body = '']): GlyphRun[] => {
        const own = this.#pdf.dict(fonts?.get(`/${font}`))
        if (own === undefined) return []
        const texts = unicodeMapOf(this.#pdf, own)
        let text = ''
        for (const [, , drawn = ''] of body.matchAll(shown))
          for (const [code] of drawn.matchAll(codes)) text += (texts.get(code) ?? ' ').charAt(0) || ' '
        return [{ source, font, size: Number(size), x: Number(x), y, body, text, widths: this.#widthsOf(own) }]
      },
    )
  }

  #widthsOf(font: Dict): Widths {
    const known = this.#widths.get(font) ?? readWidths(this.#pdf, font)
    this.#widths.set(font, known)
    return known
  }
}

export function glyphsOf(run: GlyphRun): Glyph[] {
  const glyphs: Glyph[] = []
  let at = run.x
  for (const [, distance = '0', drawn = ''] of run.body.matchAll(shown)) {
    at += Number(distance)
    let x = at
    for (const [code] of drawn.matchAll(codes)) {
      glyphs.push({ code, x })
      x += advanceOf(run, code)
    }
  }
  return glyphs
}

function advanceOf({ widths, size }: GlyphRun, code: string): number {
  return (widths(code) * size) / 1000
}

/** Where the last of its glyphs ends. */
export function endOf(run: GlyphRun, glyphs: readonly Glyph[]): number {
  const last = glyphs.at(-1)
  return last === undefined ? run.x : last.x + advanceOf(run, last.code)
}

/** The glyphs of a run with numbers in the place of digits that stand for them, and how much shorter it is now. */
export function withNumbers(
  run: GlyphRun,
  glyphs: readonly Glyph[],
  numbers: ReadonlyMap<string, string>,
): { glyphs: Glyph[]; saved: number } {
  const set: Glyph[] = []
  let saved = 0
  for (let at = 0; at < glyphs.length; ) {
    const glyph = glyphs[at]
    if (glyph === undefined) break
    const found = [...numbers].find(([place]) => run.text.startsWith(place, at))
    let x = glyph.x - saved
    if (found === undefined) {
      set.push({ code: glyph.code, x })
      at++
      continue
    }
    const [place, number] = found
    for (const digit of number) {
      const code = glyphs[at + place.indexOf(digit)]?.code ?? glyph.code
      set.push({ code, x })
      x += advanceOf(run, code)
    }
    at += place.length
    saved = (glyphs[at]?.x ?? endOf(run, glyphs)) - x
  }
  return { glyphs: set, saved }
}

/** The text object of a run that has these glyphs now, moved along its line. */
export function drawn({ font, size, y }: GlyphRun, [first, ...others]: readonly Glyph[], moved: number): string {
  if (first === undefined) return 'BT\nET'
  let before = first.x
  const rest = others.map(({ code, x }) => {
    const distance = short(x - before)
    before += Number(distance)
    return `${distance} 0 Td <${code}> Tj\n`
  })
  return `BT\n/${font} ${size} Tf\n1 0 0 -1 ${short(first.x + moved)} ${y} Tm\n<${first.code}> Tj\n${rest.join('')}ET`
}

function short(value: number): string {
  return String(Number(value.toFixed(4)))
}
