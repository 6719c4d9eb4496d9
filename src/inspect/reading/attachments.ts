import { digestOf } from '../../digest.js'
import { attachedFiles, type PdfFile } from '../../pdf/index.js'

/** Digest (`sha256:…`) of every file inside the PDF, by its name. */
export function readAttachments(pdf: PdfFile): Map<string, string> {
  return new Map([...attachedFiles(pdf)].map(([name, bytes]) => [name, digestOf(bytes)]))
}
