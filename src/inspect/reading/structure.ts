import type { Dict, PdfFile, Value } from '../../pdf/index.js'
import type { PageText } from './text.js'

/** An element of the structure tree (ISO 32000-1 §14.7). */
export interface Element {
  /** `H1`, `P`, `Table`, `Link` … */
  type: string
  children: Element[]
  /** Its own text and its children, in reading order. */
  content: (string | Element)[]
  /** Annotations that it owns. */
  annotations: Dict[]
}

/** The structure tree; null where the PDF is not tagged. `texts`: of each page, in their order. */
export function readStructure(pdf: PdfFile, texts: readonly PageText[]): Element | null {
  const root = pdf.dict(pdf.catalog.get('/StructTreeRoot'))
  if (root === undefined) return null
  const pages = new Map(pdf.pages().map(({ page }, i) => [page, texts[i]]))
  return new StructureReader(pdf, pages).element(root, undefined)
}

class StructureReader {
  readonly #pdf: PdfFile
  readonly #pages: ReadonlyMap<Dict, PageText | undefined>

  constructor(pdf: PdfFile, pages: ReadonlyMap<Dict, PageText | undefined>) {
    this.#pdf = pdf
    this.#pages = pages
  }

  element(dict: Dict, inherited: Dict | undefined): Element {
    const type = this.#pdf.resolve(dict.get('/S'))
    const page = this.#pdf.dict(dict.get('/Pg')) ?? inherited
    const name = typeof type === 'string' ? type.slice(1) : ''
    const element: Element = { type: name, children: [], content: [], annotations: [] }
    const kids = this.#pdf.resolve(dict.get('/K'))
    if (Array.isArray(kids)) for (const kid of kids) this.#kid(element, kid, page)
    else this.#kid(element, kids, page)
    return element
  }

  #kid(element: Element, value: Value | undefined, page: Dict | undefined): void {
    const kid = this.#pdf.resolve(value)
    if (typeof kid === 'string') {
      element.content.push(this.#marked(page, kid))
      return
    }
    if (!(kid instanceof Map)) return
    const mark = kid.get('/MCID')
    if (kid.has('/S')) {
      const child = this.element(kid, page)
      element.children.push(child)
      element.content.push(child)
    } else if (typeof mark === 'string') {
      element.content.push(this.#marked(this.#pdf.dict(kid.get('/Pg')) ?? page, mark))
    } else {
      const annotation = this.#pdf.dict(kid.get('/Obj'))
      if (annotation !== undefined) element.annotations.push(annotation)
    }
  }

  #marked(page: Dict | undefined, mark: string): string {
    return (page && this.#pages.get(page)?.marked.get(Number(mark))) ?? ''
  }
}
