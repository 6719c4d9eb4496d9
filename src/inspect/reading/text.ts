import { type Dict, type PdfFile, Stream, streamText, utf16Text } from '../../pdf/index.js'
import { type Operand, readContent } from './content.js'
import type { Font } from './fonts.js'
import { Graphics } from './graphics.js'
import { type Mark, Marks } from './marks.js'
import { Overlaps } from './overlaps.js'
import { emptyHalves } from './punctuation.js'

/** What stands between the marks of one marked content identifier. */
export interface Marked {
  text: string
  /** Whether lines or areas are drawn in it. */
  painted: boolean
}

/** What a page says. */
export interface PageText {
  /** In the order of drawing. */
  text: string
  /** By marked content identifier: the leaves of the structure tree. */
  marked: Map<number, Marked>
  /** By font name, the first few characters drawn in it. */
  fonts: Map<string, string>
  /** Glyphs that are a font's box for "no such character", and text that says so itself. */
  missing: number
  /** Glyphs whose font does not say which character they are. */
  unmapped: number
  /** Pictures in the content itself. */
  pictures: number
  /** Text that leaves the page or the part of it that is seen. */
  cut: string[]
  /** Text that lies over other text, with that. */
  overlapping: [string, string][]
  /** Points to a pixel; null where nothing stands within margins. */
  scale: number | null
  /** What is drawn neither as content of the structure tree nor as an artefact. */
  loose: number
  /** Marks of content inside forms: a form may be drawn twice, its content read once. */
  markedForms: number
  /** Marks of content inside an artefact, and the other way round. */
  nested: { artefacts: number; contents: number }
}

export function readPageText(pdf: PdfFile, page: Dict, fonts: ReadonlyMap<Dict, Font>): PageText {
  const reader = new TextReader(pdf, page, fonts)
  reader.read(streamText(pdf, page.get('/Contents')), pdf.dict(inherited(pdf, page, '/Resources')), 0)
  return reader.page
}

/** What a page does not say itself, those above it say (ISO 32000-1 §7.7.3.4). */
function inherited(pdf: PdfFile, page: Dict, key: string) {
  let node: Dict | undefined = page
  for (let depth = 0; node !== undefined && depth < 50; depth++) {
    if (node.has(key)) return node.get(key)
    node = pdf.dict(node.get('/Parent'))
  }
  return undefined
}

const sampleLength = 12
const shows = new Set(['Tj', 'TJ', "'", '"'])
const paints = new Set(['f', 'F', 'f*', 'S', 's', 'B', 'B*', 'b', 'b*', 'sh'])

class TextReader {
  readonly page: PageText
  readonly #pdf: PdfFile
  readonly #fonts: ReadonlyMap<Dict, Font>
  readonly #graphics: Graphics
  readonly #marks = new Marks()
  readonly #overlaps = new Overlaps()
  #font: Font | undefined
  #size = 0
  /** The font is part of what `q` keeps (ISO 32000-1 Table 52). */
  readonly #savedFonts: { font: Font | undefined; size: number }[] = []

  constructor(pdf: PdfFile, page: Dict, fonts: ReadonlyMap<Dict, Font>) {
    this.#pdf = pdf
    this.#fonts = fonts
    const [left = 0, bottom = 0, right = 0, top = 0] = pdf.array(inherited(pdf, page, '/MediaBox')).map(Number)
    this.#graphics = new Graphics({ left, bottom, right, top })
    this.page = {
      text: '',
      marked: new Map(),
      fonts: new Map(),
      missing: 0,
      unmapped: 0,
      pictures: 0,
      cut: [],
      overlapping: [],
      scale: null,
      loose: 0,
      markedForms: 0,
      nested: this.#marks.nested,
    }
  }

  read(content: string, resources: Dict | undefined, depth: number): void {
    for (const { operator, operands } of readContent(content)) this.#operate(operator, operands, resources, depth)
    if (depth > 0) return
    this.page.scale = this.#graphics.scale
    this.page.overlapping = this.#overlaps.found()
  }

