import type { Page, PDFOptions } from 'puppeteer'

/** A link of the page and what it is called; `target` is an id for links within the document. */
export interface PageLink {
  target: string
  internal: boolean
  text: string
}

// What runs inside the page is given as text: these sources know no DOM, and the page's own scripts are off.
const readLinks = `[...document.querySelectorAll('a[href]')].map((link) => {
  const href = link.getAttribute('href')
  const internal = href.startsWith('#')
  const text = link.getAttribute('aria-label') || link.title || link.textContent
  return { target: internal ? decodeURIComponent(href.slice(1)) : link.href, internal, text: text.replace(/\\s+/g, ' ').trim() }
})`

/** Puts `html` on the page and waits until every font it carries is ready. */
export async function showPage(page: Page, html: string, timeout: number): Promise<void> {
  await page.setContent(html, { waitUntil: 'load', timeout })
  // Faces that are declared but not used yet are loaded by the print itself; those in use must be there before.
  await page.evaluate('document.fonts.ready.then((fonts) => fonts.size)')
}

export async function pageLinks(page: Page): Promise<PageLink[]> {
  return (await page.evaluate(readLinks)) as PageLink[]
}

/** Writes page numbers into the elements that wait for them; the width they take must not move a page break. */
export async function fillPageNumbers(page: Page, numbers: Record<string, number>): Promise<void> {
  await page.evaluate(`(() => {
    const numbers = ${JSON.stringify(numbers)}
    for (const place of document.querySelectorAll('[data-page-of]')) {
      const number = numbers[place.getAttribute('data-page-of')]
      place.textContent = number === undefined ? '' : String(number)
    }
  })()`)
}

export async function printPage(page: Page, options: PDFOptions): Promise<Uint8Array> {
  // The session ends a use that takes too long: a second clock would only cut it short.
  return page.pdf({ preferCSSPageSize: true, printBackground: true, waitForFonts: false, timeout: 0, ...options })
}

/** As `printPage`, with nothing drawn but everything in its place: in half the time, for looking up page numbers. */
export async function printInvisible(page: Page, options: PDFOptions): Promise<Uint8Array> {
  await page.evaluate(
    `document.head.insertAdjacentHTML('beforeend', '<style id="jianbao-invisible">*{visibility:hidden!important}</style>')`,
  )
  try {
    return await printPage(page, { ...options, printBackground: false, tagged: false })
  } finally {
    await page.evaluate(`document.getElementById('jianbao-invisible').remove()`)
  }
}
