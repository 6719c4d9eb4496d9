import type { PdfFile } from './file.js'
import { textOf } from './text.js'
import { Reference } from './value.js'

/** Page number (from 1) of every named destination of the PDF, by name: Chromium makes one of each id that is linked to. */
export function destinationPages(pdf: PdfFile): Map<string, number> {
  const pageNumbers = new Map(pdf.pages().map(({ reference }, i) => [reference.number, i + 1]))
  const pages = new Map<string, number>()
  for (const [name, value] of pdf.dict(pdf.catalog.get('/Dests')) ?? []) {
    const [page] = pdf.array(value)
    const number = page instanceof Reference ? pageNumbers.get(page.number) : undefined
    if (number !== undefined) pages.set(destinationName(name), number)
  }
  return pages
}

/** Ids beyond ASCII arrive percent-encoded, as they stood in the link. */
export function destinationName(name: string): string {
  const text = textOf(name) ?? ''
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
