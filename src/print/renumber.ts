import type { PDFContext, PDFObject, PDFRef } from '@cantoo/pdf-lib'
import type { PdfLib } from '../pdf-lib.js'

/**
 * Numbers the objects in the order in which they are reached from the trailer, and drops what nothing refers to.
 * Chromium's own numbers follow counters of its process, so the same page would not give the same bytes.
 */
export function renumberObjects(lib: PdfLib, context: PDFContext): void {
  const numbers = new Map<PDFRef, PDFRef>()
  const reached: [PDFRef, PDFObject][] = []
  const visit = (reference: PDFRef): PDFRef => {
    const known = numbers.get(reference)
    if (known !== undefined) return known
    const target = context.lookup(reference)
    const renumbered = lib.PDFRef.of(numbers.size + 1)
    numbers.set(reference, renumbered)
    if (target !== undefined) reached.push([renumbered, target])
    return renumbered
  }
  const { Root, Info } = context.trailerInfo
  if (Root instanceof lib.PDFRef) context.trailerInfo.Root = visit(Root)
  if (Info instanceof lib.PDFRef) context.trailerInfo.Info = visit(Info)
  for (let i = 0; i < reached.length; i++) redirect(lib, reached[i]?.[1], visit)
  for (const [reference] of context.enumerateIndirectObjects()) context.delete(reference)
  context.largestObjectNumber = 0
  for (const [reference, object] of reached) context.assign(reference, object)
}

/** Replaces the references in `object` by those that `visit` returns, in the order in which they stand. */
function redirect(lib: PdfLib, object: PDFObject | undefined, visit: (reference: PDFRef) => PDFRef): void {
  if (object instanceof lib.PDFStream) {
    redirect(lib, object.dict, visit)
  } else if (object instanceof lib.PDFArray) {
    object.asArray().forEach((value, i) => {
      if (value instanceof lib.PDFRef) object.set(i, visit(value))
      else redirect(lib, value, visit)
    })
  } else if (object instanceof lib.PDFDict) {
    for (const [key, value] of object.entries()) {
      if (value instanceof lib.PDFRef) object.set(key, visit(value))
      else redirect(lib, value, visit)
    }
  }
}
