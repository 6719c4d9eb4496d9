import type { Dict } from '../../pdf/index.js'

export type Script = 'han' | 'latin'

export const languageOf: Record<Script, string> = { han: 'zh-Hans', latin: 'en' }

/** The script that an element's own text is in, unless it says otherwise: decided on the page where it begins. */
export class Languages {
  readonly #bases = new Map<Dict, Script>()
  readonly #document: Script
  readonly #undecided = new Set<Dict>()

  constructor(document: string) {
    this.#document = document.startsWith('zh') ? 'han' : 'latin'
  }

  get document(): Script {
    return this.#document
  }

  of(element: Dict): Script | undefined {
    return this.#bases.get(element)
  }

  /** Text of this script stands in `element`. Where both do, it is in that of the document. */
  note(element: Dict, script: Script): void {
    const known = this.#bases.get(element)
    if (known === undefined) {
      this.#bases.set(element, script)
      this.#undecided.add(element)
    } else if (known !== script && this.#undecided.has(element)) this.#bases.set(element, this.#document)
  }

  /** A page is written: what stands there is in the language that was said. */
  endPage(): void {
    this.#undecided.clear()
  }
}
