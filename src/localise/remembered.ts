import { keptFor } from './vocabulary.js'

/** Texts that are kept; of more than these a memory begins anew. */
const most = 5000

/** `make`, which depends on its text and the terms alone, worked out once for a text of a vocabulary. */
export function remembered<T>(make: (zh: string) => T): (zh: string) => T {
  const memoryInUse = keptFor(() => new Map<string, T>())
  return (zh) => {
    const memory = memoryInUse()
    const known = memory.get(zh)
    if (known !== undefined || memory.has(zh)) return known as T
    const made = make(zh)
    if (memory.size >= most) memory.clear()
    memory.set(zh, made)
    return made
  }
}
