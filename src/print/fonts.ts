import { type PdfFile, Reference, Stream, streamBytes } from '../pdf/index.js'
import type { Packing } from './packing.js'
import { readTables, writeTables } from './truetype.js'

/** What a TrueType program in a PDF is drawn from (ISO 32000-1 §9.9, Table 126); glyphs are called by their numbers. */
const drawnFrom = new Set(['glyf', 'head', 'hhea', 'hmtx', 'loca', 'maxp', 'cvt ', 'fpgm', 'prep'])

/** Takes out of the embedded fonts what only who sets text needs: kerning, names, which characters there are. */
export function lightenFonts(pdf: PdfFile, packing: Packing): void {
  for (const object of pdf.objects.values()) {
    const at = object instanceof Map ? object.get('/FontFile2') : undefined
    const program = pdf.resolve(at)
    if (!(at instanceof Reference) || !(program instanceof Stream)) continue
    const light = writeTables(new Map([...readTables(streamBytes(program))].filter(([name]) => drawnFrom.has(name))))
    packing.replace(at, light, new Map(program.dict).set('/Length1', String(light.length)))
  }
}
