import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

let root: URL | undefined

/** Absolute path of a file that ships with the program: `resourcePath('assets', 'lenses')`. */
export function resourcePath(...parts: string[]): string {
  root ??= packageRoot()
  return fileURLToPath(new URL(parts.join('/'), root))
}

/** Sources, modules and the bundle stand at different depths below it. */
function packageRoot(): URL {
  let folder = new URL('.', import.meta.url)
  for (let above = folder; !existsSync(new URL('package.json', folder)); folder = above) {
    above = new URL('..', folder)
    if (above.href === folder.href) throw new Error(`no package.json above ${import.meta.url}`)
  }
  return folder
}

/**
 * Where the build keeps what it has read of texts that ship: under their digest, so that a changed text is read anew.
 * That saves a third of a second of each run.
 */
export function compiledPath(texts: readonly string[], ending: 'json' | 'js'): string {
  const digest = createHash('sha256').update(JSON.stringify(texts)).digest('hex')
  return resourcePath('dist', 'compiled', `${digest}.${ending}`)
}
