import type { PDFDict, PDFDocument } from '@cantoo/pdf-lib'
import type { PdfLib } from '../pdf-lib.js'
import type { PageLink } from './page.js'

/** Gives every link annotation its alternative text (`/Contents`, ISO 32000-1 §12.5.2), which Chromium does not write. */
export function describeLinks(lib: PdfLib, pdf: PDFDocument, links: PageLink[]): void {
  const texts = new Map<string, string>()
  for (const { target, internal, text } of links) {
    const key = keyOf(target, internal)
    if (text !== '' && !texts.has(key)) texts.set(key, text)
  }
  for (const annotation of linkAnnotations(lib, pdf)) {
    const target = targetOf(lib, annotation)
    const text = target === undefined ? undefined : (texts.get(target.key) ?? target.fallback)
    if (text !== undefined) annotation.set(lib.PDFName.of('Contents'), lib.PDFHexString.fromText(text))
  }
}

function* linkAnnotations(lib: PdfLib, pdf: PDFDocument): Generator<PDFDict> {
  const subtype = lib.PDFName.of('Subtype')
  for (const page of pdf.getPages()) {
    const annotations = page.node.Annots()
    for (let i = 0; i < (annotations?.size() ?? 0); i++) {
      const annotation = annotations?.lookupMaybe(i, lib.PDFDict)
      if (annotation?.get(subtype) === lib.PDFName.of('Link')) yield annotation
    }
  }
}

function targetOf(lib: PdfLib, annotation: PDFDict): { key: string; fallback: string } | undefined {
  const destination = annotation.lookup(lib.PDFName.of('Dest'))
  if (destination instanceof lib.PDFName) {
    const name = destination.decodeText()
    return { key: keyOf(decodeURIComponent(name), true), fallback: name }
  }
  const action = annotation.lookupMaybe(lib.PDFName.of('A'), lib.PDFDict)
  const uri = action?.lookup(lib.PDFName.of('URI'))
  if (!(uri instanceof lib.PDFString) && !(uri instanceof lib.PDFHexString)) return undefined
  return { key: keyOf(uri.decodeText(), false), fallback: uri.decodeText() }
}

function keyOf(target: string, internal: boolean): string {
  return `${internal ? '#' : ''}${target}`
}
