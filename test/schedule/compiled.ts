import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { afterAll } from 'vitest'

const root = fileURLToPath(new URL('../../', import.meta.url))
let folder: string | undefined
afterAll(() => {
  if (folder) rmSync(folder, { recursive: true, force: true })
})

/** The rooms that schedules need, as JavaScript that child processes run; beside node_modules, for their imports. */
export function compiled(): string {
  folder ??= compile()
  return folder
}

function compile(): string {
  const cache = join(root, 'node_modules', '.cache')
  mkdirSync(cache, { recursive: true })
  const target = mkdtempSync(join(cache, 'jianbao-test-'))
  writeFileSync(join(target, 'package.json'), '{ "type": "module" }')
  const files = ['config', 'schedule', 'store', 'model'].flatMap((room) => sources(join(root, 'src', room)))
  const single = ['errors.ts', 'resources.ts', 'language/edit-distance.ts'].map((file) => join(root, 'src', file))
  for (const file of [...files, ...single]) {
    const output = join(target, relative(join(root, 'src'), file)).replace(/\.ts$/, '.js')
    mkdirSync(dirname(output), { recursive: true })
    const options = { target: ts.ScriptTarget.ES2023, module: ts.ModuleKind.ESNext, verbatimModuleSyntax: true }
    writeFileSync(output, ts.transpile(readFileSync(file, 'utf8'), options))
  }
  return target
}

function sources(room: string): string[] {
  return readdirSync(room)
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(room, name))
}
