import { onOtherTerms } from './terms.js'

/** Texts that are kept; of more than these a memory begins anew. */
const most = 5000

/** `make`, which depends on its text and the terms alone, worked out once for a text. */
export function remembered<T>(make: (zh: string) => T): (zh: string) => T {
  const memory = new Map<string, T>()
  onOtherTerms(() => memory.clear())
  return (zh) => {
    const known = memory.get(zh)
    if (known !== undefined || memory.has(zh)) return known as T
    const made = make(zh)
    if (memory.size >= most) memory.clear()
    memory.set(zh, made)
    return made
  }
}
