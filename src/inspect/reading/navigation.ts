import { type Dict, destinationName, type PdfFile, Reference, textOf, type Value } from '../../pdf/index.js'

/** An internal link: where it stands and the name it leads to. */
export interface Link {
  page: number
  destination: string
}

export function readLinks(pdf: PdfFile): Link[] {
  return pdf.pages().flatMap(({ page }, i) =>
    pdf.array(page.get('/Annots')).flatMap((entry) => {
      const annotation = pdf.dict(entry)
      const destination = annotation && linkDestination(pdf, annotation)
      return destination === undefined ? [] : [{ page: i + 1, destination }]
    }),
  )
}

/** Name of the destination that a link annotation leads to; undefined for links that leave the document. */
export function linkDestination(pdf: PdfFile, annotation: Dict): string | undefined {
  const own = annotation.get('/Dest')
  if (own !== undefined) return nameOf(pdf, own)
  const action = pdf.dict(annotation.get('/A'))
  return action?.get('/S') === '/GoTo' ? nameOf(pdf, action.get('/D')) : undefined
}

function nameOf(pdf: PdfFile, value: Value | undefined): string | undefined {
  const found = pdf.resolve(value)
  return typeof found === 'string' && textOf(found) !== undefined ? destinationName(found) : undefined
}

export interface OutlineEntry {
  title: string
  /** Where it leads to, from 1; null where it leads nowhere. */
  page: number | null
}

/** The outline's entries in reading order, whatever their level. */
export function readOutline(pdf: PdfFile, destinations: ReadonlyMap<string, number>): OutlineEntry[] {
  const numbers = new Map(pdf.pages().map(({ reference }, i) => [reference.number, i + 1]))
  const pageTo = (target: Value | undefined) => {
    const [page] = pdf.array(target)
    if (page instanceof Reference) return numbers.get(page.number) ?? null
    return destinations.get(nameOf(pdf, target) ?? '') ?? null
  }
  const entries: OutlineEntry[] = []
  const seen = new Set<Dict>()
  const stack = [pdf.dict(pdf.dict(pdf.catalog.get('/Outlines'))?.get('/First'))]
  while (stack.length > 0) {
    const entry = stack.pop()
    if (entry === undefined || seen.has(entry)) continue
    seen.add(entry)
    const target = entry.get('/Dest') ?? pdf.dict(entry.get('/A'))?.get('/D')
    entries.push({ title: textOf(pdf.resolve(entry.get('/Title'))) ?? '', page: pageTo(target) })
    stack.push(pdf.dict(entry.get('/Next')), pdf.dict(entry.get('/First')))
  }
  return entries
}
