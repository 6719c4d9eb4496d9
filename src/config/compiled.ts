import { readFile } from 'node:fs/promises'
import { compiledPath } from '../resources.js'

/** The value of a YAML text that shipped and was not changed since; undefined for every other. */
export async function compiledValue(text: string): Promise<unknown> {
  const json = await readFile(compiledPath([text], 'json'), 'utf8').catch(() => undefined)
  return json === undefined ? undefined : JSON.parse(json)
}
