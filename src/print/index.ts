import type { Page } from 'puppeteer'
import type { BrowserSession } from '../browser/index.js'
import { type Document, type Note, type Outcome, outcome } from '../model/index.js'
import { type PdfFile, readPdf } from '../pdf/index.js'
import { printNumbered } from './contents.js'
import { finish } from './finish.js'
import { attachLinks, detachLinks } from './inner-links.js'
import { missingTargets, refusedNotes } from './notes.js'
import { type PageLink, pageLinks, printPage, showPage } from './page.js'

interface Printed {
  pdf: PdfFile
  links: PageLink[]
  notes: Note[]
}

/**
 * Prints a document: a tagged PDF 1.7 with outline, metadata and attachments. The same document gives the same bytes
 * in the same browser, on any day and in any time zone.
 * @throws UserError `browser-not-found` or `print-timeout` (exit code 4)
 */
export async function print(document: Document, session: BrowserSession): Promise<Outcome<Uint8Array>> {
  const limit = session.limitFor(document.html.length)
  const { pdf, links, notes } = await session.withPage(async ({ page, refused }): Promise<Printed> => {
    await showPage(page, document.html, limit)
    const links = await pageLinks(page)
    await detachLinks(page)
    const printed = await printTagged(page, document)
    return { ...printed, links, notes: [...printed.notes, ...refusedNotes(refused)] }
  }, limit)
  return outcome(await finish(pdf, document, links), [...session.notes, ...notes])
}

async function printTagged(page: Page, { paper, contents }: Document): Promise<Omit<Printed, 'links'>> {
  const whole = () => printPage(page, { format: paper, tagged: true, outline: true }).then(readPdf).then(attachLinks)
  if (contents.length === 0) return { pdf: await whole(), notes: [] }
  const { pdf, numbers } = await printNumbered(page, whole)
  return { pdf, notes: missingTargets(contents.filter((id) => !numbers.has(id))) }
}
