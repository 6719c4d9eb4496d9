import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'
import { ExitCode, UserError } from '../errors.js'

/**
 * The default export of a .js, .mjs or .ts configuration. TypeScript: Node runs it (from 22.18 on); before that its
 * types are taken off by Node (22.13) or by the TypeScript that the user's project or ours has at hand.
 * Throws a UserError where neither is there.
 */
export async function importConfig(file: string): Promise<unknown> {
  const url = pathToFileURL(file)
  // A daemon that loads the file again must not be given the one it has in memory.
  url.searchParams.set('read', String(Date.now()))
  if (file.endsWith('.ts') && !('typescript' in process.features && process.features.typescript)) {
    await serve(url.href, await withoutTypes(file))
  }
  const module = (await import(url.href)) as { default?: unknown }
  if (module.default !== undefined) return await module.default
  throw new UserError({
    code: 'config-without-export',
    exitCode: ExitCode.usage,
    message: `${file} exports no configuration.`,
    next: ['Write `export default { … }` in it.'],
  })
}

/** Makes the next import of `url` see `source`, with relative imports still going out from the file's folder. */
async function serve(url: string, source: string): Promise<void> {
  const { register } = await import('node:module')
  const hooks = `
    let given
    export function initialize(data) { given = data }
    export function load(url, context, next) {
      return url === given.url ? { format: 'module', source: given.source, shortCircuit: true } : next(url, context)
    }`
  register(`data:text/javascript,${encodeURIComponent(hooks)}`, { data: { url, source } })
}

async function withoutTypes(file: string): Promise<string> {
  const source = await readFile(file, 'utf8')
  const node = (await import('node:module')) as { stripTypeScriptTypes?: (code: string) => string }
  if (node.stripTypeScriptTypes) return node.stripTypeScriptTypes(source)
  const compiler = typescriptNear(file) ?? typescriptNear(import.meta.url)
  if (compiler) return compiler.transpile(source, { target: 99, module: 99 })
  throw new UserError({
    code: 'config-typescript',
    exitCode: ExitCode.usage,
    message: `${file} is TypeScript, which Node ${process.version} does not run.`,
    next: [
      'Write it as jianbao.config.yaml, .json or .mjs,',
      'or use Node 22.18 or later, or `npm install typescript` beside the file.',
    ],
  })
}

function typescriptNear(place: string): { transpile(source: string, options: object): string } | undefined {
  try {
    return createRequire(place)('typescript')
  } catch {
    return undefined
  }
}
