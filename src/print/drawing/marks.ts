import { type Languages, languageOf, type Script } from '../structure/languages.js'
import type { Owner, Owners } from '../structure/owners.js'
import type { Mark } from './pen.js'

/** What a mark of Chromium's is drawn in. */
export interface Placed {
  mark: Mark
  /** Mark around the text for its language; none where it is that of the element. */
  span: string
}

/** How headers, footers and repeated table heads are marked, and what is only drawn (ISO 32000-1 §14.8.2.2). */
export const artefact = {
  header: { tag: '/Artifact<</Type/Pagination/Subtype/Header>>BDC', around: false },
  footer: { tag: '/Artifact<</Type/Pagination/Subtype/Footer>>BDC', around: false },
  repeated: { tag: '/Artifact<</Type/Pagination>>BDC', around: false },
  layout: { tag: '/Artifact BMC', around: true },
} satisfies Record<string, Mark>

/** The marks of one page: their numbers are given anew, and neighbours of one element become one. */
export class PageMarks {
  /** Numbers of a mark of Chromium's; none where nothing of it is content. */
  readonly numbers = new Map<string, number[]>()
  readonly #page: number
  readonly #owners: Owners
  readonly #scripts: ReadonlyMap<string, Script>
  readonly #languages: Languages
  #count = 0
  #open: { mark: Mark; owner: Owner; place: number } | null = null

  constructor(page: number, owners: Owners, scripts: ReadonlyMap<string, Script>, languages: Languages) {
    this.#page = page
    this.#owners = owners
    this.#scripts = scripts
    this.#languages = languages
    for (const [id, script] of scripts) {
      const owner = owners.ownerOf(page, id)
      if (owner !== undefined) languages.note(owner.element, script)
    }
  }

  /** Where text (or a path) of Chromium's mark `id` goes; `current` is the mark that the file is in. */
  place(id: string | null, kind: 'text' | 'path' | 'around', current: Mark | null): Placed | null {
    const owner = id === null ? undefined : this.#owners.ownerOf(this.#page, id)
    if (owner === undefined || id === null) return null
    if (this.#owners.isRepeated(owner, this.#page)) return { mark: artefact.repeated, span: '' }
    if (kind === 'path' && !owner.inFigure) return { mark: artefact.layout, span: '' }
    const around = owner.inFigure || kind === 'around'
    const place = this.#owners.placeOf(this.#page, id)
    return { mark: this.#markOf(id, owner, place, around, current), span: this.#spanOf(id, owner) }
  }

  #markOf(id: string, owner: Owner, place: number, around: boolean, current: Mark | null): Mark {
    const open = this.#open
    const goesOn =
      open !== null &&
      open.mark === current &&
      open.owner === owner &&
      (open.place === place || open.place + 1 === place) &&
      (open.mark.around || !around)
    if (goesOn) {
      open.place = place
      this.#remember(id, this.#count - 1)
      return open.mark
    }
    const mark = { tag: `/Span<</MCID ${this.#count}>>BDC`, around }
    this.#remember(id, this.#count++)
    this.#open = { mark, owner, place }
    return mark
  }

  #remember(id: string, number: number): void {
    const known = this.numbers.get(id)
    if (known === undefined) this.numbers.set(id, [number])
    else if (known.at(-1) !== number) known.push(number)
  }

  #spanOf(id: string, { element }: Owner): string {
    const script = this.#scripts.get(id)
    const base = this.#languages.of(element)
    if (script === undefined || base === undefined || base === script) return ''
    return `/Span<</Lang(${languageOf[script]})>>BDC`
  }
}
