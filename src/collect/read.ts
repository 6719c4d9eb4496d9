import { readFile, stat } from 'node:fs/promises'
import type { Note } from '../model/index.js'
import { notReadable, tooLarge } from './problems.js'

const MOST_BYTES = 50_000_000

export type FileRead = { ok: true; bytes: Buffer } | { ok: false; problem: Note }

/** The bytes of one file, or the reason why not. */
export async function readBytes(path: string, uri: string): Promise<FileRead> {
  try {
    const status = await stat(path)
    if (!status.isFile()) return { ok: false, problem: notReadable(uri, new Error('it is a device or a pipe')) }
    if (status.size > MOST_BYTES) return { ok: false, problem: tooLarge(uri, status.size, MOST_BYTES) }
    return { ok: true, bytes: await readFile(path) }
  } catch (error) {
    return { ok: false, problem: notReadable(uri, error) }
  }
}

/** All that a stream gives (standard input), up to what a file may hold. */
export async function readStream(stream: AsyncIterable<Uint8Array | string>, uri: string): Promise<FileRead> {
  const chunks: Buffer[] = []
  let total = 0
  try {
    for await (const chunk of stream) {
      const bytes = Buffer.from(chunk)
      total += bytes.length
      if (total > MOST_BYTES) return { ok: false, problem: tooLarge(uri, total, MOST_BYTES) }
      chunks.push(bytes)
    }
  } catch (error) {
    return { ok: false, problem: notReadable(uri, error) }
  }
  return { ok: true, bytes: Buffer.concat(chunks) }
}
