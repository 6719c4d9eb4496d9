import type { PDFDocument } from '@cantoo/pdf-lib'
import type { PdfLib } from '../pdf-lib.js'

/** Page number (from 1) of every named destination of the PDF, by name: Chromium makes one of each id that is linked to. */
export function destinationPages(lib: PdfLib, pdf: PDFDocument): Map<string, number> {
  const pageNumbers = new Map(pdf.getPages().map((page, i) => [page.ref, i + 1]))
  const pages = new Map<string, number>()
  const destinations = pdf.catalog.lookupMaybe(lib.PDFName.of('Dests'), lib.PDFDict)
  for (const [name, value] of destinations?.entries() ?? []) {
    const target = pdf.context.lookup(value)
    const page = target instanceof lib.PDFArray ? target.get(0) : undefined
    const number = page instanceof lib.PDFRef ? pageNumbers.get(page) : undefined
    if (number !== undefined) pages.set(decoded(name.decodeText()), number)
  }
  return pages
}

/** Ids beyond ASCII arrive percent-encoded, as they stood in the link. */
function decoded(name: string): string {
  try {
    return decodeURIComponent(name)
  } catch {
    return name
  }
}
