import type { PDFArray, PDFDict, PDFDocument, PDFObject } from '@cantoo/pdf-lib'
import type { PdfLib } from '../../pdf-lib.js'
import type { PageText } from './text.js'

/** An element of the structure tree (ISO 32000-1 §14.7). */
export interface Element {
  /** `H1`, `P`, `Table`, `Link` … */
  type: string
  children: Element[]
  /** Its own text and its children, in reading order. */
  content: (string | Element)[]
  /** Annotations that it owns. */
  annotations: PDFDict[]
}

/** The structure tree; null where the PDF is not tagged. */
export function readStructure(lib: PdfLib, pdf: PDFDocument, texts: PageText[]): Element | null {
  const root = pdf.catalog.lookupMaybe(lib.PDFName.of('StructTreeRoot'), lib.PDFDict)
  if (root === undefined) return null
  const pages = new Map(pdf.getPages().map(({ node }, i) => [node as PDFDict, texts[i]]))
  return new StructureReader(lib, pages).element(root, undefined)
}

class StructureReader {
  readonly #lib: PdfLib
  readonly #pages: Map<PDFDict, PageText | undefined>
  readonly #keys: Record<'K' | 'S' | 'Pg' | 'MCID' | 'Obj', ReturnType<PdfLib['PDFName']['of']>>

  constructor(lib: PdfLib, pages: Map<PDFDict, PageText | undefined>) {
    this.#lib = lib
    this.#pages = pages
    const key = (name: string) => lib.PDFName.of(name)
    this.#keys = { K: key('K'), S: key('S'), Pg: key('Pg'), MCID: key('MCID'), Obj: key('Obj') }
  }

  element(dict: PDFDict, inherited: PDFDict | undefined): Element {
    const { S, Pg, K } = this.#keys
    const type = dict.lookup(S)
    const page = dict.lookupMaybe(Pg, this.#lib.PDFDict) ?? inherited
    const name = type instanceof this.#lib.PDFName ? type.decodeText() : ''
    const element: Element = { type: name, children: [], content: [], annotations: [] }
    const kids = dict.lookup(K)
    if (kids instanceof this.#lib.PDFArray) for (const kid of resolved(kids)) this.#kid(element, kid, page)
    else this.#kid(element, kids, page)
    return element
  }

  #kid(element: Element, kid: PDFObject | undefined, page: PDFDict | undefined): void {
    const { MCID, Obj, Pg, S } = this.#keys
    const { PDFDict, PDFNumber } = this.#lib
    if (kid instanceof PDFNumber) {
      element.content.push(this.#marked(page, kid.asNumber()))
    } else if (kid instanceof PDFDict && kid.has(S)) {
      const child = this.element(kid, page)
      element.children.push(child)
      element.content.push(child)
    } else if (kid instanceof PDFDict && kid.has(MCID)) {
      const own = kid.lookupMaybe(Pg, PDFDict) ?? page
      element.content.push(this.#marked(own, kid.lookup(MCID, PDFNumber).asNumber()))
    } else if (kid instanceof PDFDict && kid.has(Obj)) {
      const annotation = kid.lookupMaybe(Obj, PDFDict)
      if (annotation !== undefined) element.annotations.push(annotation)
    }
  }

  #marked(page: PDFDict | undefined, mcid: number): string {
    return (page && this.#pages.get(page)?.marked.get(mcid)) ?? ''
  }
}

function resolved(array: PDFArray): (PDFObject | undefined)[] {
  return Array.from({ length: array.size() }, (_, i) => array.lookup(i))
}
