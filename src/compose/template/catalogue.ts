import { cpSync, existsSync, mkdirSync, readdirSync, statSync } from 'node:fs'
import { isAbsolute, join, relative, resolve } from 'node:path'
import { globSync } from 'tinyglobby'
import { didYouMean, ExitCode, notWritable, UserError } from '../../errors.js'
import { resourcePath } from '../../resources.js'
import { type Manifest, readTemplate } from './folder.js'

export interface TemplateEntry extends Manifest {
  directory: string
}

/** The templates that come with the program. */
export async function listTemplates(): Promise<TemplateEntry[]> {
  return Promise.all(
    templateNames().map(async (name) => {
      const { directory, manifest } = await readTemplate(resourcePath('templates', name))
      return { ...manifest, directory }
    }),
  )
}

/** The folder of a template: one that comes with the program, by name, or any folder, by its path below `cwd`. */
export function resolveTemplate(nameOrDirectory: string, cwd: string): string {
  const names = templateNames()
  if (names.includes(nameOrDirectory)) return resourcePath('templates', nameOrDirectory)
  const directory = isAbsolute(nameOrDirectory) ? nameOrDirectory : resolve(cwd, nameOrDirectory)
  if (existsSync(directory) && statSync(directory).isDirectory()) return directory
  const near = didYouMean(nameOrDirectory, names)
  throw new UserError({
    code: 'template-not-found',
    exitCode: ExitCode.usage,
    message: `there is no template ${nameOrDirectory}${near ? `; did you mean ${near}?` : ', neither by that name nor as a folder'}`,
    next: [
      `templates there are: ${names.join(', ')}`,
      'make one of your own: jianbao template eject briefing --out DIR',
    ],
  })
}

/**
 * Copies a template that comes with the program into `out`, to be changed. Returns the files written, below `out`.
 * Throws `UserError` where a file is there already, unless `force`.
 */
export function ejectTemplate(name: string, out: string, { cwd, force }: { cwd: string; force: boolean }): string[] {
  const from = resolveTemplate(name, cwd)
  const to = resolve(cwd, out)
  const files = globSync('**/*', { cwd: from, dot: true }).sort()
  const there = files.filter((file) => existsSync(join(to, file)))
  if (there.length && !force) {
    throw new UserError({
      code: 'template-exists',
      exitCode: ExitCode.usage,
      message: `${relative(cwd, to) || '.'} already has ${there.slice(0, 3).join(', ')}${there.length > 3 ? ` and ${there.length - 3} more` : ''}`,
      next: ['choose another folder with --out', 'or overwrite it with --force'],
    })
  }
  try {
    mkdirSync(to, { recursive: true })
    for (const file of files) cpSync(join(from, file), join(to, file))
  } catch (cause) {
    throw notWritable(to, cause)
  }
  return files
}

function templateNames(): string[] {
  const directory = resourcePath('templates')
  return readdirSync(directory)
    .filter((name) => existsSync(join(directory, name, 'template.yaml')))
    .sort()
}
