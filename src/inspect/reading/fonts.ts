import {
  type Dict,
  type PdfFile,
  readWidths,
  textOf,
  type UnicodeMap,
  unicodeMapOf,
  type Widths,
} from '../../pdf/index.js'

interface Glyph {
  /** Undefined where the font does not say which character it is. */
  character: string | undefined
  /** In thousandths of the font's size. */
  wide: number
  /** It is the font's box for "no such character". */
  missing: boolean
}

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
  glyph(code: string): Glyph
}

const files = ['/FontFile', '/FontFile2', '/FontFile3']

/** Every font of the PDF, by its dictionary. */
export function readFonts(pdf: PdfFile): Map<Dict, Font> {
  const fonts = new Map<Dict, Font>()
  for (const object of pdf.objects.values()) {
    if (!(object instanceof Map) || object.get('/Type') !== '/Font') continue
    if (!nameOf(pdf, object, '/Subtype').startsWith('CIDFont')) fonts.set(object, readFont(pdf, object))
  }
  return fonts
}

function readFont(pdf: PdfFile, dict: Dict): Font {
  const descendant = pdf.dict(pdf.array(dict.get('/DescendantFonts'))[0])
  const descriptor = pdf.dict((descendant ?? dict).get('/FontDescriptor'))
  const tagged = nameOf(pdf, dict, '/BaseFont')
  const unicode = unicodeMapOf(pdf, dict)
  const type = nameOf(pdf, dict, '/Subtype')
  return {
    name: tagged.replace(/^[A-Z]{6}\+/, ''),
    type,
    descendant: descendant === undefined ? null : nameOf(pdf, descendant, '/Subtype'),
    embedded: files.some((file) => descriptor?.has(file)),
    subset: /^[A-Z]{6}\+/.test(tagged),
    unicode,
    glyph: glyphsOf(unicode, readWidths(pdf, dict), type),
  }
}

/** Each glyph is looked up once. Glyph 0 is .notdef in every TrueType font; Chromium writes glyph numbers as codes (Identity-H). */
function glyphsOf(unicode: UnicodeMap, widths: Widths, type: string): (code: string) => Glyph {
  const known = new Map<string, Glyph>()
  return (code) => {
    let glyph = known.get(code)
    if (glyph === undefined) {
      glyph = { character: unicode.get(code), wide: widths(code), missing: code === '0000' && type === 'Type0' }
      known.set(code, glyph)
    }
    return glyph
  }
}

function nameOf(pdf: PdfFile, dict: Dict, key: string): string {
  return textOf(pdf.resolve(dict.get(key))) ?? ''
}
