import { PdfFile } from './file.js'
import { type Place, readPlaces } from './places.js'
import { Scanner } from './scan.js'
import { streamBytes } from './stream.js'
import { Reference, Stream, type Value } from './value.js'

/**
 * Reads a PDF whole (ISO 32000-1 §7.5), without encryption. Every object is read once; what is not looked at stays the
 * text that it is. Throws where the bytes are no PDF.
 */
export function readPdf(bytes: Uint8Array): PdfFile {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  const file = new FileReader(text, bytes)
  const { places, trailer } = readPlaces(text, (at) => file.objectAt(at))
  if (trailer.has('/Encrypt')) throw new Error('the PDF is encrypted')
  return new PdfFile(file.readAll(places), trailer)
}

class FileReader {
  readonly #text: string
  readonly #bytes: Uint8Array
  readonly #objects = new Map<number, Value>()
  readonly #packed = new Map<number, Map<number, Value>>()
  #places: ReadonlyMap<number, Place> = new Map()

  constructor(text: string, bytes: Uint8Array) {
    this.#text = text
    this.#bytes = bytes
  }

  readAll(places: ReadonlyMap<number, Place>): Map<number, Value> {
    this.#places = places
    for (const number of [...places.keys()].sort((a, b) => a - b)) this.#object(number)
    return this.#objects
  }

  /** The object that begins at a byte of the file. */
  objectAt(offset: number, wanted?: number): Value {
    const scanner = new Scanner(this.#text, offset)
    const number = scanner.integer()
    if (wanted !== undefined && number !== wanted) throw new Error(`object ${wanted} is not where the table says`)
    scanner.integer()
    scanner.expect('obj')
    const value = scanner.value()
    if (!(value instanceof Map) || !scanner.comesNext('stream')) return value
    scanner.expect('stream')
    const start = scanner.at + (this.#text[scanner.at] === '\r' ? 2 : 1)
    const said = value.get('/Length')
    const length = Number(said instanceof Reference ? this.#object(said.number) : said)
    scanner.at = start + length
    scanner.expect('endstream')
    value.set('/Length', String(length))
    return new Stream(value, this.#bytes.subarray(start, start + length))
  }

  #object(number: number): Value | undefined {
    const known = this.#objects.get(number)
    const place = this.#places.get(number)
    if (known !== undefined || place === undefined) return known
    const value = 'offset' in place ? this.objectAt(place.offset, number) : this.#unpacked(place.stream).get(number)
    if (value === undefined) return undefined
    // Object streams and cross-reference streams are how a file is written, not what it holds.
    if (!(value instanceof Stream && packaging.has(String(value.dict.get('/Type'))))) this.#objects.set(number, value)
    return value
  }

  /** The objects in an object stream (§7.5.7), by number. */
  #unpacked(number: number): Map<number, Value> {
    const known = this.#packed.get(number)
    if (known !== undefined) return known
    const stream = this.#object(number)
    const objects = new Map<number, Value>()
    this.#packed.set(number, objects)
    if (!(stream instanceof Stream)) return objects
    const content = streamBytes(stream).toString('latin1')
    const index = new Scanner(content, 0)
    const first = Number(stream.dict.get('/First'))
    for (let i = 0; i < Number(stream.dict.get('/N')); i++) {
      const own = index.integer()
      objects.set(own, new Scanner(content, first + index.integer()).value())
    }
    return objects
  }
}

const packaging = new Set(['/ObjStm', '/XRef'])
