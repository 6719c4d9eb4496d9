import { createHash } from 'node:crypto'
import type { Attachment } from '../model/index.js'
import { dict, type PdfFile, type Reference, textString, utf16 } from '../pdf/index.js'
import { pdfDate } from './dates.js'
import type { Packing } from './packing.js'

const data = new Set(['application/json', 'text/csv', 'application/xml', 'text/xml'])

/** Puts files into the PDF, as associated files of the whole document (ISO 32000-2 §14.13). */
export function attachFiles(pdf: PdfFile, attachments: Attachment[], date: Date, packing: Packing): void {
  if (attachments.length === 0) return
  const { catalog } = pdf
  // A name tree is sorted by its keys; these are compared as the bytes they are written in.
  const sorted = [...attachments].sort((a, b) => Buffer.compare(utf16(a.name), utf16(b.name)))
  const specifications = sorted.map((attachment) => ({
    attachment,
    at: fileSpecification(pdf, attachment, date, packing),
  }))
  const names = specifications.flatMap(({ attachment, at }) => [textString(attachment.name), at])
  const tree = pdf.dict(catalog.get('/Names')) ?? dict({})
  tree.set('/EmbeddedFiles', pdf.add(dict({ Names: names })))
  catalog.set('/Names', tree)
  catalog.set(
    '/AF',
    specifications.map(({ at }) => at),
  )
}

function fileSpecification(pdf: PdfFile, attachment: Attachment, date: Date, packing: Packing): Reference {
  const bytes = Buffer.from(attachment.text, 'utf8')
  const stamp = `(${pdfDate(date)})`
  const entries = dict({
    Type: '/EmbeddedFile',
    Subtype: `/${attachment.mediaType.replace(/[^\w.-]/g, hexCode)}`,
    Params: dict({
      Size: String(bytes.length),
      CreationDate: stamp,
      ModDate: stamp,
      CheckSum: `<${createHash('md5').update(bytes).digest('hex')}>`,
    }),
  })
  const file = packing.add(bytes, entries)
  const specification = dict({
    Type: '/Filespec',
    F: `(${attachment.name.replace(/[^\w.-]/g, '_')})`,
    UF: textString(attachment.name),
    EF: dict({ F: file }),
    Desc: textString(attachment.description),
    AFRelationship: data.has(attachment.mediaType) ? '/Data' : '/Source',
  })
  return pdf.add(specification)
}

/** A character of a name that must not stand there as it is (ISO 32000-1 §7.3.5). */
function hexCode(character: string): string {
  return `#${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`
}
