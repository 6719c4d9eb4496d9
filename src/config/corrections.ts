import { readFile, stat } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { ExitCode, messageOf, UserError } from '../errors.js'
import type { Correction, Lens } from '../model/index.js'
import { displayed } from './find.js'

export interface CorrectionsOptions {
  cwd: string
  lens: Lens
  /** A file named by the user: then no other is looked for. */
  named?: string | undefined
}

/**
 * The corrections for these sources: of the named file, else of `corrections.yaml` in the folder of each source (for
 * addresses: in `cwd`). Throws a UserError (exit 2) naming every problem at its line and column.
 */
export async function loadCorrections(uris: readonly string[], options: CorrectionsOptions): Promise<Correction[]> {
  const { cwd, named } = options
  if (named !== undefined) return load(resolve(cwd, named), uris, options)
  const folders = new Set(uris.map((uri) => (isAddress(uri) ? cwd : dirname(resolve(cwd, uri)))))
  const corrections: Correction[] = []
  for (const folder of folders) {
    const path = await beside(folder)
    if (path !== null) corrections.push(...(await load(path, uris, options)))
  }
  return corrections
}

/** Whether any of these folders holds corrections. */
export async function holdCorrections(folders: Iterable<string>): Promise<boolean> {
  for (const folder of folders) if ((await beside(folder)) !== null) return true
  return false
}

async function beside(folder: string): Promise<string | null> {
  for (const name of ['corrections.yaml', 'corrections.yml'])
    if (await isFile(join(folder, name))) return join(folder, name)
  return null
}

async function load(path: string, uris: readonly string[], { cwd, lens }: CorrectionsOptions): Promise<Correction[]> {
  const file = displayed(path, cwd).replaceAll('\\', '/')
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw new UserError({
      code: 'corrections-unreadable',
      exitCode: ExitCode.usage,
      message: `The corrections ${file} cannot be read: ${messageOf(cause)}`,
      next: ['Check the path given with --corrections or as `corrections:` in the configuration.'],
      cause,
    })
  })
  const { parseCorrections } = await import('./corrections-text.js')
  const { checked, lineOf } = parseCorrections(text, file, lens)
  const entries = (['reject', 'change', 'add'] as const).flatMap((kind) =>
    checked[kind].map((entry, index) => ({ ...entry, kind, line: lineOf(kind, index) })),
  )
  const meant = (source: string): string[] => uris.filter((uri) => isMeant(source, uri, dirname(path), cwd))
  return Promise.all(
    entries.map(async ({ line, ...entry }) => {
      const { source } = entry
      const elsewhere =
        !isAddress(source) && ((await isFile(resolve(dirname(path), source))) || (await isFile(resolve(cwd, source))))
      return { ...entry, origin: `${file}:${line}`, names: [source, ...meant(source)], elsewhere } as Correction
    }),
  )
}

/** A path from the folder of the corrections or from `cwd`; beside the corrections the file's name is enough. */
function isMeant(source: string, uri: string, folder: string, cwd: string): boolean {
  if (isAddress(source) || isAddress(uri)) return source === uri
  const read = resolve(cwd, uri)
  const beside = dirname(read) === folder && basename(read) === basename(source)
  return beside || read === resolve(folder, source) || read === resolve(cwd, source)
}

function isAddress(source: string): boolean {
  return source === '-' || /^[a-z][a-z0-9+.-]+:\/\//i.test(source)
}

async function isFile(path: string): Promise<boolean> {
  return (await stat(path).catch(() => null))?.isFile() ?? false
}
