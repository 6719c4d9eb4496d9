/**
 * A value of a PDF as it stands in the file, a byte a character: numbers, keywords, names (`/Type`), strings (`(…)`,
 * `<…>`) are their own source text. What is not looked at is written back as it was.
 */
export type Value = string | Reference | Value[] | Dict | Stream

/** Keys with their slash. */
export type Dict = Map<string, Value>

export class Reference {
  constructor(readonly number: number) {}
}

export class Stream {
  constructor(
    readonly dict: Dict,
    readonly bytes: Uint8Array,
  ) {}
}

export function dict(entries: Record<string, Value>): Dict {
  return new Map(Object.entries(entries).map(([key, value]) => [`/${key}`, value]))
}

/** The source text of a value that is no stream. */
export function sourceOf(value: Value): string {
  if (typeof value === 'string') return value
  if (value instanceof Reference) return `${value.number} 0 R`
  if (Array.isArray(value)) return `[${value.map(sourceOf).join(' ')}]`
  if (value instanceof Stream) throw new Error('a stream stands on its own')
  let source = '<<'
  for (const [key, entry] of value) source += `${key} ${sourceOf(entry)}`
  return `${source}>>`
}

/** Replaces the references in `value` by those that `visit` returns, in the order in which they stand. */
export function redirect(value: Value, visit: (reference: Reference) => Reference): void {
  if (typeof value === 'string' || value instanceof Reference) return
  if (value instanceof Stream) redirect(value.dict, visit)
  else if (Array.isArray(value)) {
    value.forEach((entry, i) => {
      if (entry instanceof Reference) value[i] = visit(entry)
      else redirect(entry, visit)
    })
  } else {
    for (const [key, entry] of value) {
      if (entry instanceof Reference) value.set(key, visit(entry))
      else redirect(entry, visit)
    }
  }
}
