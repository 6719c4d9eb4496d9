import { createHash } from 'node:crypto'
import type { PDFDocument } from '@cantoo/pdf-lib'
import type { Document } from '../model/index.js'
import type { PdfLib } from '../pdf-lib.js'
import { documentDate, pdfDate } from './dates.js'
import { xmpPacket } from './xmp.js'

/** Replaces what Chromium wrote about the document (its clock among it) by what the document says of itself. */
export function setMetadata(lib: PdfLib, pdf: PDFDocument, document: Document): void {
  const { context, catalog } = pdf
  const date = documentDate(document.date)
  const producer = pdf.getProducer() ?? 'Skia/PDF'
  const text = (value: string) => lib.PDFHexString.fromText(value)
  const stamp = lib.PDFString.of(pdfDate(date))
  if (context.trailerInfo.Info instanceof lib.PDFRef) context.delete(context.trailerInfo.Info)
  const info = {
    Title: text(document.title),
    Subject: text(document.subject),
    Keywords: text(document.keywords.join(', ')),
    Creator: text('jianbao'),
    Producer: text(producer),
    CreationDate: stamp,
    ModDate: stamp,
  }
  context.trailerInfo.Info = context.register(context.obj(info))
  context.trailerInfo.ID = fileIdentifier(lib, pdf, document)
  // Uncompressed, so that tools which know no PDF can read it (ISO 32000-1 §14.3.2).
  const packet = context.stream(Buffer.from(xmpPacket(document, date, producer), 'utf8'), {
    Type: 'Metadata',
    Subtype: 'XML',
  })
  catalog.set(lib.PDFName.of('Metadata'), context.register(packet))
  catalog.set(lib.PDFName.of('Lang'), text(document.lang))
}

/** Two equal halves from the content alone (ISO 32000-1 §14.4). */
function fileIdentifier(lib: PdfLib, pdf: PDFDocument, document: Document) {
  const digest = createHash('sha256').update(JSON.stringify(document)).digest('hex').slice(0, 32)
  return pdf.context.obj([lib.PDFHexString.of(digest), lib.PDFHexString.of(digest)])
}
