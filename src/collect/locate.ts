import { realpath, stat } from 'node:fs/promises'
import { isAbsolute, resolve } from 'node:path'
import { glob, isDynamicPattern } from 'tinyglobby'
import { compareText } from '../language/order.js'
import type { Note } from '../model/index.js'
import { folderEmpty, noMatch, notReadable, sourceNotFound } from './problems.js'
import { type FoundFile, filesBelow } from './walk.js'

/** `named`: the input is the file itself, not a folder or pattern that led to it. */
export type Located = { ok: true; named: boolean; files: FoundFile[] } | { ok: false; problem: Note }

/** What an input stands for. A name that exists is never taken for a pattern, whatever brackets it holds. */
export async function locate(input: string, cwd: string): Promise<Located> {
  const path = resolve(cwd, input)
  if (input === '') return { ok: false, problem: await sourceNotFound(input, path) }
  try {
    const status = await stat(path)
    if (status.isDirectory()) return await locateFolder(input, path)
    return { ok: true, named: true, files: [{ path, real: await realpath(path) }] }
  } catch (error) {
    if (!isMissing(error)) return { ok: false, problem: notReadable(input, error) }
    if (isDynamicPattern(input)) return locatePattern(input, cwd)
    return { ok: false, problem: await sourceNotFound(input, path) }
  }
}

async function locateFolder(input: string, path: string): Promise<Located> {
  const files = await filesBelow(path)
  return files.length > 0 ? { ok: true, named: false, files } : { ok: false, problem: folderEmpty(input) }
}

async function locatePattern(input: string, cwd: string): Promise<Located> {
  const matches = await glob(input, { cwd, absolute: true, expandDirectories: false, ignore: ['**/node_modules/**'] })
  const given = matches.map((match) => (isAbsolute(match) ? match : resolve(cwd, match)))
  const files: FoundFile[] = []
  for (const path of given.sort(compareText)) {
    // A link whose target vanished between the search and here is reported when it is read.
    files.push({ path, real: await realpath(path).catch(() => path) })
  }
  return files.length > 0 ? { ok: true, named: false, files } : { ok: false, problem: noMatch(input) }
}

function isMissing(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  return code === 'ENOENT' || code === 'ENOTDIR' || code === 'ERR_INVALID_ARG_VALUE' || code === 'ENAMETOOLONG'
}
