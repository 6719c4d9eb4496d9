import { readdir, readFile } from 'node:fs/promises'
import { basename, isAbsolute, join, resolve } from 'node:path'
import { didYouMean, ExitCode, messageOf, UserError } from '../errors.js'
import { resourcePath } from '../resources.js'

export interface LensFile {
  /** What `--lens` takes. */
  name: string
  /** Absolute. */
  path: string
  /** False for one in the folder `lenses` of the working folder. */
  ships: boolean
}

/** All lenses with a name: those in the folder `lenses` of `cwd`, which win, then those that ship. */
export async function findLenses(cwd: string): Promise<LensFile[]> {
  const own = await lensesIn(join(cwd, 'lenses'), false)
  const shipped = await lensesIn(resourcePath('assets', 'lenses'), true)
  return [...own, ...shipped.filter(({ name }) => !own.some((lens) => lens.name === name))]
}

/** The file of a lens given by its name or, with a slash or `.yaml`, by its path. Throws a UserError (exit 2). */
export async function locateLens(nameOrPath: string, cwd: string): Promise<string> {
  if (/[\\/]|\.ya?ml$/i.test(nameOrPath)) return isAbsolute(nameOrPath) ? nameOrPath : resolve(cwd, nameOrPath)
  const lenses = await findLenses(cwd)
  const found = lenses.find(({ name }) => name === nameOrPath)
  if (found) return found.path
  const known = lenses.map(({ name }) => name)
  const near = didYouMean(nameOrPath, known)
  throw new UserError({
    code: 'unknown-lens',
    exitCode: ExitCode.usage,
    message: `There is no lens “${nameOrPath}”.${near ? ` Did you mean “${near}”?` : ''}`,
    next: [
      `Use one of: ${known.join(', ')}.`,
      'Or one of your own: a YAML file in the folder lenses/, by its name, or anywhere, by its path: --lens ./my-lens.yaml',
    ],
  })
}

export async function readLensFile(path: string, given: string): Promise<string> {
  try {
    return await readFile(path, 'utf8')
  } catch (cause) {
    throw new UserError({
      code: 'lens-not-readable',
      exitCode: ExitCode.usage,
      message: `The lens ${given} cannot be read: ${messageOf(cause)}`,
      next: ['Check the path and that the file may be read.'],
      cause,
    })
  }
}

async function lensesIn(folder: string, ships: boolean): Promise<LensFile[]> {
  const files = await readdir(folder).catch((): string[] => [])
  return files
    .filter((file) => /\.ya?ml$/.test(file))
    .sort()
    .map((file) => ({ name: basename(file).replace(/\.ya?ml$/, ''), path: join(folder, file), ships }))
}
