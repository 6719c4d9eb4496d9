import type { Page } from 'puppeteer'
import type { BrowserSession } from '../browser/index.js'
import { type Document, type Note, type Outcome, outcome } from '../model/index.js'
import { loadPdfLib } from '../pdf-lib.js'
import { destinationPages } from './destinations.js'
import { finish } from './finish.js'
import { missingTargets, refusedNotes } from './notes.js'
import { fillPageNumbers, type PageLink, pageLinks, printPage, showPage } from './page.js'

interface Printed {
  pdf: Uint8Array
  links: PageLink[]
  notes: Note[]
}

/**
 * Prints a document: a tagged PDF 1.7 with outline, metadata and attachments. The same document gives the same bytes
 * in the same browser, on any day and in any time zone.
 * @throws UserError `browser-not-found` or `print-timeout` (exit code 4)
 */
export async function print(document: Document, session: BrowserSession): Promise<Outcome<Uint8Array>> {
  const printed = await session.withPage(async ({ page, refused }): Promise<Printed> => {
    await showPage(page, document.html, session.printTimeout)
    const notes = document.contents.length === 0 ? [] : await numberContents(page, document)
    const pdf = printPage(page, { format: document.paper, tagged: true, outline: true })
    // While the browser works, this process has nothing to do but to load what it needs next.
    const [bytes, links] = await Promise.all([pdf, pageLinks(page), loadPdfLib()])
    return { pdf: bytes, links, notes: [...notes, ...refusedNotes(refused)] }
  })
  return outcome(await finish(printed.pdf, document, printed.links), [...session.notes, ...printed.notes])
}

/** `target-counter()` is not supported: a first, untagged pass says on which page each destination lies. */
async function numberContents(page: Page, document: Document): Promise<Note[]> {
  const [draft, lib] = await Promise.all([printPage(page, { format: document.paper, tagged: false }), loadPdfLib()])
  const pages = destinationPages(lib, await lib.PDFDocument.load(draft, { updateMetadata: false }))
  const numbers = document.contents.flatMap((id) => {
    const number = pages.get(id)
    return number === undefined ? [] : [[id, number] as const]
  })
  await fillPageNumbers(page, Object.fromEntries(numbers))
  return missingTargets(document.contents.filter((id) => !pages.has(id)))
}
