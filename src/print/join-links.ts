import { type Dict, type PdfFile, Reference, type Value } from '../pdf/index.js'

/** In points: what a space between two words of a link takes at most. */
const widestGap = 4

interface Area {
  reference: Reference
  annotation: Dict
  page: Dict
  rectangle: [left: number, bottom: number, right: number, top: number]
}

/**
 * Makes one area of a link's areas that stand side by side on a line. Chromium makes one of each run of text, the spaces
 * between them too. Areas are written in whole points: nobody sees them.
 */
export function joinLinks(pdf: PdfFile): void {
  const gone = new Set<number>()
  for (const element of pdf.objects.values()) {
    if (!(element instanceof Map) || element.get('/S') !== '/Link') continue
    joinAreas(pdf, element, gone)
  }
  if (gone.size === 0) return
  for (const { page } of pdf.pages()) page.set('/Annots', without(pdf, page.get('/Annots'), gone))
}

function joinAreas(pdf: PdfFile, element: Dict, gone: Set<number>): void {
  const kids = pdf.array(element.get('/K'))
  let before: Area | null = null
  const kept = kids.filter((kid) => {
    const area = areaOf(pdf, kid)
    if (area === null) return true
    if (before !== null && adjoin(before, area)) {
      before.rectangle[2] = Math.max(before.rectangle[2], area.rectangle[2])
      write(before)
      gone.add(area.reference.number)
      return false
    }
    write(area)
    before = area
    return true
  })
  if (kept.length < kids.length) element.set('/K', kept)
}

function areaOf(pdf: PdfFile, kid: Value): Area | null {
  const place = pdf.dict(kid)
  const reference = place?.get('/Obj')
  const annotation = pdf.dict(reference)
  const page = pdf.dict(place?.get('/Pg'))
  if (!(reference instanceof Reference) || annotation === undefined || page === undefined) return null
  const [left = 0, bottom = 0, right = 0, top = 0] = pdf.array(annotation.get('/Rect')).map(Number)
  return { reference, annotation, page, rectangle: [left, bottom, right, top] }
}

function adjoin(a: Area, b: Area): boolean {
  const [, bottom, right, top] = a.rectangle
  const gap = b.rectangle[0] - right
  const sameLine = Math.abs(bottom - b.rectangle[1]) < 1 && Math.abs(top - b.rectangle[3]) < 1
  return a.page === b.page && sameLine && gap > -1 && gap < widestGap
}

function write({ annotation, rectangle }: Area): void {
  annotation.delete('/Type')
  annotation.set(
    '/Rect',
    rectangle.map((value) => String(Math.round(value))),
  )
}

function without(pdf: PdfFile, list: Value | undefined, gone: ReadonlySet<number>): Value[] {
  return pdf.array(list).filter((entry) => !(entry instanceof Reference && gone.has(entry.number)))
}
