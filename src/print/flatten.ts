import { type Dict, dict, type PdfFile, Reference, type Value } from '../pdf/index.js'

/**
 * Puts the content of elements without meaning (`NonStruct`, one for each run of text) into the element around them. They
 * are two thirds of Chromium's objects, and tell a reader nothing (ISO 32000-1 §14.8.4.2).
 */
export function flattenStructure(pdf: PdfFile): void {
  const root = pdf.dict(pdf.catalog.get('/StructTreeRoot'))
  if (root === undefined) return
  const flattener = new Flattener(pdf)
  for (const kid of kidsOf(pdf, root)) flattener.flatten(kid)
  redirectNumberTree(pdf, root.get('/ParentTree'), flattener.absorbed)
}

class Flattener {
  /** Elements that are gone, and the one that holds their content now. */
  readonly absorbed = new Map<number, Reference>()
  readonly #pdf: PdfFile

  constructor(pdf: PdfFile) {
    this.#pdf = pdf
  }

  /** Flattens everything below the element that `at` refers to. */
  flatten(at: Value): void {
    const element = this.#pdf.dict(at)
    if (!(at instanceof Reference) || element === undefined || !element.has('/S')) return
    const kids = kidsOf(this.#pdf, element).flatMap((kid) => this.#lift(kid, at, element, element.get('/Pg')))
    if (kids.length > 0) element.set('/K', kids.length === 1 ? (kids[0] ?? kids) : kids)
  }

  /** What stands for `kid` among the kids of `parent`; `page` is that of `kid`, where it is a number. */
  #lift(kid: Value, at: Reference, parent: Dict, page: Value | undefined): Value[] {
    if (typeof kid === 'string') return [onPage(kid, parent, page)]
    const element = this.#pdf.dict(kid)
    if (!(kid instanceof Reference) || !element?.has('/S')) return [kid]
    if (!meaningless(element)) {
      element.set('/P', at)
      this.flatten(kid)
      return [kid]
    }
    this.absorbed.set(kid.number, at)
    return kidsOf(this.#pdf, element).flatMap((inner) => this.#lift(inner, at, parent, element.get('/Pg') ?? page))
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
  return (
    element.get('/S') === '/NonStruct' && element.size <= bare.size && [...element.keys()].every((key) => bare.has(key))
  )
}

function kidsOf(pdf: PdfFile, element: Dict): Value[] {
  const kids = element.get('/K')
  if (kids === undefined) return []
  const resolved = pdf.resolve(kids)
  return Array.isArray(resolved) ? [...resolved] : [kids]
}

/** The tree that leads from marked content back to its element (§14.7.4.4). */
function redirectNumberTree(pdf: PdfFile, at: Value | undefined, to: ReadonlyMap<number, Reference>): void {
  const node = pdf.dict(at)
  for (const kid of pdf.array(node?.get('/Kids'))) redirectNumberTree(pdf, kid, to)
  for (const list of [
    pdf.array(node?.get('/Nums')),
    ...pdf.array(node?.get('/Nums')).map((entry) => pdf.array(entry)),
  ]) {
    list.forEach((entry, i) => {
      const target = entry instanceof Reference ? to.get(entry.number) : undefined
      if (target !== undefined) list[i] = target
    })
  }
}
