import type { Dict, PdfFile, Value } from '../../pdf/index.js'
import { readRoles, roleOf } from './roles.js'
import type { Marked, PageText } from './text.js'

/** Marked content of a page, from 1; 0 where it is on none. */
export interface Leaf extends Marked {
  page: number
}

/** An element of the structure tree (ISO 32000-1 §14.7). */
export interface Element {
  /** `H1`, `P`, `Table`, `Link` … */
  type: string
  children: Element[]
  /** Its own content and its children, in reading order. */
  content: (Leaf | Element)[]
  /** Annotations that it owns. */
  annotations: Dict[]
  /** As it stands in the file. */
  dict: Dict
}

export function isElement(part: Leaf | Element): part is Element {
  return 'children' in part
}

/** The text of an element and of those below it. */
export function textOf(element: Element): string {
  return element.content.map((part) => (isElement(part) ? textOf(part) : part.text)).join('')
}

/** An element and all below it, in reading order. */
export function* elementsBelow(element: Element): Generator<Element> {
  yield element
  for (const child of element.children) yield* elementsBelow(child)
}

/** The structure tree; null where the PDF is not tagged. `texts`: of each page, in their order. */
export function readStructure(pdf: PdfFile, texts: readonly PageText[]): Element | null {
  const root = pdf.dict(pdf.catalog.get('/StructTreeRoot'))
  if (root === undefined) return null
  const pages = new Map(pdf.pages().map(({ page }, i) => [page, { number: i + 1, marked: texts[i]?.marked }]))
  return new StructureReader(pdf, pages, readRoles(pdf)).element(root, undefined)
}

interface MarkedPage {
  number: number
  marked: ReadonlyMap<number, Marked> | undefined
}

class StructureReader {
  readonly #pdf: PdfFile
  readonly #pages: ReadonlyMap<Dict, MarkedPage>

  readonly #roles: ReadonlyMap<string, string>

  constructor(pdf: PdfFile, pages: ReadonlyMap<Dict, MarkedPage>, roles: ReadonlyMap<string, string>) {
    this.#pdf = pdf
    this.#pages = pages
    this.#roles = roles
  }

  element(dict: Dict, inherited: Dict | undefined): Element {
    const type = this.#pdf.resolve(dict.get('/S'))
    const page = this.#pdf.dict(dict.get('/Pg')) ?? inherited
    const name = typeof type === 'string' ? roleOf(type.slice(1), this.#roles) : ''
    const element: Element = { type: name, children: [], content: [], annotations: [], dict }
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

  #marked(page: Dict | undefined, mark: string): Leaf {
    const found = page && this.#pages.get(page)
    const marked = found?.marked?.get(Number(mark))
    return { page: found?.number ?? 0, text: marked?.text ?? '', painted: marked?.painted ?? false }
  }
}
