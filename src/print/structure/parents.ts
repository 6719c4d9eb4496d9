import { type Dict, dict, type PdfFile, Reference, type Value } from '../../pdf/index.js'

/** The tree that leads from marked content and annotations back to their elements (ISO 32000-1 §14.7.4.4), made anew. */
export class ParentTree {
  readonly #pdf: PdfFile
  readonly #marks = new Map<number, Reference[]>()
  readonly #annotations: { annotation: Dict; element: Reference }[] = []

  constructor(pdf: PdfFile) {
    this.#pdf = pdf
  }

  /** Marks (each with its page) and annotations among `kids` are those of `element`. */
  add(kids: readonly Value[], element: Reference): void {
    for (const kid of kids) {
      if (!(kid instanceof Map)) continue
      const page = kid.get('/Pg')
      const annotation = this.#pdf.dict(kid.get('/Obj'))
      if (annotation !== undefined) this.#annotations.push({ annotation, element })
      else if (page instanceof Reference) this.#elementsOf(page.number)[Number(kid.get('/MCID'))] = element
    }
  }

  write(): Reference {
    const entries: Value[] = []
    let next = 0
    for (const { page, reference } of this.#pdf.pages()) {
      page.set('/StructParents', String(next))
      entries.push(
        String(next++),
        [...this.#elementsOf(reference.number)].map((element) => element ?? 'null'),
      )
    }
    for (const { annotation, element } of this.#annotations) {
      annotation.set('/StructParent', String(next))
      entries.push(String(next++), element)
    }
    return this.#pdf.add(dict({ Nums: entries }))
  }

  #elementsOf(page: number): Reference[] {
    const known = this.#marks.get(page) ?? []
    this.#marks.set(page, known)
    return known
  }
}
