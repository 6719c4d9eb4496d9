import { inflateSync } from 'node:zlib'
import type { PDFObject } from '@cantoo/pdf-lib'
import type { PdfLib } from '../../pdf-lib.js'

/** The content of a stream, a byte a character; empty where it is none. Streams of several parts are joined. */
export function streamText(lib: PdfLib, object: PDFObject | undefined): string {
  if (object instanceof lib.PDFArray) {
    return Array.from({ length: object.size() }, (_, i) => streamText(lib, object.lookup(i))).join('\n')
  }
  if (!(object instanceof lib.PDFStream)) return ''
  const bytes = Buffer.from(object.getContents())
  const filter = object.dict.lookup(lib.PDFName.of('Filter'))
  const flate = filter instanceof lib.PDFArray ? filter.lookup(0) : filter
  return (flate === lib.PDFName.of('FlateDecode') ? inflateSync(bytes) : bytes).toString('latin1')
}
