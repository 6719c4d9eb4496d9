import type { Page } from 'puppeteer'
import type { BrowserSession } from '../browser/index.js'
import { type Document, type Note, type Outcome, outcome } from '../model/index.js'
import { destinationPages, type PdfFile, readPdf } from '../pdf/index.js'
import { printNumbered } from './contents.js'
import { finish } from './finish.js'
import { attachLinks, detachLinks } from './inner-links.js'
import { missingTargets, refusedNotes } from './notes.js'
import { setCounters } from './numbers/counters.js'
import { setPageNumbers } from './numbers/places.js'
import { type PageLink, pageLinks, preparePageNumbers, printPage, showPage } from './page.js'
import { joinPdfs, splitHtml } from './parts/index.js'

interface Printed {
  pdf: PdfFile
  links: PageLink[]
  notes: Note[]
}

/**
 * Prints a document: a tagged PDF 1.7 with outline, metadata and attachments. The same document gives the same bytes
 * in the same browser, on any day and in any time zone. A long one is printed in parts, side by side.
 * @throws UserError `browser-not-found` or `print-timeout` (exit code 4)
 */
export async function print(document: Document, session: BrowserSession): Promise<Outcome<Uint8Array>> {
  const parts = splitHtml(document.html)
  const inParts = parts.length > 1 ? await printParts(parts, document, session) : null
  const { pdf, links, notes } = inParts ?? (await printWhole(document, session))
  return outcome(await finish(pdf, document, links), [...session.notes, ...notes])
}

async function printWhole(document: Document, session: BrowserSession): Promise<Printed> {
  const limit = session.limitFor(document.html.length)
  return session.withPage(async ({ page, refused }): Promise<Printed> => {
    await showPage(page, document.html, limit)
    const links = await pageLinks(page)
    await detachLinks(page)
    const printed = await printTagged(page, document)
    return { ...printed, links, notes: [...printed.notes, ...refusedNotes(refused)] }
  }, limit)
}

async function printTagged(page: Page, { paper, contents }: Document): Promise<Omit<Printed, 'links'>> {
  const whole = () => printPage(page, tagged(paper)).then(readPdf).then(attachLinks)
  if (contents.length === 0) return { pdf: await whole(), notes: [] }
  const { pdf, numbers } = await printNumbered(page, whole)
  return { pdf, notes: missingTargets(contents.filter((id) => !numbers.has(id))) }
}

/**
 * Null where page numbers cannot be set into what was printed: then only the whole can have them. Links stay the
 * browser's: a figure and its evidence are mostly in two parts.
 */
async function printParts(
  parts: readonly string[],
  { html, paper, contents }: Document,
  session: BrowserSession,
): Promise<Printed | null> {
  const limit = session.limitFor(html.length)
  const printed = await Promise.all(
    parts.map((part) =>
      session.withPage(async ({ page, refused }) => {
        await showPage(page, part, limit)
        const links = await pageLinks(page)
        const awaited = await preparePageNumbers(page)
        const pdf = readPdf(await printPage(page, tagged(paper)))
        return { pdf, links, awaited, notes: refusedNotes(refused) }
      }, limit),
    ),
  )
  const pdf = joinPdfs(printed.map((part) => part.pdf))
  const numbers = destinationPages(pdf)
  const awaited = printed.flatMap((part) => part.awaited)
  if (!setCounters(pdf) || !setPageNumbers(pdf, awaited, numbers)) return null
  const missing = missingTargets(contents.filter((id) => !numbers.has(id)))
  const notes = new Map(printed.flatMap((part) => part.notes).map((note) => [note.message, note]))
  return { pdf, links: printed.flatMap((part) => part.links), notes: [...missing, ...notes.values()] }
}

function tagged(paper: Document['paper']): { format: Document['paper']; tagged: true; outline: true } {
  return { format: paper, tagged: true, outline: true }
}
