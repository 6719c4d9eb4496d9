import type { Dict, PdfFile, Value } from '../pdf/index.js'
import { Reference } from '../pdf/index.js'

const mark = /(?:\/(\w+) <<\/MCID (\d+) >>BDC|EMC)\n/g
const colours = /^(?:[\d. ]+RG[\d. ]+rg\n|\/G\d+ gs\n)*$/

/**
 * A page's content with neighbouring marks of one element made one: once elements without meaning are gone, a paragraph
 * would still be a mark for each run of text. `absorbed` is told which mark went into which.
 */
export function joinMarks(content: string, joins: (mark: number, next: number) => boolean): string {
  let joined = ''
  let from = 0
  let open: { id: number; end: number } | null = null
  for (const match of content.matchAll(mark)) {
    const [whole, tag, id] = match
    if (tag === undefined) {
      if (open !== null) open.end = match.index
      continue
    }
    const next = Number(id)
    const gap: string = open === null ? '' : content.slice(open.end + 'EMC\n'.length, match.index)
    if (open !== null && open.end > 0 && tag === 'NonStruct' && colours.test(gap) && joins(open.id, next)) {
      joined += content.slice(from, open.end) + gap
      from = match.index + whole.length
      open.end = 0
    } else open = { id: next, end: 0 }
  }
  return joined + content.slice(from)
}

/** The structure's side of it: which marks of a page may be one, and the tree without those that went into another. */
export class MarkOwners {
  readonly #pdf: PdfFile
  readonly #owners: Map<number, Value[]>
  /** By element: the place of each of its marks among its kids, and the places that are to go. */
  readonly #places = new Map<Dict, { at: Map<string, number>; gone: Set<number> }>()
  /** Last mark that went into a mark. */
  readonly #last = new Map<string, number>()

  constructor(pdf: PdfFile) {
    this.#pdf = pdf
    this.#owners = new Map()
    const root = pdf.dict(pdf.catalog.get('/StructTreeRoot'))
    this.#readTree(root?.get('/ParentTree'))
  }

  /** May mark `next` of the page go into `mark`? They are one element's, and nothing stands between them. */
  joins(page: { reference: Reference; page: Dict }, mark: number, next: number): boolean {
    const owners = this.#owners.get(Number(page.page.get('/StructParents') ?? -1))
    const [owner, other] = [owners?.[mark], owners?.[next]]
    if (!(owner instanceof Reference) || !(other instanceof Reference) || owner.number !== other.number) return false
    const element = this.#pdf.dict(owner)
    if (element === undefined || owners === undefined) return false
    const { at, gone } = this.#placesOf(element)
    const number = page.reference.number
    const place = at.get(`${number} ${next}`)
    const before = at.get(`${number} ${this.#last.get(`${number} ${mark}`) ?? mark}`)
    if (place === undefined || before === undefined || place !== before + 1) return false
    gone.add(place)
    this.#last.set(`${number} ${mark}`, next)
    owners[next] = 'null'
    return true
  }

  /** Takes what was joined out of the tree. */
  finish(): void {
    for (const [element, { gone }] of this.#places) {
      if (gone.size === 0) continue
      const kids = this.#kids(element).filter((_, place) => !gone.has(place))
      element.set('/K', kids.length === 1 ? (kids[0] ?? kids) : kids)
    }
  }

  #placesOf(element: Dict) {
    const known = this.#places.get(element)
    if (known !== undefined) return known
    const at = new Map<string, number>()
    for (const [place, kid] of this.#kids(element).entries()) {
      const reference = typeof kid === 'string' ? element : this.#pdf.dict(kid)
      const page = reference?.get('/Pg') ?? element.get('/Pg')
      const id = typeof kid === 'string' ? kid : reference?.get('/MCID')
      if (page instanceof Reference && typeof id === 'string') at.set(`${page.number} ${id}`, place)
    }
    const places = { at, gone: new Set<number>() }
    this.#places.set(element, places)
    return places
  }

  #kids(element: Dict): Value[] {
    const kids = element.get('/K')
    const resolved = this.#pdf.resolve(kids)
    if (Array.isArray(resolved)) return resolved
    return kids === undefined ? [] : [kids]
  }

  #readTree(at: Value | undefined): void {
    const node = this.#pdf.dict(at)
    for (const kid of this.#pdf.array(node?.get('/Kids'))) this.#readTree(kid)
    const entries = this.#pdf.array(node?.get('/Nums'))
    for (let i = 0; i + 1 < entries.length; i += 2) {
      const owners = this.#pdf.resolve(entries[i + 1])
      if (Array.isArray(owners)) this.#owners.set(Number(entries[i]), owners)
    }
  }
}
