import { createHash } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import type { Collected, Note } from '../model/index.js'
import { binaryKind, looksBinary } from './binary.js'
import { decode } from './encoding.js'
import { mediaTypeOf } from './media-type.js'
import { binaryFile, emptyFile, notReadable, tooLarge } from './problems.js'

const MOST_BYTES = 50_000_000

/** One file, decoded, or the reason why not. */
export async function readSource(path: string, uri: string): Promise<Collected> {
  const refuse = (problem: Note): Collected => ({ uri, source: null, problem: { ...problem, source: uri } })
  let bytes: Buffer
  try {
    const status = await stat(path)
    if (!status.isFile()) return refuse(notReadable(uri, new Error('it is a device or a pipe')))
    if (status.size > MOST_BYTES) return refuse(tooLarge(uri, status.size, MOST_BYTES))
    bytes = await readFile(path)
  } catch (error) {
    return refuse(notReadable(uri, error))
  }
  const kind = binaryKind(bytes)
  if (kind !== null) return refuse(binaryFile(uri, kind))
  const { text, encoding } = decode(bytes)
  if (text.trim() === '') return refuse(emptyFile(uri))
  if (looksBinary(text)) return refuse(binaryFile(uri, null))
  const digest = `sha256:${createHash('sha256').update(bytes).digest('hex')}`
  return { uri, source: { uri, mediaType: mediaTypeOf(text, path), encoding, text, digest }, problem: null }
}
