import { createHash } from 'node:crypto'
import { attachedFiles, type PdfFile } from '../../pdf/index.js'

/** Digest (`sha256:…`) of every file inside the PDF, by its name. */
export function readAttachments(pdf: PdfFile): Map<string, string> {
  const digest = (bytes: Buffer) => `sha256:${createHash('sha256').update(bytes).digest('hex')}`
  return new Map([...attachedFiles(pdf)].map(([name, bytes]) => [name, digest(bytes)]))
}
