import { type Dict, dict, Reference, redirect, Stream, type Value } from './value.js'

/** The objects of a PDF, to be changed in place. */
export class PdfFile {
  readonly objects: Map<number, Value>
  readonly trailer: Dict
  #last: number

  constructor(objects: Map<number, Value>, trailer: Dict) {
    this.objects = objects
    this.trailer = trailer
    this.#last = Math.max(0, ...[trailer.get('/Size')].map(Number), objects.size)
  }

  get catalog(): Dict {
    const found = this.dict(this.trailer.get('/Root'))
    if (found === undefined) throw new Error('the PDF has no catalog')
    return found
  }

  /** What a value stands for, where it is a reference. */
  resolve(value: Value | undefined): Value | undefined {
    return value instanceof Reference ? this.objects.get(value.number) : value
  }

  /** The dictionary that a value is or refers to; a stream's is its own. */
  dict(value: Value | undefined): Dict | undefined {
    const found = this.resolve(value)
    if (found instanceof Map) return found
    return found instanceof Stream ? found.dict : undefined
  }

  array(value: Value | undefined): Value[] {
    const found = this.resolve(value)
    return Array.isArray(found) ? found : []
  }

  add(value: Value): Reference {
    this.#last++
    this.objects.set(this.#last, value)
    return new Reference(this.#last)
  }

  addStream(bytes: Uint8Array, entries: Record<string, Value>): Reference {
    return this.add(new Stream(dict({ ...entries, Length: String(bytes.length) }), bytes))
  }

  /** Takes over the objects of another file, under numbers of their own, and leaves it empty; returns its catalog. */
  take(other: PdfFile): Dict {
    const { catalog } = other
    const first = this.#last
    for (const [number, value] of other.objects) {
      redirect(value, (reference) => new Reference(first + reference.number))
      this.objects.set(first + number, value)
    }
    this.#last = first + other.#last
    other.objects.clear()
    return catalog
  }

  /** The pages in their order. */
  pages(): { reference: Reference; page: Dict }[] {
    const pages: { reference: Reference; page: Dict }[] = []
    const visit = (value: Value | undefined, depth: number) => {
      const node = this.dict(value)
      if (node === undefined || depth > 50) return
      if (node.has('/Kids')) for (const kid of this.array(node.get('/Kids'))) visit(kid, depth + 1)
      else if (value instanceof Reference) pages.push({ reference: value, page: node })
    }
    visit(this.catalog.get('/Pages'), 0)
    return pages
  }
}
