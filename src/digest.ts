import { createHash } from 'node:crypto'

/** `sha256:` and the digest in hexadecimal; of a text that of its UTF-8. */
export function digestOf(content: Uint8Array | string): string {
  return `sha256:${createHash('sha256').update(content).digest('hex')}`
}