  #operate(operator: string, operands: readonly Operand[], resources: Dict | undefined, depth: number): void {
    if (shows.has(operator)) this.#show(operands)
    else if (operator === 'Tf') this.#setFont(resources, operands)
    else if (operator === 'BDC' || operator === 'BMC') this.#begin(operands, depth)
    else if (operator === 'EMC') this.#marks.end()
    else if (operator === 'Do') this.#form(resources, String(operands[0]), depth)
    else if (operator === 'n') this.#graphics.endPath()
    else if (operator === 'BI') this.page.pictures++
    else if (paints.has(operator)) this.#paint()
    else if (operator === 'q') this.#save()
    else if (operator === 'Q') this.#restore()
    else this.#graphics.follow(operator, operands as number[])
  }

  #setFont(resources: Dict | undefined, [name, size]: readonly Operand[]): void {
    const dict = this.#pdf.dict(this.#pdf.dict(resources?.get('/Font'))?.get(String(name)))
    this.#font = dict && this.#fonts.get(dict)
    this.#size = Number(size)
  }

  /** Transparent groups are drawn as forms, with their text inside. */
  #form(resources: Dict | undefined, name: string, depth: number): void {
    const form = this.#pdf.resolve(this.#pdf.dict(resources?.get('/XObject'))?.get(name))
    if (!(form instanceof Stream) || form.dict.get('/Subtype') !== '/Form' || depth > 10) return
    this.#save()
    this.#graphics.transform(this.#pdf.array(form.dict.get('/Matrix') ?? identity).map(Number))
    this.read(streamText(this.#pdf, form), this.#pdf.dict(form.dict.get('/Resources')) ?? resources, depth + 1)
    this.#restore()
  }

  #save(): void {
    this.#graphics.follow('q', [])
    this.#savedFonts.push({ font: this.#font, size: this.#size })
  }

  #restore(): void {
    this.#graphics.follow('Q', [])
    const saved = this.#savedFonts.pop()
    if (saved !== undefined) ({ font: this.#font, size: this.#size } = saved)
  }

  #paint(): void {
    this.#graphics.endPath()
    const { mcid, artefact } = this.#marks.inner
    if (mcid !== null) this.#markedAt(mcid).painted = true
    else if (!artefact) this.page.loose++
  }

  #show(operands: readonly Operand[]): void {
    const font = this.#font
    if (font === undefined) return
    const text = this.#pieces(operands, font)
    const mark = this.#marks.inner
    if (mark.mcid === null && !mark.artefact) this.page.loose++
    if (!mark.replaced) this.#add(text, mark)
    const sample = this.page.fonts.get(font.name) ?? ''
    if (sample.length < sampleLength) this.page.fonts.set(font.name, (sample + text).slice(0, sampleLength))
  }

  /** Text between wide gaps stands for itself. */
  #pieces(operands: readonly Operand[], font: Font): string {
    let whole = ''
    for (const piece of piecesOf(operands)) {
      const { text, width } = this.#run(piece, font)
      whole += text
      const line = this.#graphics.show((width * this.#size) / 1000, this.#size)
      if (text.trim() === '') continue
      if (!this.#graphics.sees(line, emptyHalves(text, line.top[1] - line.to[1]))) this.page.cut.push(text)
      this.#overlaps.add(line, text)
    }
    return whole
  }

  /** Strings, and what moves the glyphs behind it nearer (§9.4.3); the width is in thousandths of the font's size. */
  #run(operands: readonly Operand[], font: Font): { text: string; width: number } {
    let text = ''
    let width = 0
    for (const part of operands) {
      if (typeof part === 'number') width -= part
      else {
        const run = typeof part === 'string' ? this.#glyphs(part, font) : this.#run(part, font)
        text += run.text
        width += run.width
      }
    }
    return { text, width }
  }

  /** `codes`: hexadecimal, in angle brackets. */
  #glyphs(codes: string, font: Font): { text: string; width: number } {
    const step = font.type === 'Type0' ? 4 : 2
    let text = ''
    let width = 0
    for (let at = 1; at + step < codes.length; at += step) {
      const { character, wide, missing } = font.glyph(codes.slice(at, at + step))
      if (missing) this.page.missing++
      if (character === undefined) this.page.unmapped++
      else text += character
      width += wide
    }
    return { text, width }
  }

  #begin([tag, properties]: readonly Operand[], depth: number): void {
    if (depth > 0 && String(properties).includes('/MCID')) this.page.markedForms++
    const actualText = this.#marks.begin(String(tag), String(properties))
    if (actualText !== null) this.#add(utf16Text(actualText), this.#marks.inner)
  }

  #add(text: string, { mcid }: Mark): void {
    if (text.includes('\uFFFD')) this.page.missing++
    this.page.text += text
    if (mcid !== null) this.#markedAt(mcid).text += text
  }

  #markedAt(mcid: number): Marked {
    let marked = this.page.marked.get(mcid)
    if (marked === undefined) {
      marked = { text: '', painted: false }
      this.page.marked.set(mcid, marked)
    }
    return marked
  }
}

/** In thousandths of the font's size: wider than between two words. */
const wideGap = 400

/** What `TJ` shows, cut at wide gaps, each at the end of what stands before it. */
function piecesOf(operands: readonly Operand[]): Operand[][] {
  const [only] = operands
  if (!Array.isArray(only)) return [[...operands]]
  const pieces: Operand[][] = [[]]
  for (const part of only) {
    if (typeof part === 'number' && Math.abs(part) > wideGap) pieces.push([part], [])
    else pieces.at(-1)?.push(part)
  }
  return pieces
}

const identity = ['1', '0', '0', '1', '0', '0']
