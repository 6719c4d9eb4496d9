import { readdir, stat } from 'node:fs/promises'
import { basename, dirname, join, relative, resolve } from 'node:path'
import { didYouMean, ExitCode, UserError } from '../errors.js'

const endings = ['.yaml', '.yml', '.json', '.ts', '.js', '.mjs']
const names = endings.map((ending) => `jianbao.config${ending}`)

/**
 * Absolute path of the configuration: the named one, else the one in `cwd` itself (folders above are not searched);
 * null where there is none. Throws a UserError where the named one is missing or several are there.
 */
export async function findConfig(cwd: string, named: string | undefined): Promise<string | null> {
  if (named !== undefined) return await existing(resolve(cwd, named), named)
  const entries = await readdir(cwd).catch((): string[] => [])
  const found = names.filter((name) => entries.includes(name))
  if (found.length > 1) {
    throw new UserError({
      code: 'config-ambiguous',
      exitCode: ExitCode.usage,
      message: `There are ${found.length} configurations here: ${found.join(', ')}.`,
      next: [`Keep one of them, or name it: --config ${found[0]}`],
    })
  }
  return found[0] === undefined ? null : join(cwd, found[0])
}

/** The path as a user would write it. */
export function displayed(file: string, cwd: string): string {
  const path = relative(cwd, file)
  return path.startsWith('..') ? file : path
}

async function existing(file: string, named: string): Promise<string> {
  const found = await stat(file).catch(() => null)
  if (found?.isFile() && endings.some((ending) => file.endsWith(ending))) return file
  if (found?.isFile()) {
    throw missing(`${named} does not end in ${endings.join(', ')}: how is it to be read?`, [`Rename it.`])
  }
  if (found)
    throw missing(`${named} is a folder.`, [`Name the file in it, such as ${join(named, 'jianbao.config.yaml')}`])
  const near = didYouMean(basename(file), await readdir(dirname(file)).catch((): string[] => []))
  const advice = near ? [`Did you mean ${join(dirname(named), near)}?`] : ['Check the path given with --config.']
  throw missing(`There is no configuration ${named}.`, advice)
}

function missing(message: string, next: string[]): UserError {
  return new UserError({ code: 'config-not-found', exitCode: ExitCode.usage, message, next })
}
