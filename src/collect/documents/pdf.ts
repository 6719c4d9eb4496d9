import { messageOf } from '../../errors.js'
import type { Collected, Hints, Note } from '../../model/index.js'
import { pageOf } from '../markup.js'
import { collected, type Material, refusal } from '../material.js'
import { documentDamaged, documentLocked, noTextLayer, ownBriefing } from '../problems.js'
import { linesOfPage, withoutRunningLines } from './pdf-lines.js'
import { paragraphsOf } from './pdf-paragraphs.js'
import { readPieces } from './pdf-pieces.js'
import { isTitle } from './word.js'

const MOST_PAGES = 300
/** Milliseconds; a page of text takes a few. */
const MOST_TIME = 15_000

/** ISO 32000-1 Annex H: readers accept a PDF whose header stands in its first 1,024 bytes. */
export function isPdf(bytes: Buffer): boolean {
  return bytes.subarray(0, 1024).includes('%PDF-')
}

/** The text layer of a PDF as a page. Pictures of text are not read. */
export async function readPdf(material: Material): Promise<Collected> {
  const { uri } = material
  try {
    const { pages, pieces, title, creator } = await readPieces(material.bytes, MOST_PAGES, MOST_TIME)
    if (creator === 'jianbao') return refusal(uri, ownBriefing(uri))
    const lines = pieces.flatMap((each, i) => linesOfPage(each, i + 1))
    const kept = withoutRunningLines(lines, pieces.length)
    if (!kept.some(({ text }) => /\p{L}/u.test(text))) return refusal(uri, noTextLayer(uri))
    const hints: Hints = { ...(isTitle(title) && { title }), stated: false }
    const made = collected(material, { text: pageOf(undefined, paragraphsOf(kept)), mediaType: 'text/html', hints })
    return pages > MOST_PAGES ? { ...made, notes: [cutShort(uri, pages)] } : made
  } catch (error) {
    const locked = error instanceof Error && error.name === 'PasswordException'
    return refusal(uri, locked ? documentLocked(uri) : documentDamaged(uri, 'PDF', messageOf(error)))
  }
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
