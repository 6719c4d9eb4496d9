import type { PdfFile } from './file.js'
import { streamText } from './stream.js'
import { utf16 } from './text.js'
import type { Dict } from './value.js'

/** Glyph codes (as hex, upper case) and the text they stand for. */
export type UnicodeMap = ReadonlyMap<string, string>

const sections = /beginbf(char|range)([\s\S]*?)endbf\1/g
const pair = /<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>/g
const triple = /<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*(?:<([0-9A-Fa-f]+)>|\[([^\]]*)\])/g

const known = new WeakMap<Dict, UnicodeMap>()

/** What the glyphs of a font stand for (`/ToUnicode`), read once. */
export function unicodeMapOf(pdf: PdfFile, font: Dict): UnicodeMap {
  let map = known.get(font)
  if (map === undefined) {
    map = readUnicodeMap(streamText(pdf, font.get('/ToUnicode')))
    known.set(font, map)
  }
  return map
}

/** Entries in a section (ISO 32000-1 §9.10.3, Adobe Technical Note 5014). */
const sectionLength = 100

/** The ToUnicode CMap of a font whose codes have two bytes. */
export function writeUnicodeMap(map: UnicodeMap): string {
  const rows = [...map].sort(([a], [b]) => (a < b ? -1 : 1)).map(([code, text]) => `<${code}> <${utf16Hex(text)}>`)
  const sections: string[] = []
  for (let at = 0; at < rows.length; at += sectionLength) {
    const section = rows.slice(at, at + sectionLength)
    sections.push(`${section.length} beginbfchar`, ...section, 'endbfchar')
  }
  return [...opening, ...sections, ...closing].join('\n')
}

const opening = [
  '/CIDInit /ProcSet findresource begin',
  '12 dict begin',
  'begincmap',
  '/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def',
  '/CMapName /Adobe-Identity-UCS def',
  '/CMapType 2 def',
  '1 begincodespacerange',
  '<0000> <FFFF>',
  'endcodespacerange',
]
const closing = ['endcmap', 'CMapName currentdict /CMap defineresource pop', 'end', 'end']

function utf16Hex(text: string): string {
  return utf16(text).toString('hex').toUpperCase()
}

/** Reads a ToUnicode CMap (ISO 32000-1 §9.10.3). */
function readUnicodeMap(cmap: string): UnicodeMap {
  const map = new Map<string, string>()
  for (const [, kind, body = ''] of cmap.matchAll(sections)) {
    if (kind === 'char') {
      for (const [, code = '', text = ''] of body.matchAll(pair)) map.set(code.toUpperCase(), utf16Text(text))
    } else {
      for (const [, first = '', last = '', start, list] of body.matchAll(triple)) {
        for (const [code, text] of rangeOf(first, last, start, list)) map.set(code, text)
      }
    }
  }
  return map
}

function* rangeOf(first: string, last: string, start = '', list?: string): Generator<[string, string]> {
  const texts =
    list === undefined ? [] : [...list.matchAll(/<([0-9A-Fa-f]+)>/g)].map(([, text = '']) => utf16Text(text))
  const [from, to] = [Number.parseInt(first, 16), Number.parseInt(last, 16)]
  const base = utf16Text(start)
  for (let code = from; code <= to; code++) {
    const text = list === undefined ? shifted(base, code - from) : texts[code - from]
    if (text !== undefined) yield [code.toString(16).toUpperCase().padStart(first.length, '0'), text]
  }
}

function shifted(base: string, by: number): string {
  const points = [...base]
  const last = points.pop()?.codePointAt(0)
  return last === undefined ? '' : points.join('') + String.fromCodePoint(last + by)
}

/** The text of UTF-16BE hex, with or without a byte order mark. */
export function utf16Text(hex: string): string {
  const bytes = Buffer.from(hex.length % 4 === 0 ? hex : hex.padStart(Math.ceil(hex.length / 4) * 4, '0'), 'hex')
  return bytes
    .swap16()
    .toString('utf16le')
    .replace(/^\uFEFF/, '')
}
