import { type Dict, dict, type PdfFile, Reference, type Value } from '../../pdf/index.js'
import type { Renumbered } from '../drawing/index.js'
import { kidsOf } from './flatten.js'
import { HeadingLevels } from './headings.js'
import { type Languages, languageOf, type Script } from './languages.js'
import { attributesOf, scopeOf } from './owners.js'
import { ParentTree } from './parents.js'

/**
 * Makes of Chromium's structure tree what PDF/UA asks for (ISO 14289-1 §7): list items have a body, text stands in
 * paragraphs, a figure has its alternative, heads say what they head, headings leave no level out, each element its language;
 * marks have the numbers that the pages have now.
 */
export function mendStructure(pdf: PdfFile, marks: Renumbered, languages: Languages): void {
  const root = pdf.dict(pdf.catalog.get('/StructTreeRoot'))
  if (root === undefined) return
  const parents = new ParentTree(pdf)
  const mender = new Mender(pdf, marks, languages, parents)
  for (const kid of kidsOf(pdf, root)) {
    const element = pdf.dict(kid)
    if (kid instanceof Reference && element !== undefined)
      mender.mend(element, kid, { script: languages.document, type: '' })
  }
  // Heads are found by their scope; Chromium's names of them come from counters of its process.
  root.delete('/IDTree')
  root.delete('/ParentTreeNextKey')
  root.set('/ParentTree', parents.write())
}

const groups = new Set(['/Document', '/Part', '/Art', '/Sect', '/Div', '/BlockQuote', '/NonStruct'])
const inline = new Set(['/Span', '/Quote', '/Note', '/Reference', '/Code', '/Link', '/Annot', '/Em', '/Strong'])
/** What may own annotations. */
const holdsLinks = new Set(['/Link', '/Annot', '/Form'])
/** What stands without content of its own: empty cells, and pictures. */
const kept = new Set(['/TD', '/TH', '/TR', '/Table', '/Figure', '/Document'])
/** Types of PDF 2.0, by those that PDF 1.7 has. */
const renamed: Record<string, string> = {
  '/Em': '/Span',
  '/Strong': '/Span',
  '/Title': '/P',
  '/Aside': '/Div',
  '/NonStruct': '/Div',
  // A note would need a name of its own (ISO 14289-1 §7.9).
  '/Note': '/Span',
  '/FENote': '/Span',
}

/** What an element stands in. */
interface Around {
  script: Script
  type: string
}

class Mender {
  readonly #pdf: PdfFile
  readonly #marks: Renumbered
  readonly #languages: Languages
  readonly #parents: ParentTree
  readonly #headings = new HeadingLevels()

  constructor(pdf: PdfFile, marks: Renumbered, languages: Languages, parents: ParentTree) {
    this.#pdf = pdf
    this.#marks = marks
    this.#languages = languages
    this.#parents = parents
  }

  /** Mends an element and all below it. False where nothing is left of it. */
  mend(element: Dict, at: Reference, around: Around): boolean {
    const type = this.#mendType(element, around.type)
    element.delete('/Type')
    const script = this.#languages.of(element) ?? around.script
    if (script !== around.script) element.set('/Lang', `(${languageOf[script]})`)
    else if (type !== '/Document') element.delete('/Lang')
    const kids = kidsOf(this.#pdf, element).flatMap((kid) => this.#mendKid(kid, element, { script, type }))
    if (kids.length === 0 && !kept.has(type)) return false
    const linked = holdsLinks.has(type) ? kids : this.#linked(kids, at)
    this.#setKids(element, at, this.#arranged(withoutRepetition(linked), type, at))
    return true
  }

  #mendType(element: Dict, around: string): string {
    const type = String(element.get('/S'))
    if (/^\/H[1-6]$/.test(type)) element.set('/S', `/H${this.#headings.next(Number(type.slice(2)))}`)
    else if (type === '/Figure' && !element.has('/Alt') && !element.has('/ActualText')) element.set('/S', '/Div')
    else if (type === '/Formula' && !element.has('/Alt')) element.set('/S', '/Span')
    else if (type === '/Caption' && groups.has(around)) element.set('/S', '/P')
    else if (type in renamed) element.set('/S', renamed[type] ?? type)
    if (type === '/TH' || type === '/TD') this.#mendCell(element)
    return String(element.get('/S'))
  }

