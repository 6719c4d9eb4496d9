import { pipeline, Readable, type Transform } from 'node:stream'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'
import type { Note } from '../../model/index.js'
import type { Limits } from './parts.js'
import { badlyPacked, Trouble, tooLarge } from './trouble.js'

const UNPACK: Record<string, () => Transform> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
}

/** The body, unpacked; stops reading as soon as it is past what is allowed, packed or unpacked. */
export async function readBody(body: Readable, encoding: string, url: string, limits: Limits): Promise<Buffer> {
  const names = encoding
    .toLowerCase()
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '' && name !== 'identity')
  const unknown = names.find((name) => UNPACK[name] === undefined) ?? (names.length > 2 ? encoding : undefined)
  if (unknown !== undefined) {
    body.destroy()
    throw new Trouble(badlyPacked(url, `it is packed as “${unknown.slice(0, 60)}”`))
  }
  const unpackers = names.reverse().flatMap((name) => UNPACK[name]?.() ?? [])
  const chunks: Buffer[] = []
  try {
    // Each stage waits for the next: what is not yet counted is never more than a few buffers.
    let stream = Readable.from(counted(body, limits.bytes, () => tooLarge(url, limits.bytes, 'sent')))
    for (const unpacker of unpackers) stream = pipeline(stream, unpacker, () => undefined)
    const unpacked = counted(stream, limits.inflated, () => tooLarge(url, limits.inflated, 'unpacked'))
    for await (const chunk of unpacked) chunks.push(chunk)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    if (!/^Z_|^ERR_BROTLI|^ERR__ERROR_FORMAT|^ERR_PADDING/.test(code)) throw error
    throw new Trouble(badlyPacked(url, error instanceof Error ? error.message : code))
  }
  return Buffer.concat(chunks)
}

async function* counted(source: AsyncIterable<Buffer>, most: number, note: () => Note): AsyncGenerator<Buffer> {
  let total = 0
  for await (const chunk of source) {
    total += chunk.length
    if (total > most) throw new Trouble(note())
    yield chunk
  }
}
