import {
  type Dict,
  type PdfFile,
  readWidths,
  Stream,
  textOf,
  type UnicodeMap,
  unicodeMapOf,
  type Value,
  type Widths,
} from '../../pdf/index.js'
import { type FontProgram, readProgram } from './program.js'

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
  /** Name of its codes; empty where they are its own. */
  encoding: string
  /** How codes lead to glyphs of a TrueType program: its own list, or they are their numbers. */
  glyphMap: 'identity' | 'stream' | 'other' | 'none'
  /** It lists the glyphs that it holds (`/CIDSet`). */
  hasGlyphSet: boolean
  /** What is embedded, where it is TrueType. */
  program: FontProgram | null
  glyph(code: string): Glyph
  /** The glyphs that pages were drawn with. */
  used(): { glyph: number; wide: number }[]
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
  const glyphs = glyphsOf(unicode, readWidths(pdf, dict), type)
  return {
    name: tagged.replace(/^[A-Z]{6}\+/, ''),
    type,
    descendant: descendant === undefined ? null : nameOf(pdf, descendant, '/Subtype'),
    embedded: files.some((file) => descriptor?.has(file)),
    subset: /^[A-Z]{6}\+/.test(tagged),
    unicode,
    encoding: nameOf(pdf, dict, '/Encoding'),
    glyphMap: glyphMapOf(pdf.resolve(descendant?.get('/CIDToGIDMap'))),
    hasGlyphSet: descriptor?.has('/CIDSet') ?? false,
    program: readProgram(pdf.resolve(descriptor?.get('/FontFile2'))),
    ...glyphs,
  }
}

function glyphMapOf(value: Value | undefined): Font['glyphMap'] {
  if (value === undefined) return 'none'
  if (value instanceof Stream) return 'stream'
  return value === '/Identity' ? 'identity' : 'other'
}

/** Each glyph is looked up once. Glyph 0 is .notdef in every TrueType font; Chromium writes glyph numbers as codes (Identity-H). */
function glyphsOf(unicode: UnicodeMap, widths: Widths, type: string): Pick<Font, 'glyph' | 'used'> {
  const known = new Map<string, Glyph>()
  const glyph = (code: string): Glyph => {
    let glyph = known.get(code)
    if (glyph === undefined) {
      glyph = { character: unicode.get(code), wide: widths(code), missing: code === '0000' && type === 'Type0' }
      known.set(code, glyph)
    }
    return glyph
  }
  const used = () => [...known].map(([code, { wide }]) => ({ glyph: Number.parseInt(code, 16), wide }))
  return { glyph, used }
}

function nameOf(pdf: PdfFile, dict: Dict, key: string): string {
  return textOf(pdf.resolve(dict.get(key))) ?? ''
}
