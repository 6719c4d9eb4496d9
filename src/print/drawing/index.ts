import {
  type Dict,
  type PdfFile,
  Reference,
  readWidths,
  Stream,
  streamBytes,
  streamText,
  unicodeMapOf,
  type Value,
  type Widths,
} from '../../pdf/index.js'
import type { Packing } from '../packing.js'
import type { Languages } from '../structure/languages.js'
import type { Owners } from '../structure/owners.js'
import { PageMarks } from './marks.js'
import { type Letters, readOperations, scriptsOf } from './operations.js'
import { redraw, type Sheet } from './page.js'

/** For each mark that Chromium made on a page the numbers that it has now, by the number of the page's object. */
export type Renumbered = ReadonlyMap<number, ReadonlyMap<string, readonly number[]>>

/** Writes the pages' content anew. */
export function redrawPages(pdf: PdfFile, owners: Owners, languages: Languages, packing: Packing): Renumbered {
  const fonts = new Fonts(pdf)
  const marks = new Map<number, PageMarks['numbers']>()
  for (const { page, reference } of pdf.pages()) {
    const at = page.get('/Contents')
    const stream = pdf.resolve(at)
    if (!(at instanceof Reference) || !(stream instanceof Stream)) continue
    const content = streamBytes(stream).toString('latin1')
    const resources = pdf.dict(page.get('/Resources'))
    const named = pdf.dict(resources?.get('/Font'))
    const operations = readOperations(content, (name) => fonts.widthsOf(pdf.dict(named?.get(name))))
    const scripts = scriptsOf(operations, (name) => fonts.lettersOf(pdf.dict(named?.get(name))))
    const own = new PageMarks(reference.number, owners, scripts, languages)
    const sheet: Sheet = {
      marks: own,
      middle: middleOf(pdf, page),
      markIn: (name) => unmarked(pdf, packing, pdf.dict(resources?.get('/XObject'))?.get(`/${name}`)),
    }
    packing.replace(at, Buffer.from(redraw(operations, sheet), 'latin1'), stream.dict)
    languages.endPage()
    marks.set(reference.number, own.numbers)
  }
  return marks
}

/** Points to a pixel (CSS). */
const pointsToPixel = 0.75

function middleOf(pdf: PdfFile, page: Dict): number {
  const [, bottom = 0, , top = 0] = pdf.array(page.get('/MediaBox')).map(Number)
  return (top - bottom) / pointsToPixel / 2
}

const marked = /\/\w+ <<\/MCID (\d+) >>BDC\n/g

/** A transparent group is drawn as a whole, in one mark: those inside it no longer say whose they are. */
function unmarked(pdf: PdfFile, packing: Packing, at: Value | undefined): string | null {
  if (!(at instanceof Reference)) return null
  const form = pdf.resolve(at)
  if (!(form instanceof Stream) || form.dict.get('/Subtype') !== '/Form') return null
  let first: string | null = null
  const content = streamText(pdf, form).replace(marked, (_, id: string) => {
    first ??= id
    return '/Span BMC\n'
  })
  if (first !== null) packing.replace(at, Buffer.from(content, 'latin1'), form.dict)
  return first
}

const han = /\p{Script=Han}/u
const latin = /\p{Script=Latin}/u

class Fonts {
  readonly #pdf: PdfFile
  readonly #widths = new Map<Dict, Widths>()
  readonly #letters = new Map<Dict, Letters>()

  constructor(pdf: PdfFile) {
    this.#pdf = pdf
  }

  widthsOf(font: Dict | undefined): Widths | undefined {
    if (font === undefined || font.get('/Encoding') !== '/Identity-H') return undefined
    const widths = this.#widths.get(font) ?? readWidths(this.#pdf, font)
    this.#widths.set(font, widths)
    return widths
  }

  lettersOf(font: Dict | undefined): Letters {
    if (font === undefined) return { han: false, latin: new Set() }
    let letters = this.#letters.get(font)
    if (letters === undefined) {
      const map = [...unicodeMapOf(this.#pdf, font)]
      const isHan = map.some(([, text]) => han.test(text))
      // Text in a Chinese font is Chinese, whatever else is in it.
      const latinCodes = isHan ? [] : map.filter(([, text]) => latin.test(text)).map(([code]) => code)
      letters = { han: isHan, latin: new Set(latinCodes) }
      this.#letters.set(font, letters)
    }
    return letters
  }
}
