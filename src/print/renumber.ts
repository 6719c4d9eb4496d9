import { PdfFile, Reference, redirect, type Value } from '../pdf/index.js'

/**
 * The PDF with its objects numbered in the order in which they are reached from the trailer, without what nothing
 * refers to. Chromium's own numbers follow counters of its process, so the same page would not give the same bytes.
 */
export function renumbered(pdf: PdfFile): PdfFile {
  const numbers = new Map<number, Reference>()
  const reached: Value[] = []
  const visit = (reference: Reference): Reference => {
    const known = numbers.get(reference.number)
    if (known !== undefined) return known
    const own = new Reference(numbers.size + 1)
    numbers.set(reference.number, own)
    reached.push(pdf.objects.get(reference.number) ?? 'null')
    return own
  }
  const trailer = new Map([...pdf.trailer].filter(([key]) => kept.has(key)))
  redirect(trailer, visit)
  const objects = new Map<number, Value>()
  for (let i = 0; i < reached.length; i++) {
    const object = reached[i] ?? 'null'
    redirect(object, visit)
    objects.set(i + 1, object)
  }
  return new PdfFile(objects, trailer)
}

const kept = new Set(['/Root', '/Info', '/ID'])
