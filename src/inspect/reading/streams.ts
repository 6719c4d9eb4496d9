import { type PdfFile, Stream, streamBytes, type Value } from '../../pdf/index.js'

/** The content of a stream, a byte a character; empty where it is none. Streams of several parts are joined. */
export function streamText(pdf: PdfFile, value: Value | undefined): string {
  const found = pdf.resolve(value)
  if (Array.isArray(found)) return found.map((part) => streamText(pdf, part)).join('\n')
  return found instanceof Stream ? streamBytes(found).toString('latin1') : ''
}
