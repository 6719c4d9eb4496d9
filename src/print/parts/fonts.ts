import {
  type Dict,
  type PdfFile,
  Reference,
  readWidths,
  Stream,
  streamBytes,
  unicodeMapOf,
  widthArray,
  writeUnicodeMap,
} from '../../pdf/index.js'
import { type Glyphs, joinGlyphs, readGlyphs, sameFont, writeGlyphs } from '../truetype.js'

/** A font as one or more parts embed it. */
interface Face {
  at: Reference
  name: string
  glyphs: Glyphs
  widths: Map<string, number>
  texts: Map<string, string>
  joined: boolean
}

/**
 * Makes one font of those that are subsets of the same: each part embeds what it needs of the fonts that all carry, and
 * Chromium leaves every glyph its number.
 */
export function joinFonts(pdf: PdfFile): void {
  const faces: Face[] = []
  const replaced = new Map<number, Reference>()
  for (const [number, object] of pdf.objects) {
    const face = object instanceof Map ? faceOf(pdf, number, object) : null
    if (face === null) continue
    const known = faces.find(({ name, glyphs }) => name === face.name && sameFont(glyphs, face.glyphs))
    if (known === undefined) faces.push(face)
    else {
      join(known, face)
      replaced.set(number, known.at)
    }
  }
  for (const face of faces) if (face.joined) write(pdf, face)
  for (const { page } of pdf.pages()) useFonts(pdf, pdf.dict(page.get('/Resources')), replaced)
  for (const object of pdf.objects.values()) {
    if (object instanceof Stream) useFonts(pdf, pdf.dict(object.dict.get('/Resources')), replaced)
  }
}

function faceOf(pdf: PdfFile, number: number, font: Dict): Face | null {
  if (font.get('/Subtype') !== '/Type0') return null
  const program = pdf.resolve(descriptorOf(pdf, font)?.get('/FontFile2'))
  if (!(program instanceof Stream)) return null
  const widthOf = readWidths(pdf, font)
  const texts = new Map(unicodeMapOf(pdf, font))
  return {
    at: new Reference(number),
    name: String(font.get('/BaseFont')).replace(/^\/[A-Z]{6}\+/, ''),
    glyphs: readGlyphs(streamBytes(program)),
    // What is as wide as most is said nowhere else, and most are not as wide in the next part.
    widths: new Map([...texts.keys()].map((code) => [code, widthOf(code)])),
    texts,
    joined: false,
  }
}

function join(face: Face, other: Face): void {
  face.glyphs = joinGlyphs(face.glyphs, other.glyphs)
  for (const [code, width] of other.widths) face.widths.set(code, width)
  for (const [code, text] of other.texts) face.texts.set(code, text)
  face.joined = true
}

function write(pdf: PdfFile, { at, glyphs, widths, texts }: Face): void {
  const font = pdf.dict(at)
  const program = writeGlyphs(glyphs)
  descriptorOf(pdf, font)?.set('/FontFile2', pdf.addStream(program, { Length1: String(program.length) }))
  descendantOf(pdf, font)?.set('/W', widthArray(widths))
  font?.set('/ToUnicode', pdf.addStream(Buffer.from(writeUnicodeMap(texts), 'latin1'), {}))
}

function descendantOf(pdf: PdfFile, font: Dict | undefined): Dict | undefined {
  return pdf.dict(pdf.array(font?.get('/DescendantFonts'))[0])
}

function descriptorOf(pdf: PdfFile, font: Dict | undefined): Dict | undefined {
  return pdf.dict(descendantOf(pdf, font)?.get('/FontDescriptor'))
}

function useFonts(pdf: PdfFile, resources: Dict | undefined, replaced: ReadonlyMap<number, Reference>): void {
  const fonts = pdf.dict(resources?.get('/Font'))
  for (const [name, at] of fonts ?? []) {
    const other = at instanceof Reference ? replaced.get(at.number) : undefined
    if (other !== undefined) fonts?.set(name, other)
  }
}
