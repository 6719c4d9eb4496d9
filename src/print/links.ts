import { type Dict, destinationName, type PdfFile, type Reference, textOf, textString } from '../pdf/index.js'
import type { PageLink } from './page.js'

/** Gives every link annotation its alternative text (`/Contents`, ISO 32000-1 §12.5.2), which Chromium does not write. */
export function describeLinks(pdf: PdfFile, links: PageLink[]): void {
  const texts = new Map<string, string>()
  for (const { target, internal, text } of links) {
    const key = keyOf(target, internal)
    if (text !== '' && !texts.has(key)) texts.set(key, text)
  }
  for (const { annotation } of linkAnnotations(pdf)) {
    const target = targetOf(pdf, annotation)
    const text = target === undefined ? undefined : (texts.get(target.key) ?? target.fallback)
    if (text !== undefined) annotation.set('/Contents', shortest(text))
  }
}

/** Every link, page by page, with its page. */
export function* linkAnnotations(pdf: PdfFile): Generator<{ annotation: Dict; page: Reference }> {
  for (const { page, reference } of pdf.pages()) {
    for (const entry of pdf.array(page.get('/Annots'))) {
      const annotation = pdf.dict(entry)
      if (annotation?.get('/Subtype') === '/Link') yield { annotation, page: reference }
    }
  }
}

function targetOf(pdf: PdfFile, annotation: Dict): { key: string; fallback: string } | undefined {
  const destination = pdf.resolve(annotation.get('/Dest'))
  if (typeof destination === 'string') {
    const name = destinationName(destination)
    return { key: keyOf(name, true), fallback: name }
  }
  const uri = uriOf(pdf, annotation)
  return uri === undefined ? undefined : { key: keyOf(uri, false), fallback: uri }
}

/** The address of a link that leaves the document. */
export function uriOf(pdf: PdfFile, annotation: Dict): string | undefined {
  return textOf(pdf.resolve(pdf.dict(annotation.get('/A'))?.get('/URI')))
}

function keyOf(target: string, internal: boolean): string {
  return `${internal ? '#' : ''}${target}`
}

/** Most links are numbers: as they are, where they are ASCII. */
function shortest(text: string): string {
  return /^[ -~]*$/.test(text) ? `(${text.replace(/[\\()]/g, '\\$&')})` : textString(text)
}
