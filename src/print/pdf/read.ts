import { loadPdfLib } from '../../pdf-lib.js'
import { PdfFile } from './file.js'
import { Scanner } from './scan.js'
import { type Dict, Reference, Stream, type Value } from './value.js'

/**
 * Reads a PDF as Chromium writes it: one cross-reference table, no object streams. That takes a tenth of the time that
 * pdf-lib takes; whatever is written otherwise is rewritten by pdf-lib first.
 */
export async function readPdf(bytes: Uint8Array): Promise<PdfFile> {
  try {
    return readPlain(bytes)
  } catch {
    const lib = await loadPdfLib()
    const pdf = await lib.PDFDocument.load(bytes, { updateMetadata: false })
    return readPlain(await pdf.save({ useObjectStreams: false, addDefaultPage: false, updateFieldAppearances: false }))
  }
}

function readPlain(bytes: Uint8Array): PdfFile {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  const { offsets, trailer } = readTable(text)
  const objects = new Map<number, Value>()
  const read = (number: number): Value | undefined => {
    const known = objects.get(number)
    const offset = offsets.get(number)
    if (known !== undefined || offset === undefined) return known
    const value = readObject(new Scanner(text, offset), bytes, number, read)
    objects.set(number, value)
    return value
  }
  for (const number of offsets.keys()) read(number)
  return new PdfFile(objects, trailer)
}

/** The cross-reference table (ISO 32000-1 §7.5.4) and the trailer. */
function readTable(text: string): { offsets: Map<number, number>; trailer: Dict } {
  const end = text.lastIndexOf('startxref')
  const scanner = new Scanner(text, new Scanner(text, end + 'startxref'.length).integer())
  scanner.expect('xref')
  const offsets = new Map<number, number>()
  while (!scanner.comesNext('trailer')) {
    const [first, count] = [scanner.integer(), scanner.integer()]
    scanner.skipSpace()
    for (let i = 0; i < count; i++, scanner.at += 20) {
      const row = text.slice(scanner.at, scanner.at + 18)
      if (row[17] === 'n') offsets.set(first + i, Number(row.slice(0, 10)))
    }
  }
  scanner.expect('trailer')
  const trailer = scanner.value()
  if (!(trailer instanceof Map) || trailer.has('/Prev') || trailer.has('/Encrypt')) throw new Error('no plain trailer')
  return { offsets, trailer }
}

function readObject(
  scanner: Scanner,
  bytes: Uint8Array,
  number: number,
  read: (number: number) => Value | undefined,
): Value {
  if (scanner.integer() !== number) throw new Error(`object ${number} is not where the table says`)
  scanner.integer()
  scanner.expect('obj')
  const value = scanner.value()
  if (!(value instanceof Map) || !scanner.comesNext('stream')) return value
  scanner.expect('stream')
  const start = scanner.at + (scanner.text[scanner.at] === '\r' ? 2 : 1)
  const said = value.get('/Length')
  const length = Number(said instanceof Reference ? read(said.number) : said)
  scanner.at = start + length
  scanner.expect('endstream')
  value.set('/Length', String(length))
  return new Stream(value, bytes.subarray(start, start + length))
}
