import type { Page, PDFOptions } from 'puppeteer'
import { placeholder } from './numbers/places.js'

/** A link of the page and what it is called; `target` is an id for links within the document. */
export interface PageLink {
  target: string
  internal: boolean
  text: string
}

// What runs inside the page is given as text: these sources know no DOM, and the page's own scripts are off.
const readLinks = `[...document.querySelectorAll('a[href]:not([hidden] *)')].map((link) => {
  // A template may write a % that begins no code: the id is then what stands there.
  const decoded = (id) => { try { return decodeURIComponent(id) } catch { return id } }
  const href = link.getAttribute('href')
  const internal = href.startsWith('#')
  // A page number that is still to be filled in is no name.
  const named = link.querySelector('[data-page-of]') ? link.firstElementChild : link
  const text = link.getAttribute('aria-label') || link.title || named.textContent
  return { target: internal ? decoded(href.slice(1)) : link.href, internal, text: text.replace(/\\s+/g, ' ').trim() }
})`

// On a screen that nobody looks at: the page is laid out once, for the paper, not twice.
const unseen = '<style media="screen">html{display:none}</style>'

/** Puts `html` on the page and waits until every font it carries is ready. */
export async function showPage(page: Page, html: string, timeout: number): Promise<void> {
  await page.setContent(
    html.replace(/<head[^>]*>/i, (head) => head + unseen),
    { waitUntil: 'load', timeout },
  )
  // A font that is not shown is not loaded by itself, and a print does not wait for one.
  await page.evaluate('Promise.all([...document.fonts].map((face) => face.load().catch(() => null))).then(() => null)')
}

export async function pageLinks(page: Page): Promise<PageLink[]> {
  return (await page.evaluate(readLinks)) as PageLink[]
}

/**
 * Puts a placeholder into each element that waits for a page number, in the room of three digits and beyond it to the
 * left: no page break moves when the number takes its place. Returns the ids of the headings that they wait for.
 */
export async function preparePageNumbers(page: Page): Promise<string[]> {
  const style =
    'display:inline-flex;justify-content:flex-end;width:3ch;white-space:nowrap;font-variant-numeric:tabular-nums'
  return (await page.evaluate(`[...document.querySelectorAll('[data-page-of]')].map((place) => {
    place.style.cssText += ';${style}'
    place.textContent = '${placeholder}'
    return place.getAttribute('data-page-of')
  })`)) as string[]
}

/** Writes page numbers into the elements that wait for them. */
export async function fillPageNumbers(page: Page, numbers: Record<string, number>): Promise<void> {
  await page.evaluate(`(() => {
    const numbers = ${JSON.stringify(numbers)}
    for (const place of document.querySelectorAll('[data-page-of]')) {
      place.textContent = String(numbers[place.getAttribute('data-page-of')] ?? '')
    }
  })()`)
}

export async function printPage(page: Page, options: PDFOptions): Promise<Uint8Array> {
  // The session ends a use that takes too long: a second clock would only cut it short.
  return page.pdf({ preferCSSPageSize: true, printBackground: true, waitForFonts: false, timeout: 0, ...options })
}
