import type { Collected } from '../model/index.js'
import { locate } from './locate.js'
import { readSource } from './read.js'
import { displayUri } from './uri.js'

export interface CollectOptions {
  /** Absolute folder that relative inputs start from and that uris are relative to. */
  cwd: string
}

/**
 * Files, folders and globs → decoded sources, in input order, each file once. A folder is read with what is below it,
 * sorted by name. An input that led to nothing has a `problem` in its place; nothing is thrown for it.
 */
export async function collect(inputs: string[], { cwd }: CollectOptions): Promise<Collected[]> {
  const collected: Collected[] = []
  const seen = new Set<string>()
  for (const input of inputs) {
    const found = await locate(input, cwd)
    if (!found.ok) {
      collected.push({ uri: input, source: null, problem: { ...found.problem, source: input } })
      continue
    }
    for (const file of found.files) {
      if (seen.has(file.real)) continue
      seen.add(file.real)
      collected.push(await readSource(file.path, found.named ? displayUri(input, cwd) : displayUri(file.path, cwd)))
    }
  }
  return collected
}
