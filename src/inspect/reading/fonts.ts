import { type Dict, type PdfFile, readUnicodeMap, streamText, textOf, type UnicodeMap } from '../../pdf/index.js'

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
  return {
    name: tagged.replace(/^[A-Z]{6}\+/, ''),
    type: nameOf(pdf, dict, '/Subtype'),
    descendant: descendant === undefined ? null : nameOf(pdf, descendant, '/Subtype'),
    embedded: files.some((file) => descriptor?.has(file)),
    subset: /^[A-Z]{6}\+/.test(tagged),
    unicode: readUnicodeMap(streamText(pdf, dict.get('/ToUnicode'))),
  }
}

function nameOf(pdf: PdfFile, dict: Dict, key: string): string {
  return textOf(pdf.resolve(dict.get(key))) ?? ''
}
