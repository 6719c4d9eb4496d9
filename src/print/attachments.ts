import { createHash } from 'node:crypto'
import type { PDFDocument, PDFRef } from '@cantoo/pdf-lib'
import type { Attachment } from '../model/index.js'
import type { PdfLib } from '../pdf-lib.js'
import { pdfDate } from './dates.js'

const data = new Set(['application/json', 'text/csv', 'application/xml', 'text/xml'])

/** Puts files into the PDF, as associated files of the whole document (ISO 32000-2 §14.13). */
export function attachFiles(lib: PdfLib, pdf: PDFDocument, attachments: Attachment[], date: Date): void {
  if (attachments.length === 0) return
  const { context, catalog } = pdf
  // A name tree is sorted by its keys; these are compared as the bytes they are written in.
  const sorted = [...attachments].sort((a, b) => Buffer.compare(utf16(a.name), utf16(b.name)))
  const specifications = sorted.map((attachment) => fileSpecification(lib, pdf, attachment, date))
  const names = sorted.flatMap(({ name }, i) => [lib.PDFHexString.fromText(name), specifications[i] ?? null])
  const tree = catalog.lookupMaybe(lib.PDFName.of('Names'), lib.PDFDict) ?? context.obj({})
  tree.set(lib.PDFName.of('EmbeddedFiles'), context.register(context.obj({ Names: names })))
  catalog.set(lib.PDFName.of('Names'), tree)
  catalog.set(lib.PDFName.of('AF'), context.obj(specifications))
}

function fileSpecification(lib: PdfLib, pdf: PDFDocument, attachment: Attachment, date: Date): PDFRef {
  const { context } = pdf
  const bytes = Buffer.from(attachment.text, 'utf8')
  const stamp = lib.PDFString.of(pdfDate(date))
  const file = context.flateStream(bytes, {
    Type: 'EmbeddedFile',
    Subtype: attachment.mediaType,
    Params: {
      Size: bytes.length,
      CreationDate: stamp,
      ModDate: stamp,
      CheckSum: lib.PDFHexString.of(createHash('md5').update(bytes).digest('hex')),
    },
  })
  const specification = context.obj({
    Type: 'Filespec',
    F: lib.PDFString.of(attachment.name.replace(/[^\w.-]/g, '_')),
    UF: lib.PDFHexString.fromText(attachment.name),
    EF: { F: context.register(file) },
    Desc: lib.PDFHexString.fromText(attachment.description),
    AFRelationship: data.has(attachment.mediaType) ? 'Data' : 'Source',
  })
  return context.register(specification)
}

function utf16(text: string): Buffer {
  return Buffer.from(text, 'utf16le').swap16()
}
