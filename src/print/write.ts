import { type Dict, type PdfFile, Stream, sourceOf, type Value } from '../pdf/index.js'
import { packed as pack } from './packing.js'

/** More objects in one stream pack better; readers unpack a whole stream for one of them. */
const objectsPerStream = 400

/** Where an object is: at an offset of the file, or at an index of an object stream. */
type Place = { offset: number } | { stream: number; index: number }

/** The file's bytes, with object streams and a cross-reference stream (ISO 32000-1 §7.5.7, §7.5.8). */
export async function writePdf({ objects, trailer }: PdfFile): Promise<Uint8Array> {
  const output = new Output()
  const packed: [number, Value][] = []
  let next = 1
  for (const [number, object] of objects) {
    next = Math.max(next, number + 1)
    if (object instanceof Stream) output.add(number, streamBody(sourceOf(object.dict), object.bytes))
    else packed.push([number, object])
  }
  const groups = Array.from({ length: Math.ceil(packed.length / objectsPerStream) }, (_, i) =>
    objectStream(packed.slice(i * objectsPerStream, (i + 1) * objectsPerStream)),
  )
  for (const group of await Promise.all(groups)) output.addPacked(next++, group)
  return output.end(next, trailer)
}

class Output {
  readonly #chunks: Buffer[] = []
  readonly #places = new Map<number, Place>()
  #length = 0

  constructor() {
    // Four bytes beyond ASCII tell that the file is binary (§7.5.2).
    this.#push(Buffer.from('%PDF-1.7\n%\xE2\xE3\xCF\xD3\n', 'latin1'))
  }

  add(number: number, body: Buffer): void {
    this.#places.set(number, { offset: this.#length })
    this.#push(Buffer.from(`${number} 0 obj\n`))
    this.#push(body)
    this.#push(Buffer.from('\nendobj\n'))
  }

  addPacked(number: number, { numbers, body }: ObjectStream): void {
    for (const [index, own] of numbers.entries()) this.#places.set(own, { stream: number, index })
    this.add(number, body)
  }

  /** The cross-reference stream, object `number`, and the end of the file. */
  async end(number: number, trailer: Dict): Promise<Uint8Array> {
    const start = this.#length
    this.#places.set(number, { offset: start })
    const rows = Array.from({ length: number + 1 }, (_, i) => row(this.#places.get(i)))
    const width = rows[0]?.length ?? 0
    const packing = `/DecodeParms <</Predictor 12 /Columns ${width}>>`
    const dict = `/Type /XRef /Size ${number + 1} /W [1 4 2] ${packing} ${sourceOf(trailer).slice(2, -2)}`
    this.add(number, await streamOf(dict, Buffer.concat(differences(rows))))
    this.#push(Buffer.from(`startxref\n${start}\n%%EOF\n`))
    return Buffer.concat(this.#chunks)
  }

  #push(chunk: Buffer): void {
    this.#chunks.push(chunk)
    this.#length += chunk.length
  }
}

/** One row of the cross-reference stream: its kind (0 free, 1 at an offset, 2 in a stream), and where. */
function row(place: Place | undefined): Buffer {
  const bytes = Buffer.alloc(7)
  if (place === undefined) return bytes
  const packed = 'stream' in place
  bytes.writeUInt8(packed ? 2 : 1, 0)
  bytes.writeUInt32BE(packed ? place.stream : place.offset, 1)
  bytes.writeUInt16BE(packed ? place.index : 0, 5)
  return bytes
}

/** Each row as its difference from the one above, which packs far better (PNG predictor `Up`, §7.4.4.4). */
function differences(rows: readonly Buffer[]): Buffer[] {
  return rows.map((own, at) => {
    const above = rows[at - 1]
    return Buffer.from([2, ...own.map((byte, i) => byte - (above?.[i] ?? 0))])
  })
}

interface ObjectStream {
  numbers: number[]
  body: Buffer
}

async function objectStream(objects: [number, Value][]): Promise<ObjectStream> {
  const bodies = objects.map(([, object]) => sourceOf(object))
  let offset = 0
  const index = objects.map(([own], i) => {
    const entry = `${own} ${offset}`
    offset += (bodies[i]?.length ?? 0) + 1
    return entry
  })
  const head = `${index.join(' ')}\n`
  const content = Buffer.from(`${head}${bodies.join('\n')}\n`, 'latin1')
  const body = await streamOf(`/Type /ObjStm /N ${objects.length} /First ${head.length}`, content)
  return { numbers: objects.map(([own]) => own), body }
}

async function streamOf(entries: string, content: Buffer): Promise<Buffer> {
  const body = await pack(content)
  return streamBody(`<<${entries} /Filter /FlateDecode /Length ${body.length}>>`, body)
}

function streamBody(source: string, bytes: Uint8Array): Buffer {
  return Buffer.concat([Buffer.from(`${source}\nstream\n`, 'latin1'), bytes, Buffer.from('\nendstream')])
}
