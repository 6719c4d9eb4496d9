import type { PDFDict, PDFPage } from '@cantoo/pdf-lib'
import type { PdfLib } from '../../pdf-lib.js'
import { readContent } from './content.js'
import type { Font } from './fonts.js'
import { streamText } from './streams.js'
import { utf16 } from './unicode-map.js'

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

export function readPageText(lib: PdfLib, page: PDFPage, fonts: Map<PDFDict, Font>): PageText {
  const reader = new TextReader(lib, fonts)
  reader.read(streamText(lib, page.node.lookup(lib.PDFName.of('Contents'))), page.node.Resources(), 0)
  return reader.page
}

const sampleLength = 12

interface Mark {
  mcid: number | null
  /** Text that stands for all glyphs until the mark ends. */
  replaced: boolean
}

class TextReader {
  readonly page: PageText = { text: '', marked: new Map(), fonts: new Map(), missing: 0, pictures: 0 }
  readonly #lib: PdfLib
  readonly #fonts: Map<PDFDict, Font>
  readonly #marks: Mark[] = []

  constructor(lib: PdfLib, fonts: Map<PDFDict, Font>) {
    this.#lib = lib
    this.#fonts = fonts
  }

  read(content: string, resources: PDFDict | undefined, depth: number): void {
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

  #font(resources: PDFDict | undefined, name: string): Font | undefined {
    const { PDFDict, PDFName } = this.#lib
    const dict = resources?.lookupMaybe(PDFName.of('Font'), PDFDict)?.lookupMaybe(PDFName.of(name), PDFDict)
    return dict && this.#fonts.get(dict)
  }

  /** Transparent groups are drawn as forms, with their text inside. */
  #form(resources: PDFDict | undefined, name: string, depth: number): void {
    const { PDFDict, PDFName, PDFStream } = this.#lib
    const form = resources?.lookupMaybe(PDFName.of('XObject'), PDFDict)?.lookup(PDFName.of(name))
    if (!(form instanceof PDFStream) || form.dict.get(PDFName.of('Subtype')) !== PDFName.of('Form')) return
    const own = form.dict.lookupMaybe(PDFName.of('Resources'), PDFDict)
    this.read(streamText(this.#lib, form), own ?? resources, depth + 1)
  }

  #show(codes: string, font: Font | undefined): void {
    if (font === undefined) return
    const width = font.type === 'Type0' ? 4 : 2
    const replaced = this.#marks.some((mark) => mark.replaced)
    for (let i = 0; i + width <= codes.length; i += width) {
      const code = codes.slice(i, i + width)
      // Glyph 0 is .notdef in every TrueType font; Chromium writes glyph numbers as codes (Identity-H).
      if (code === '0000' && font.type === 'Type0') this.page.missing++
      const text = font.unicode.get(code) ?? ''
      if (!replaced) this.#add(text)
      const sample = this.page.fonts.get(font.name) ?? ''
      if (sample.length < sampleLength) this.page.fonts.set(font.name, sample + text)
    }
  }

  #begin(mcid: number | null, actualText: string | null): void {
    this.#marks.push({ mcid, replaced: actualText !== null })
    if (actualText !== null) this.#add(utf16(actualText.replace(/\s/g, '')))
  }

  #add(text: string): void {
    if (text.includes('\uFFFD')) this.page.missing++
    this.page.text += text
    const mcid = this.#marks.findLast((mark) => mark.mcid !== null)?.mcid
    if (mcid !== undefined && mcid !== null) {
      this.page.marked.set(mcid, (this.page.marked.get(mcid) ?? '') + text)
    }
  }
}
