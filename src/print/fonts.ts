import { type PdfFile, Reference, Stream, streamBytes } from '../pdf/index.js'
import type { Packing } from './packing.js'

/** What a TrueType program in a PDF is drawn from (ISO 32000-1 §9.9, Table 126); glyphs are called by their numbers. */
const drawnFrom = new Set(['glyf', 'head', 'hhea', 'hmtx', 'loca', 'maxp', 'cvt ', 'fpgm', 'prep'])
const headLength = 12
const entryLength = 16

/** Takes out of the embedded fonts what only who sets text needs: kerning, names, which characters there are. */
export function lightenFonts(pdf: PdfFile, packing: Packing): void {
  for (const object of pdf.objects.values()) {
    const at = object instanceof Map ? object.get('/FontFile2') : undefined
    const program = pdf.resolve(at)
    if (!(at instanceof Reference) || !(program instanceof Stream)) continue
    const light = withTables(streamBytes(program), drawnFrom)
    packing.replace(at, light, new Map(program.dict).set('/Length1', String(light.length)))
  }
}

/** A TrueType program with these of its tables (OpenType, "Organization of an OpenType Font"), each as it was. */
function withTables(font: Buffer, wanted: ReadonlySet<string>): Buffer {
  const tables = Array.from({ length: font.readUInt16BE(4) }, (_, i) =>
    font.subarray(headLength + i * entryLength, headLength + (i + 1) * entryLength),
  ).filter((entry) => wanted.has(entry.toString('latin1', 0, 4)))
  const head = Buffer.alloc(headLength + tables.length * entryLength)
  head.writeUInt32BE(font.readUInt32BE(0), 0)
  head.writeUInt16BE(tables.length, 4)
  const power = Math.floor(Math.log2(tables.length))
  head.writeUInt16BE(2 ** power * entryLength, 6)
  head.writeUInt16BE(power, 8)
  head.writeUInt16BE((tables.length - 2 ** power) * entryLength, 10)
  const parts = [head]
  let offset = head.length
  for (const [i, entry] of tables.entries()) {
    const [start, length] = [entry.readUInt32BE(8), entry.readUInt32BE(12)]
    entry.copy(head, headLength + i * entryLength)
    head.writeUInt32BE(offset, headLength + i * entryLength + 8)
    const table = Buffer.alloc(Math.ceil(length / 4) * 4)
    font.copy(table, 0, start, start + length)
    parts.push(table)
    offset += table.length
  }
  return Buffer.concat(parts)
}
