import type { PDFDict, PDFDocument, PDFObject } from '@cantoo/pdf-lib'
import type { PdfLib } from '../../pdf-lib.js'

/** An internal link: where it stands and the name it leads to. */
export interface Link {
  page: number
  destination: string
}

/** Page (from 1) of each named destination. */
export function readDestinations(lib: PdfLib, pdf: PDFDocument): Map<string, number> {
  const numbers = pageNumbers(pdf)
  const pages = new Map<string, number>()
  const named = pdf.catalog.lookupMaybe(lib.PDFName.of('Dests'), lib.PDFDict)
  for (const [name, value] of named?.entries() ?? []) {
    const number = pageOf(lib, pdf.context.lookup(value), numbers)
    if (number !== undefined) pages.set(decoded(name.decodeText()), number)
  }
  return pages
}

function pageNumbers(pdf: PDFDocument): Map<PDFObject, number> {
  return new Map(pdf.getPages().map(({ ref }, i) => [ref, i + 1]))
}

function pageOf(lib: PdfLib, target: PDFObject | undefined, numbers: Map<PDFObject, number>): number | undefined {
  const page = target instanceof lib.PDFArray ? target.get(0) : undefined
  return page === undefined ? undefined : numbers.get(page)
}

export function readLinks(lib: PdfLib, pdf: PDFDocument): Link[] {
  return pdf.getPages().flatMap(({ node }, i) => {
    const annotations = node.Annots()
    return Array.from({ length: annotations?.size() ?? 0 }, (_, k) => annotations?.lookupMaybe(k, lib.PDFDict))
      .map((annotation) => annotation && linkDestination(lib, annotation))
      .filter((destination) => destination !== undefined)
      .map((destination) => ({ page: i + 1, destination }))
  })
}

/** Name of the destination that a link annotation leads to; undefined for links that leave the document. */
export function linkDestination(lib: PdfLib, annotation: PDFDict): string | undefined {
  const own = annotation.lookup(lib.PDFName.of('Dest'))
  if (own !== undefined) return destinationName(lib, own)
  const action = annotation.lookupMaybe(lib.PDFName.of('A'), lib.PDFDict)
  if (action?.get(lib.PDFName.of('S')) !== lib.PDFName.of('GoTo')) return undefined
  return destinationName(lib, action.lookup(lib.PDFName.of('D')))
}

function destinationName(lib: PdfLib, value: PDFObject | undefined): string | undefined {
  const text = value instanceof lib.PDFName || value instanceof lib.PDFString || value instanceof lib.PDFHexString
  return text ? decoded(value.decodeText()) : undefined
}

export interface OutlineEntry {
  title: string
  /** Where it leads to, from 1; null where it leads nowhere. */
  page: number | null
}

/** The outline's entries in reading order, whatever their level. */
export function readOutline(lib: PdfLib, pdf: PDFDocument): OutlineEntry[] {
  const key = (name: string) => lib.PDFName.of(name)
  const [numbers, destinations] = [pageNumbers(pdf), readDestinations(lib, pdf)]
  const pageTo = (target: PDFObject | undefined) =>
    pageOf(lib, target, numbers) ?? destinations.get(destinationName(lib, target) ?? '') ?? null
  const entries: OutlineEntry[] = []
  const first = pdf.catalog.lookupMaybe(key('Outlines'), lib.PDFDict)?.lookupMaybe(key('First'), lib.PDFDict)
  const stack: (PDFDict | undefined)[] = [first]
  while (stack.length > 0) {
    const entry = stack.pop()
    if (entry === undefined) continue
    const title = entry.lookup(key('Title'))
    const text = title instanceof lib.PDFString || title instanceof lib.PDFHexString ? title.decodeText() : ''
    const action = entry.lookupMaybe(key('A'), lib.PDFDict)
    entries.push({ title: text, page: pageTo(entry.lookup(key('Dest')) ?? action?.lookup(key('D'))) })
    stack.push(entry.lookupMaybe(key('Next'), lib.PDFDict), entry.lookupMaybe(key('First'), lib.PDFDict))
  }
  return entries
}

/** Ids beyond ASCII arrive percent-encoded, as they stood in the link. */
function decoded(name: string): string {
  try {
    return decodeURIComponent(name)
  } catch {
    return name
  }
}
