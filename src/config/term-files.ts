import { existsSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join } from 'node:path'

export type TermLayer = 'project' | 'user'

export interface TermFile {
  layer: TermLayer
  /** Absolute. */
  path: string
}

/** The folder of a layer: `terms` in the working folder, or in the user's folder of configurations (XDG). */
export function termFolder(layer: TermLayer, cwd: string): string {
  if (layer === 'project') return join(cwd, 'terms')
  const { XDG_CONFIG_HOME, APPDATA } = process.env
  return join(XDG_CONFIG_HOME || APPDATA || join(homedir(), '.config'), 'jianbao', 'terms')
}

/** The CSV and TBX files of both layers: the project's, which win, before the user's; by name in each. */
export async function findTermFiles(cwd: string): Promise<TermFile[]> {
  const layers = await Promise.all((['project', 'user'] as const).map((layer) => filesIn(layer, cwd)))
  return layers.flat()
}

/** Where a dictionary of a layer stands. */
export function dictionaryFile(layer: TermLayer, cwd: string): string {
  return join(termFolder(layer, cwd), 'cedict.u8')
}

/** The project's dictionary, else the user's; null where there is none. */
export function findDictionary(cwd: string): string | null {
  return [dictionaryFile('project', cwd), dictionaryFile('user', cwd)].find((file) => existsSync(file)) ?? null
}

async function filesIn(layer: TermLayer, cwd: string): Promise<TermFile[]> {
  const folder = termFolder(layer, cwd)
  const names = await readdir(folder).catch((): string[] => [])
  return names
    .filter((name) => /\.(?:csv|tbx)$/i.test(name))
    .sort()
    .map((name) => ({ layer, path: join(folder, name) }))
}
