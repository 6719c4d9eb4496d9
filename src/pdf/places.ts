import { Scanner } from './scan.js'
import { streamBytes } from './stream.js'
import { type Dict, Stream, type Value } from './value.js'

/** Where an object is: at a byte of the file, or in an object stream. */
export type Place = { offset: number } | { stream: number }

interface Section {
  places: Map<number, Place | null>
  trailer: Dict
}

/**
 * Where every object of a file is, and its trailer: cross-reference tables and streams (ISO 32000-1 §7.5.4, §7.5.8),
 * the newest first.
 */
export function readPlaces(
  text: string,
  objectAt: (offset: number) => Value,
): { places: Map<number, Place>; trailer: Dict } {
  const end = text.lastIndexOf('startxref')
  if (end === -1) throw new Error('the file is no PDF, or its end is missing')
  const found = new Map<number, Place | null>()
  const seen = new Set<number>()
  const waiting = [new Scanner(text, end + 'startxref'.length).integer()]
  let newest: Dict | undefined
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    if (seen.has(at)) continue
    seen.add(at)
    const { places, trailer } = readSection(text, at, objectAt)
    newest ??= trailer
    for (const [number, place] of places) if (!found.has(number)) found.set(number, place)
    // Of a hybrid file the stream comes before what is older: the last one pushed is read next.
    for (const key of ['/Prev', '/XRefStm']) {
      const next = trailer.get(key)
      if (next !== undefined) waiting.push(Number(next))
    }
  }
  if (newest === undefined) throw new Error('the PDF has no trailer')
  const places = new Map([...found].flatMap(([number, place]) => (place === null ? [] : [[number, place] as const])))
  return { places, trailer: newest }
}

function readSection(text: string, at: number, objectAt: (offset: number) => Value): Section {
  const scanner = new Scanner(text, at)
  if (scanner.comesNext('xref')) return readTable(scanner)
  const stream = objectAt(at)
  if (!(stream instanceof Stream)) throw new Error(`no cross-reference table at byte ${at} of the PDF`)
  return { places: readRows(stream), trailer: stream.dict }
}

function readTable(scanner: Scanner): Section {
  const places = new Map<number, Place | null>()
  scanner.expect('xref')
  while (!scanner.comesNext('trailer')) {
    const [first, count] = [scanner.integer(), scanner.integer()]
    scanner.skipSpace()
    for (let i = 0; i < count; i++, scanner.at += 20) {
      const row = scanner.text.slice(scanner.at, scanner.at + 18)
      places.set(first + i, row[17] === 'n' ? { offset: Number(row.slice(0, 10)) } : null)
    }
  }
  scanner.expect('trailer')
  const trailer = scanner.value()
  if (!(trailer instanceof Map)) throw new Error('the PDF has no trailer')
  return { places, trailer }
}

function readRows(stream: Stream): Map<number, Place | null> {
  const places = new Map<number, Place | null>()
  const bytes = streamBytes(stream)
  const widths = numbers(stream.dict.get('/W'))
  const [kindWidth = 0, placeWidth = 0, restWidth = 0] = widths
  const index = numbers(stream.dict.get('/Index') ?? ['0', stream.dict.get('/Size') ?? '0'])
  let at = 0
  const field = (width: number) => {
    let value = 0
    for (let i = 0; i < width; i++) value = value * 256 + (bytes[at++] ?? 0)
    return value
  }
  for (let i = 0; i + 1 < index.length; i += 2) {
    const [first = 0, count = 0] = [index[i], index[i + 1]]
    for (let number = first; number < first + count && at < bytes.length; number++) {
      const kind = kindWidth === 0 ? 1 : field(kindWidth)
      const place = field(placeWidth)
      field(restWidth)
      places.set(number, kind === 1 ? { offset: place } : kind === 2 ? { stream: place } : null)
    }
  }
  return places
}

function numbers(value: Value | undefined): number[] {
  return Array.isArray(value) ? value.map(Number) : []
}
