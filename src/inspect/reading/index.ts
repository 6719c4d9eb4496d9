import { destinationPages, type PdfFile, readPdf, Stream, streamBytes, textOf } from '../../pdf/index.js'
import { readAttachments } from './attachments.js'
import { type Font, readFonts } from './fonts.js'
import { type Link, linkDestination, type OutlineEntry, readLinks, readOutline } from './navigation.js'
import { plainText } from './plain.js'
import { readRoles } from './roles.js'
import { type Element, readStructure } from './structure.js'
import { type PageText, readPageText } from './text.js'

/** A PDF as it lies on the disk, read back. */
export interface Reading {
  /** Its objects, for what is asked of single ones. */
  file: PdfFile
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
  /** The XMP packet; null where there is none. */
  xmp: string | null
  /** What the structure's own types stand for. */
  roles: Map<string, string>
  /** Digest of each file inside, by its name. */
  attachments: Map<string, string>
  /** Name of the destination that an annotation of the structure tree leads to. */
  destinationOf(annotation: Element['annotations'][number]): string | undefined
}

/** Throws where the bytes are no PDF. */
export async function reopen(bytes: Uint8Array): Promise<Reading> {
  const pdf = readPdf(bytes)
  const fonts = readFonts(pdf)
  const pages = pdf.pages().map(({ page }) => readPageText(pdf, page, fonts))
  const destinations = destinationPages(pdf)
  return {
    file: pdf,
    bytes: bytes.length,
    pages,
    plain: pages.map(({ text }) => plainText(text)),
    fonts: [...fonts.values()],
    images: countImages(pdf),
    destinations,
    links: readLinks(pdf),
    outline: readOutline(pdf, destinations),
    attachments: readAttachments(pdf),
    structure: readStructure(pdf, pages),
    roles: readRoles(pdf),
    destinationOf: (annotation) => linkDestination(pdf, annotation),
    ...readCatalog(pdf),
  }
}

function readCatalog(pdf: PdfFile): Pick<Reading, 'marked' | 'lang' | 'title' | 'xmp'> {
  const { catalog, trailer } = pdf
  const metadata = pdf.resolve(catalog.get('/Metadata'))
  return {
    marked: pdf.resolve(pdf.dict(catalog.get('/MarkInfo'))?.get('/Marked')) === 'true',
    lang: textOf(pdf.resolve(catalog.get('/Lang'))) ?? '',
    title: textOf(pdf.resolve(pdf.dict(trailer.get('/Info'))?.get('/Title'))) ?? '',
    xmp: metadata instanceof Stream ? streamBytes(metadata).toString('utf8') : null,
  }
}

/** Pictures; the mask that gives a picture its transparency is part of it. */
function countImages(pdf: PdfFile): number {
  const images = new Set<Stream>()
  const masks = new Set<unknown>()
  for (const object of pdf.objects.values()) {
    if (!(object instanceof Stream) || object.dict.get('/Subtype') !== '/Image') continue
    images.add(object)
    masks.add(pdf.resolve(object.dict.get('/SMask')))
  }
  return [...images].filter((image) => !masks.has(image)).length
}
