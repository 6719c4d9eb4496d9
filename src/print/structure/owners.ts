import type { Dict, PdfFile } from '../../pdf/index.js'

/** What an element stands in. */
export interface Surroundings {
  /** It is a figure, or stands in one. */
  inFigure: boolean
  /** Head of a column that it is or stands in: Chromium draws it again on each page of its table. */
  columnHead: Dict | null
}

/** An element that has content of its own. */
export interface Owner extends Surroundings {
  element: Dict
}

/** Which element has which marked content, with the structure as it stands now. */
export class Owners {
  /** By page: for each mark its owner, and its place among the owner's kids. */
  readonly #pages = new Map<number, { owners: (Owner | undefined)[]; places: number[] }>()
  readonly #beginnings = new Map<Dict, number>()

  /** Mark `id` of a page is the kid of `owner` at `place`. */
  add(page: number, id: string, owner: Owner, place: number): void {
    let known = this.#pages.get(page)
    if (known === undefined) {
      known = { owners: [], places: [] }
      this.#pages.set(page, known)
    }
    known.owners[Number(id)] = owner
    known.places[Number(id)] = place
  }

  ownerOf(page: number, id: string): Owner | undefined {
    return this.#pages.get(page)?.owners[Number(id)]
  }

  placeOf(page: number, id: string): number {
    return this.#pages.get(page)?.places[Number(id)] ?? -1
  }

  /** Whether what is drawn on this page was read on an earlier one. Asked in the order of the pages. */
  isRepeated({ columnHead }: Owner, page: number): boolean {
    if (columnHead === null) return false
    const beginning = this.#beginnings.get(columnHead)
    if (beginning === undefined) this.#beginnings.set(columnHead, page)
    return beginning !== undefined && beginning !== page
  }
}

/** `/Column`, `/Row`, `/Both`, of a table's head. */
export function scopeOf(pdf: PdfFile, element: Dict): string | undefined {
  return attributesOf(pdf, element).flatMap((attributes) => {
    const scope = pdf.resolve(attributes.get('/Scope'))
    return typeof scope === 'string' ? [scope] : []
  })[0]
}

export function attributesOf(pdf: PdfFile, element: Dict): Dict[] {
  const found = pdf.resolve(element.get('/A'))
  return (Array.isArray(found) ? found : [found]).flatMap((entry) => pdf.dict(entry) ?? [])
}
