import type { Lens } from '../model/index.js'
import { compiledValue } from './compiled.js'
import { displayed } from './find.js'
import { locateLens, readLensFile } from './lens-find.js'

/**
 * Reads a lens: one that ships or lies in `lenses/` of `cwd`, by its name, or any YAML file, by its path.
 * Throws a UserError (exit 2) that names file, line and column of what keeps it from being used.
 */
export async function loadLens(nameOrPath: string, cwd: string): Promise<Lens> {
  const path = await locateLens(nameOrPath, cwd)
  const text = await readLensFile(path, nameOrPath)
  // The build has checked it: to check it again takes as long as to read an article.
  const compiled = (await compiledValue(text)) as Lens | undefined
  if (compiled !== undefined) return compiled
  // What reads YAML takes longer to load than a lens that ships takes to be read.
  const { parseLens } = await import('./lens-text.js')
  return parseLens(text, displayed(path, cwd))
}
