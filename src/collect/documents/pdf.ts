import { messageOf } from '../../errors.js'
import type { Collected, Hints, Note } from '../../model/index.js'
import { pageOf } from '../markup.js'
import { collected, type Material, refusal } from '../material.js'
import { documentDamaged, documentLocked, noTextLayer, ownBriefing } from '../problems.js'
import { linesOfPage, type PdfLine, type Piece, withoutRunningLines } from './pdf-lines.js'
import { paragraphsOf } from './pdf-paragraphs.js'
import { isTitle } from './word.js'

const MOST_PAGES = 300

/** ISO 32000-1 Annex H: readers accept a PDF whose header stands in its first 1,024 bytes. */
export function isPdf(bytes: Buffer): boolean {
  return bytes.subarray(0, 1024).includes('%PDF-')
}

/** The text layer of a PDF as a page. Pictures of text are not read. */
export async function readPdf(material: Material): Promise<Collected> {
  const { uri } = material
  try {
    const { pages, lines, title, creator } = await open(material.bytes)
    if (creator === 'jianbao') return refusal(uri, ownBriefing(uri))
    const kept = withoutRunningLines(lines, Math.min(pages, MOST_PAGES))
    if (!kept.some(({ text }) => /\p{L}/u.test(text))) return refusal(uri, noTextLayer(uri))
    const hints: Hints = { ...(isTitle(title) && { title }), stated: false }
    const made = collected(material, { text: pageOf(undefined, paragraphsOf(kept)), mediaType: 'text/html', hints })
    return pages > MOST_PAGES ? { ...made, notes: [cutShort(uri, pages)] } : made
  } catch (error) {
    const locked = error instanceof Error && error.name === 'PasswordException'
    return refusal(uri, locked ? documentLocked(uri) : documentDamaged(uri, 'PDF', messageOf(error)))
  }
}

interface Opened {
  pages: number
  lines: PdfLine[]
  title: string
  creator: string
}

async function open(bytes: Buffer): Promise<Opened> {
  const { getDocumentProxy } = await import('unpdf')
  // The reader takes the bytes over: it gets its own.
  const pdf = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0, isEvalSupported: false })
  try {
    const { info } = await pdf.getMetadata()
    const lines: PdfLine[] = []
    for (let number = 1; number <= Math.min(pdf.numPages, MOST_PAGES); number++) {
      const page = await pdf.getPage(number)
      const { items } = await page.getTextContent()
      lines.push(...linesOfPage(items.flatMap(pieceOf), number))
      page.cleanup()
    }
    return { pages: pdf.numPages, lines, title: entry(info, 'Title'), creator: entry(info, 'Creator') }
  } finally {
    await pdf.destroy()
  }
}

function pieceOf(item: object): Piece[] {
  if (!('str' in item && 'transform' in item && 'width' in item)) return []
  const { str, transform, width } = item as { str: string; transform: number[]; width: number }
  const [, , c = 0, d = 0, x = 0, y = 0] = transform
  return [{ text: str, x, y, width, size: Math.hypot(c, d) }]
}

function entry(info: object, name: string): string {
  const value = (info as Record<string, unknown>)[name]
  return typeof value === 'string' ? value.trim() : ''
}

function cutShort(source: string, pages: number): Note {
  return {
    severity: 'warning',
    code: 'cut-short',
    message: `Of the ${pages} pages of "${source}" the first ${MOST_PAGES} were read.`,
    hint: 'Save the pages of the article as a PDF of their own.',
    source,
  }
}
