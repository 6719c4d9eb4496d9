import { createHash } from 'node:crypto'
import type { PDFDict, PDFDocument } from '@cantoo/pdf-lib'
import type { PdfLib } from '../../pdf-lib.js'
import { streamText } from './streams.js'

/** Digest (`sha256:…`) of every file inside the PDF, by its name. */
export function readAttachments(lib: PdfLib, pdf: PDFDocument): Map<string, string> {
  const key = (name: string) => lib.PDFName.of(name)
  const files = pdf.catalog.lookupMaybe(key('Names'), lib.PDFDict)?.lookupMaybe(key('EmbeddedFiles'), lib.PDFDict)
  const found = new Map<string, string>()
  const visit = (node: PDFDict | undefined, depth: number) => {
    const names = node?.lookupMaybe(key('Names'), lib.PDFArray)
    for (let i = 1; i < (names?.size() ?? 0); i += 2) {
      const specification = names?.lookupMaybe(i, lib.PDFDict)
      const name = specification?.lookup(key('UF')) ?? specification?.lookup(key('F'))
      const file = specification?.lookupMaybe(key('EF'), lib.PDFDict)?.lookup(key('F'))
      if (!(name instanceof lib.PDFString || name instanceof lib.PDFHexString)) continue
      const bytes = Buffer.from(streamText(lib, file), 'latin1')
      found.set(name.decodeText(), `sha256:${createHash('sha256').update(bytes).digest('hex')}`)
    }
    const kids = node?.lookupMaybe(key('Kids'), lib.PDFArray)
    for (let i = 0; depth < 20 && i < (kids?.size() ?? 0); i++) visit(kids?.lookupMaybe(i, lib.PDFDict), depth + 1)
  }
  visit(files, 0)
  return found
}
