import type { PDFDocument } from '@cantoo/pdf-lib'
import { loadPdfLib, type PdfLib } from '../../pdf-lib.js'
import { readAttachments } from './attachments.js'
import { type Font, readFonts } from './fonts.js'
import {
  type Link,
  linkDestination,
  type OutlineEntry,
  readDestinations,
  readLinks,
  readOutline,
} from './navigation.js'
import { plainText } from './plain.js'
import { type Element, readStructure } from './structure.js'
import { type PageText, readPageText } from './text.js'

/** A PDF as it lies on the disk, read back. */
export interface Reading {
  bytes: number
  pages: PageText[]
  /** Text of each page as `plainText` leaves it. */
  plain: string[]
  fonts: Font[]
  images: number
  destinations: Map<string, number>
  links: Link[]
  outline: OutlineEntry[]
  structure: Element | null
  marked: boolean
  lang: string
  title: string
  hasXmp: boolean
  /** Digest of each file inside, by its name. */
  attachments: Map<string, string>
  /** Name of the destination that an annotation of the structure tree leads to. */
  destinationOf(annotation: Element['annotations'][number]): string | undefined
}

export async function reopen(bytes: Uint8Array): Promise<Reading> {
  const lib = await loadPdfLib()
  const pdf = await lib.PDFDocument.load(bytes, { updateMetadata: false, parseSpeed: lib.ParseSpeeds.Fastest })
  const fonts = readFonts(lib, pdf)
  const pages = pdf.getPages().map((page) => readPageText(lib, page, fonts))
  return {
    bytes: bytes.length,
    pages,
    plain: pages.map(({ text }) => plainText(text)),
    fonts: [...fonts.values()],
    images: countImages(lib, pdf),
    destinations: readDestinations(lib, pdf),
    links: readLinks(lib, pdf),
    outline: readOutline(lib, pdf),
    attachments: readAttachments(lib, pdf),
    structure: readStructure(lib, pdf, pages),
    destinationOf: (annotation) => linkDestination(lib, annotation),
    ...readCatalog(lib, pdf),
  }
}

function readCatalog(lib: PdfLib, pdf: PDFDocument): Pick<Reading, 'marked' | 'lang' | 'title' | 'hasXmp'> {
  const key = (name: string) => lib.PDFName.of(name)
  const marked = pdf.catalog.lookupMaybe(key('MarkInfo'), lib.PDFDict)?.lookup(key('Marked'))
  const lang = pdf.catalog.lookup(key('Lang'))
  return {
    marked: marked === lib.PDFBool.True,
    lang: lang instanceof lib.PDFString || lang instanceof lib.PDFHexString ? lang.decodeText() : '',
    title: pdf.getTitle() ?? '',
    hasXmp: pdf.catalog.lookup(key('Metadata')) instanceof lib.PDFStream,
  }
}

/** Pictures; the mask that gives a picture its transparency is part of it. */
function countImages(lib: PdfLib, pdf: PDFDocument): number {
  const [subtype, image, mask] = [lib.PDFName.of('Subtype'), lib.PDFName.of('Image'), lib.PDFName.of('SMask')]
  const images = new Set<unknown>()
  const masks = new Set<unknown>()
  for (const [reference, object] of pdf.context.enumerateIndirectObjects()) {
    if (!(object instanceof lib.PDFStream) || object.dict.get(subtype) !== image) continue
    images.add(reference)
    masks.add(object.dict.get(mask))
  }
  return [...images].filter((reference) => !masks.has(reference)).length
}
