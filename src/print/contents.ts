import type { PDFDocument } from '@cantoo/pdf-lib'
import type { Page } from 'puppeteer'
import { loadPdfLib } from '../pdf-lib.js'
import { destinationPages } from './destinations.js'
import { fillPageNumbers } from './page.js'

export type PageNumbers = ReadonlyMap<string, number>

/** One look is enough unless the numbers themselves move a page break. */
const looks = 3

/**
 * Prints with page numbers in the contents. CSS cannot do it (`target-counter()` is not supported): a draft says on which
 * page each heading lies, and what was printed says whether it still does.
 */
export async function printNumbered(
  page: Page,
  headings: string[],
  draft: () => Promise<PDFDocument>,
  print: () => Promise<PDFDocument>,
): Promise<{ pdf: PDFDocument; numbers: PageNumbers }> {
  let numbers = await pagesOf(headings, await draft())
  for (let look = 1; ; look++) {
    await fillPageNumbers(page, Object.fromEntries(numbers))
    const pdf = await print()
    const printed = await pagesOf(headings, pdf)
    if (look === looks || headings.every((id) => printed.get(id) === numbers.get(id))) return { pdf, numbers }
    numbers = printed
  }
}

async function pagesOf(headings: string[], pdf: PDFDocument): Promise<PageNumbers> {
  const pages = destinationPages(await loadPdfLib(), pdf)
  return new Map([...pages].filter(([id]) => headings.includes(id)))
}
