import { Stream, streamBytes, type Value } from '../../pdf/index.js'

/** What a TrueType program says of its glyphs. */
export interface FontProgram {
  glyphs: number
  /** In thousandths of the font's size. */
  widthOf(glyph: number): number
}

const headLength = 12
const entryLength = 16

/** Reads `maxp`, `hhea`, `hmtx` and `head` (OpenType, "Organization of an OpenType Font"); null where one is missing. */
export function readProgram(value: Value | undefined): FontProgram | null {
  if (!(value instanceof Stream)) return null
  const bytes = streamBytes(value)
  const tables = tablesOf(bytes)
  const [maxp, hhea, hmtx, head] = ['maxp', 'hhea', 'hmtx', 'head'].map((name) => tables.get(name))
  if (maxp === undefined || hhea === undefined || hmtx === undefined || head === undefined) return null
  const unitsPerEm = head.readUInt16BE(18)
  const widths = hhea.readUInt16BE(34)
  return {
    glyphs: maxp.readUInt16BE(4),
    // Glyphs beyond the list are as wide as the last one of it.
    widthOf: (glyph) => (hmtx.readUInt16BE(Math.min(glyph, widths - 1) * 4) / unitsPerEm) * 1000,
  }
}

function tablesOf(bytes: Buffer): Map<string, Buffer> {
  const tables = new Map<string, Buffer>()
  for (let i = 0; i < bytes.readUInt16BE(4); i++) {
    const entry = headLength + i * entryLength
    const start = bytes.readUInt32BE(entry + 8)
    tables.set(
      bytes.toString('latin1', entry, entry + 4),
      bytes.subarray(start, start + bytes.readUInt32BE(entry + 12)),
    )
  }
  return tables
}