  /** Spans of one are what a cell has anyway (§14.8.5.7). */
  #mendCell(element: Dict): void {
    const wide = attributesOf(this.#pdf, element).flatMap((attributes) =>
      [...attributes].filter(([key, value]) => (key === '/RowSpan' || key === '/ColSpan') && value !== '1'),
    )
    const scope = element.get('/S') === '/TH' ? [['/Scope', scopeOf(this.#pdf, element) ?? '/Column'] as const] : []
    const entries = [...scope, ...wide]
    element.delete('/ID')
    if (entries.length === 0) element.delete('/A')
    else element.set('/A', new Map<string, Value>([['/O', '/Table'], ...entries]))
  }

  /** What stands for a kid: nothing for a mark that is an artefact now. */
  #mendKid(kid: Value, element: Dict, around: Around): Value[] {
    const mark = kid instanceof Map ? kid.get('/MCID') : kid
    if (typeof mark === 'string') {
      const page = (kid instanceof Map ? kid.get('/Pg') : undefined) ?? element.get('/Pg')
      const numbers = page instanceof Reference ? this.#marks.get(page.number)?.get(mark) : undefined
      return (numbers ?? []).map((number) => dict({ Type: '/MCR', Pg: page ?? 'null', MCID: String(number) }))
    }
    const inner = this.#pdf.dict(kid)
    if (!(kid instanceof Reference) || !inner?.has('/S')) return [kid]
    return this.mend(inner, kid, around) ? [kid] : []
  }

  /** Kids as their parent may have them: a list items with bodies, groups paragraphs. */
  #arranged(kids: Value[], type: string, at: Reference): Value[] {
    const unless = (allowed: RegExp) => (kid: Value) => !allowed.test(this.#typeOf(kid))
    if (type === '/L') return this.#gathered(kids, at, '/LI', unless(/^\/(LI|Caption)$/))
    if (type === '/LI') return this.#gathered(kids, at, '/LBody', unless(/^\/(Lbl|LBody)$/))
    if (!groups.has(type)) return kids
    return this.#gathered(kids, at, '/P', (kid) => inline.has(this.#typeOf(kid)))
  }

  /** An area of a figure that leads somewhere is a link in it. */
  #linked(kids: Value[], at: Reference): Value[] {
    return kids.map((kid) => (kid instanceof Map && kid.has('/Obj') ? this.#wrapped([kid], at, '/Link') : kid))
  }

  /** Neighbours that are `loose` become kids of a new element. */
  #gathered(kids: Value[], at: Reference, type: string, loose: (kid: Value) => boolean): Value[] {
    const result: Value[] = []
    let gathered: Value[] = []
    const close = () => {
      if (gathered.length > 0) result.push(this.#wrapped(gathered, at, type))
      gathered = []
    }
    for (const kid of kids) {
      if (loose(kid)) gathered.push(kid)
      else {
        close()
        result.push(kid)
      }
    }
    close()
    return result
  }

  #wrapped(kids: Value[], parent: Reference, type: string): Reference {
    const element = dict({ S: type, P: parent })
    const at = this.#pdf.add(element)
    for (const kid of kids) if (kid instanceof Reference) this.#pdf.dict(kid)?.set('/P', at)
    this.#setKids(element, at, type === '/LI' ? [this.#wrapped(kids, at, '/LBody')] : kids)
    return at
  }

  #typeOf(kid: Value): string {
    return kid instanceof Reference ? String(this.#pdf.dict(kid)?.get('/S')) : '/Span'
  }

  #setKids(element: Dict, at: Reference, kids: Value[]): void {
    this.#parents.add(kids, at)
    const page = kids
      .map((kid) => (kid instanceof Map ? kid.get('/Pg') : undefined))
      .find((own) => own instanceof Reference)
    if (page === undefined) element.delete('/Pg')
    else element.set('/Pg', page)
    const short = kids.map((kid) => (kid instanceof Map ? onPage(kid, page) : kid))
    if (short.length === 0) element.delete('/K')
    else element.set('/K', short.length === 1 ? (short[0] ?? short) : short)
  }
}

/** A mark of the element's own page is its number alone. */
function onPage(kid: Dict, page: Value | undefined): Value {
  const own = kid.get('/Pg')
  if (!(own instanceof Reference) || !(page instanceof Reference) || own.number !== page.number) return kid
  const mark = kid.get('/MCID')
  if (mark !== undefined) return mark
  kid.delete('/Pg')
  return kid
}

/** Marks that became one are one kid. */
function withoutRepetition(kids: readonly Value[]): Value[] {
  return kids.filter((kid, i) => {
    const before = kids[i - 1]
    if (!(kid instanceof Map) || !(before instanceof Map) || !kid.has('/MCID')) return true
    return kid.get('/MCID') !== before.get('/MCID') || kid.get('/Pg') !== before.get('/Pg')
  })
}
