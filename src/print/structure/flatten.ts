import { type Dict, dict, type PdfFile, Reference, type Value } from '../../pdf/index.js'
import { type Owner, Owners, type Surroundings, scopeOf } from './owners.js'

/**
 * Puts the content of elements without meaning (`NonStruct`, one for each run of text) into the element around them. They
 * are two thirds of Chromium's objects, and tell a reader nothing (ISO 32000-1 §14.8.4.2). Returns which element has which
 * marked content now.
 */
export function flattenStructure(pdf: PdfFile): Owners {
  const flattener = new Flattener(pdf)
  const root = pdf.dict(pdf.catalog.get('/StructTreeRoot'))
  for (const kid of root === undefined ? [] : kidsOf(pdf, root))
    flattener.flatten(kid, { inFigure: false, columnHead: null })
  return flattener.owners
}

class Flattener {
  readonly owners: Owners
  readonly #pdf: PdfFile

  constructor(pdf: PdfFile) {
    this.#pdf = pdf
    this.owners = new Owners()
  }

  /** Flattens everything below the element that `at` refers to. */
  flatten(at: Value, around: Surroundings): void {
    const element = this.#pdf.dict(at)
    if (!(at instanceof Reference) || element === undefined || !element.has('/S')) return
    const type = element.get('/S')
    const owner: Owner = {
      element,
      inFigure: around.inFigure || type === '/Figure',
      columnHead: type === '/TH' && scopeOf(this.#pdf, element) === '/Column' ? element : around.columnHead,
    }
    const kids: Value[] = []
    for (const kid of kidsOf(this.#pdf, element)) this.#lift(kid, at, owner, element.get('/Pg'), kids)
    if (kids.length > 0) element.set('/K', kids)
    for (const [place, kid] of kids.entries()) this.#own(owner, kid, place)
  }

  #own(owner: Owner, kid: Value, place: number): void {
    const mark = kid instanceof Map ? kid.get('/MCID') : kid
    const page = (kid instanceof Map ? kid.get('/Pg') : undefined) ?? owner.element.get('/Pg')
    if (typeof mark === 'string' && page instanceof Reference) this.owners.add(page.number, mark, owner, place)
  }

  /** Puts what stands for `kid` among `kids` of `parent`; `page` is that of `kid`, where it is a number. */
  #lift(kid: Value, at: Reference, parent: Owner, page: Value | undefined, kids: Value[]): void {
    if (typeof kid === 'string') {
      kids.push(onPage(kid, parent.element, page))
      return
    }
    const element = this.#pdf.dict(kid)
    if (!(kid instanceof Reference) || !element?.has('/S')) kids.push(kid)
    else if (meaningless(element)) {
      const own = element.get('/Pg') ?? page
      for (const inner of kidsOf(this.#pdf, element)) this.#lift(inner, at, parent, own, kids)
    } else {
      element.set('/P', at)
      this.flatten(kid, parent)
      kids.push(kid)
    }
  }
}

/** Marked content `id` of `page` as a kid of `parent`: a bare number where both are of one page. */
function onPage(id: string, parent: Dict, page: Value | undefined): Value {
  if (!(page instanceof Reference)) return id
  const own = parent.get('/Pg')
  if (own === undefined) parent.set('/Pg', page)
  else if (own instanceof Reference && own.number !== page.number) return dict({ Type: '/MCR', Pg: page, MCID: id })
  return id
}

const bare = new Set(['/Type', '/S', '/P', '/Pg', '/K'])

function meaningless(element: Dict): boolean {
  if (element.get('/S') !== '/NonStruct' || element.size > bare.size) return false
  for (const key of element.keys()) if (!bare.has(key)) return false
  return true
}

export function kidsOf(pdf: PdfFile, element: Dict): Value[] {
  const kids = element.get('/K')
  if (kids === undefined) return []
  const resolved = pdf.resolve(kids)
  return Array.isArray(resolved) ? [...resolved] : [kids]
}
