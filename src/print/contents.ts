import type { Page } from 'puppeteer'
import { destinationPages, type PdfFile } from '../pdf/index.js'
import { setPageNumbers } from './numbers/places.js'
import { fillPageNumbers, preparePageNumbers } from './page.js'

/** One look is enough unless the numbers themselves move a page break. */
const looks = 3

/**
 * Prints with page numbers in the contents. CSS cannot do it (`target-counter()` is not supported): what was printed says
 * on which page each heading lies, and the numbers are set into it. Where the browser drew the places for them in a way
 * that we do not know, they are set into the page, and it is printed again.
 */
export async function printNumbered(
  page: Page,
  print: () => Promise<PdfFile>,
): Promise<{ pdf: PdfFile; numbers: ReadonlyMap<string, number> }> {
  const ids = await preparePageNumbers(page)
  let pdf = await print()
  let numbers = destinationPages(pdf)
  if (setPageNumbers(pdf, ids, numbers)) return { pdf, numbers }
  for (let look = 1; look <= looks; look++) {
    const before = numbers
    await fillPageNumbers(page, Object.fromEntries(before))
    pdf = await print()
    numbers = destinationPages(pdf)
    if (ids.every((id) => numbers.get(id) === before.get(id))) break
  }
  return { pdf, numbers }
}
