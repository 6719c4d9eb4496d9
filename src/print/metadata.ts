import { createHash } from 'node:crypto'
import type { Document } from '../model/index.js'
import { dict, type PdfFile, textOf, textString } from '../pdf/index.js'
import { documentDate, pdfDate } from './dates.js'
import { xmpPacket } from './xmp.js'

/** Replaces what Chromium wrote about the document (its clock among it) by what the document says of itself. */
export function setMetadata(pdf: PdfFile, document: Document): void {
  const { catalog, trailer } = pdf
  const date = documentDate(document.date)
  const producer = textOf(pdf.dict(trailer.get('/Info'))?.get('/Producer')) ?? 'Skia/PDF'
  const stamp = `(${pdfDate(date)})`
  const info = dict({
    Title: textString(document.title),
    Subject: textString(document.subject),
    Keywords: textString(document.keywords.join(', ')),
    Creator: textString('jianbao'),
    Producer: textString(producer),
    CreationDate: stamp,
    ModDate: stamp,
  })
  trailer.set('/Info', pdf.add(info))
  trailer.set('/ID', fileIdentifier(document))
  // Uncompressed, so that tools which know no PDF can read it (ISO 32000-1 §14.3.2).
  const packet = Buffer.from(xmpPacket(document, date, producer), 'utf8')
  catalog.set('/Metadata', pdf.addStream(packet, { Type: '/Metadata', Subtype: '/XML' }))
  catalog.set('/Lang', textString(document.lang))
}

/** Two equal halves from the content alone (ISO 32000-1 §14.4). */
function fileIdentifier(document: Document): string[] {
  const digest = createHash('sha256').update(JSON.stringify(document)).digest('hex').slice(0, 32)
  return [`<${digest}>`, `<${digest}>`]
}
