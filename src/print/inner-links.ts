import type { Page } from 'puppeteer'
import type { PdfFile, Value } from '../pdf/index.js'
import { linkAnnotations, uriOf } from './links.js'

/** Addresses of links within the document whose places we find ourselves: `jianbao:TARGET/OWN-ID`. */
const scheme = 'jianbao:'

// A link is reached by its own id, or by that of an element that begins with it.
const detach = `(() => {
  const links = [...document.querySelectorAll('a[href^="#"]')]
  const targetOf = (link) => link.getAttribute('href').slice(1)
  const idOf = (link) => link.id || (link.parentElement.firstElementChild === link ? link.parentElement.id : '')
  const reached = new Map(links.map((link) => [idOf(link), link]))
  let chosen = new Set(links.filter((link) => /^[\\w-]+$/.test(targetOf(link)) && /^[\\w-]*$/.test(idOf(link))))
  for (let before = -1; before !== chosen.size; ) {
    before = chosen.size
    chosen = new Set([...chosen].filter((link) => chosen.has(reached.get(targetOf(link)))))
  }
  for (const link of chosen) link.setAttribute('href', '${scheme}' + targetOf(link) + '/' + idOf(link))
})()`

/**
 * Hides from the browser where those links lead whose target is a link too (a figure and its evidence): on every page it
 * looks for every place that anything leads to, which takes most of the time that a large document takes.
 */
export async function detachLinks(page: Page): Promise<void> {
  await page.evaluate(detach)
}

/** Makes links within the document of those that `detachLinks` hid; where a link is drawn is the place that leads to it. */
export function attachLinks(pdf: PdfFile): PdfFile {
  const places = new Map<string, Value>()
  for (const { annotation, page } of linkAnnotations(pdf)) {
    const uri = uriOf(pdf, annotation)
    if (uri?.startsWith(scheme) !== true) continue
    const [target = '', own = ''] = uri.slice(scheme.length).split('/')
    annotation.delete('/A')
    annotation.set('/Dest', `/${target}`)
    const [left = '0', , , top = '0'] = pdf.array(annotation.get('/Rect'))
    if (own !== '' && !places.has(`/${own}`)) places.set(`/${own}`, [page, '/XYZ', left, top, '0'])
  }
  if (places.size > 0) addDestinations(pdf, places)
  return pdf
}

function addDestinations(pdf: PdfFile, places: Map<string, Value>): void {
  const known = pdf.dict(pdf.catalog.get('/Dests')) ?? new Map<string, Value>()
  pdf.catalog.set('/Dests', pdf.add(new Map([...known, ...places])))
}
