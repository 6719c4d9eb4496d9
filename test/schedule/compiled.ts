import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { afterAll } from 'vitest'

const root = fileURLToPath(new URL('../../', import.meta.url))
let folder: string | undefined
afterAll(() => {
  if (folder) rmSync(folder, { recursive: true, force: true })
})

/** The rooms that schedules need and what they import, as JavaScript that child processes run; beside node_modules, for their imports. */
export function compiled(): string {
  folder ??= compile()
  return folder
}

function compile(): string {
  const cache = join(root, 'node_modules', '.cache')
  mkdirSync(cache, { recursive: true })
  const target = mkdtempSync(join(cache, 'jianbao-test-'))
  writeFileSync(join(target, 'package.json'), '{ "type": "module" }')
  const source = join(root, 'src')
  const waiting = ['config', 'schedule', 'store', 'model'].map((room) => join(source, room, 'index.ts'))
  for (const file of waiting) {
    const output = join(target, relative(source, file)).replace(/\.ts$/, '.js')
    mkdirSync(dirname(output), { recursive: true })
    const options = { target: ts.ScriptTarget.ES2023, module: ts.ModuleKind.ESNext, verbatimModuleSyntax: true }
    const code = ts.transpile(readFileSync(file, 'utf8'), options)
    writeFileSync(output, code)
    for (const next of importedBy(code, dirname(file))) if (!waiting.includes(next)) waiting.push(next)
  }
  return target
}

/** Our own modules that code of `folder` imports, at once or later. */
function importedBy(code: string, folder: string): string[] {
  return [...code.matchAll(/(?:from |import |import\()'(\.[^']+)\.js'/g)].map(([, path = '']) =>
    join(folder, `${path}.ts`),
  )
}
