import { type Dict, type PdfFile, Stream, streamText, utf16Text } from '../../pdf/index.js'
import { readContent } from './content.js'
import type { Font } from './fonts.js'

/** What a page says. */
export interface PageText {
  /** In the order of drawing. */
  text: string
  /** By marked content identifier: the leaves of the structure tree. */
  marked: Map<number, string>
  /** By font name, the first few characters drawn in it. */
  fonts: Map<string, string>
  /** Glyphs that are a font's box for "no such character", and text that says so itself. */
  missing: number
  /** Pictures in the content itself. */
  pictures: number
}

export function readPageText(pdf: PdfFile, page: Dict, fonts: ReadonlyMap<Dict, Font>): PageText {
  const reader = new TextReader(pdf, fonts)
  reader.read(streamText(pdf, page.get('/Contents')), inherited(pdf, page, '/Resources'), 0)
  return reader.page
}

/** What a page does not say itself, those above it say (ISO 32000-1 §7.7.3.4). */
function inherited(pdf: PdfFile, page: Dict, key: string): Dict | undefined {
  let node: Dict | undefined = page
  for (let depth = 0; node !== undefined && depth < 50; depth++) {
    if (node.has(key)) return pdf.dict(node.get(key))
    node = pdf.dict(node.get('/Parent'))
  }
  return undefined
}

const sampleLength = 12

interface Mark {
  mcid: number | null
  /** Text that stands for all glyphs until the mark ends. */
  replaced: boolean
}

const outside: Mark = { mcid: null, replaced: false }

class TextReader {
  readonly page: PageText = { text: '', marked: new Map(), fonts: new Map(), missing: 0, pictures: 0 }
  readonly #pdf: PdfFile
  readonly #fonts: ReadonlyMap<Dict, Font>
  /** Each with what holds inside it, that of the marks around it included. */
  readonly #marks: Mark[] = []

  constructor(pdf: PdfFile, fonts: ReadonlyMap<Dict, Font>) {
    this.#pdf = pdf
    this.#fonts = fonts
  }

  read(content: string, resources: Dict | undefined, depth: number): void {
    let font: Font | undefined
    for (const operation of readContent(content)) {
      if (operation.kind === 'font') font = this.#font(resources, operation.name)
      else if (operation.kind === 'show') this.#show(operation.codes, font)
      else if (operation.kind === 'begin') this.#begin(operation.mcid, operation.actualText)
      else if (operation.kind === 'end') this.#marks.pop()
      else if (operation.kind === 'picture') this.page.pictures++
      else if (depth < 10) this.#form(resources, operation.name, depth)
    }
  }

  #font(resources: Dict | undefined, name: string): Font | undefined {
    const dict = this.#pdf.dict(this.#pdf.dict(resources?.get('/Font'))?.get(`/${name}`))
    return dict && this.#fonts.get(dict)
  }

  /** Transparent groups are drawn as forms, with their text inside. */
  #form(resources: Dict | undefined, name: string, depth: number): void {
    const form = this.#pdf.resolve(this.#pdf.dict(resources?.get('/XObject'))?.get(`/${name}`))
    if (!(form instanceof Stream) || form.dict.get('/Subtype') !== '/Form') return
    this.read(streamText(this.#pdf, form), this.#pdf.dict(form.dict.get('/Resources')) ?? resources, depth + 1)
  }

  #show(codes: string, font: Font | undefined): void {
    if (font === undefined) return
    const width = font.type === 'Type0' ? 4 : 2
    let text = ''
    for (let i = 0; i + width <= codes.length; i += width) {
      const code = codes.slice(i, i + width)
      // Glyph 0 is .notdef in every TrueType font; Chromium writes glyph numbers as codes (Identity-H).
      if (code === '0000' && font.type === 'Type0') this.page.missing++
      text += font.unicode.get(code) ?? ''
    }
    if (!this.#mark.replaced) this.#add(text)
    const sample = this.page.fonts.get(font.name) ?? ''
    if (sample.length < sampleLength) this.page.fonts.set(font.name, (sample + text).slice(0, sampleLength))
  }

  get #mark(): Mark {
    return this.#marks.at(-1) ?? outside
  }

  #begin(mcid: number | null, actualText: string | null): void {
    const around = this.#mark
    this.#marks.push({ mcid: mcid ?? around.mcid, replaced: around.replaced || actualText !== null })
    if (actualText !== null) this.#add(utf16Text(actualText.replace(/\s/g, '')))
  }

  #add(text: string): void {
    if (text.includes('\uFFFD')) this.page.missing++
    this.page.text += text
    const { mcid } = this.#mark
    if (mcid !== null) this.page.marked.set(mcid, (this.page.marked.get(mcid) ?? '') + text)
  }
}
