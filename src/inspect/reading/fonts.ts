import type { PDFDict, PDFDocument } from '@cantoo/pdf-lib'
import type { PdfLib } from '../../pdf-lib.js'
import { streamText } from './streams.js'
import { readUnicodeMap, type UnicodeMap } from './unicode-map.js'

export interface Font {
  /** PostScript name without its subset tag. */
  name: string
  /** `Type0`, `Type3`, `TrueType` … */
  type: string
  /** Of a Type0 font: `CIDFontType2` is TrueType. */
  descendant: string | null
  embedded: boolean
  subset: boolean
  unicode: UnicodeMap
}

/** Every font of the PDF, by its dictionary. */
export function readFonts(lib: PdfLib, pdf: PDFDocument): Map<PDFDict, Font> {
  const fonts = new Map<PDFDict, Font>()
  const type = lib.PDFName.of('Type')
  for (const [, object] of pdf.context.enumerateIndirectObjects()) {
    if (!(object instanceof lib.PDFDict) || object.get(type) !== lib.PDFName.of('Font')) continue
    if (!nameOf(lib, object, 'Subtype').startsWith('CIDFont')) fonts.set(object, readFont(lib, object))
  }
  return fonts
}

function readFont(lib: PdfLib, dict: PDFDict): Font {
  const descendants = dict.lookupMaybe(lib.PDFName.of('DescendantFonts'), lib.PDFArray)
  const descendant = descendants?.lookupMaybe(0, lib.PDFDict)
  const descriptor = (descendant ?? dict).lookupMaybe(lib.PDFName.of('FontDescriptor'), lib.PDFDict)
  const files = ['FontFile', 'FontFile2', 'FontFile3'].map((key) => lib.PDFName.of(key))
  const tagged = nameOf(lib, dict, 'BaseFont')
  return {
    name: tagged.replace(/^[A-Z]{6}\+/, ''),
    type: nameOf(lib, dict, 'Subtype'),
    descendant: descendant === undefined ? null : nameOf(lib, descendant, 'Subtype'),
    embedded: files.some((file) => descriptor?.has(file)),
    subset: /^[A-Z]{6}\+/.test(tagged),
    unicode: readUnicodeMap(streamText(lib, dict.lookup(lib.PDFName.of('ToUnicode')))),
  }
}

function nameOf(lib: PdfLib, dict: PDFDict, key: string): string {
  const value = dict.lookup(lib.PDFName.of(key))
  return value instanceof lib.PDFName ? value.decodeText() : ''
}
