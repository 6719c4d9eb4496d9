import { promisify } from 'node:util'
import { deflate } from 'node:zlib'
import { type Dict, type PdfFile, type Reference, Stream } from '../pdf/index.js'

const pack = promisify(deflate)

/** As small as it gets: on other threads than ours it costs no time. */
export function packed(content: Uint8Array): Promise<Buffer> {
  return pack(content, { level: 9 })
}

/** Streams that are being packed while the rest of the file is made ready. */
export class Packing {
  readonly #pdf: PdfFile
  readonly #jobs: Promise<void>[] = []

  constructor(pdf: PdfFile) {
    this.#pdf = pdf
  }

  /** Gives the stream at `at` another content, once `done`. */
  replace(at: Reference, content: Uint8Array, entries: Dict = new Map()): void {
    const dict = new Map(entries).set('/Filter', '/FlateDecode')
    dict.delete('/DecodeParms')
    this.#jobs.push(
      packed(content).then((body) => {
        this.#pdf.objects.set(at.number, new Stream(dict.set('/Length', String(body.length)), body))
      }),
    )
  }

  add(content: Uint8Array, entries: Dict): Reference {
    const at = this.#pdf.add(new Stream(entries, new Uint8Array()))
    this.replace(at, content, entries)
    return at
  }

  async done(): Promise<void> {
    await Promise.all(this.#jobs)
  }
}
