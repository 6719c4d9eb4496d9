import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, expect, it } from 'vitest'
import { compiled } from '../schedule/compiled.js'

const folder = mkdtempSync(join(tmpdir(), 'jianbao-ts-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

it('reads a TypeScript configuration with types and a relative import, twice if it has changed', () => {
  const file = join(folder, 'jianbao.config.ts')
  const text = (paper: string): string =>
    `import base from './base.mjs'\ninterface Paper { paper: 'A4' | 'Letter' }\n` +
    `const mine: Paper = { paper: '${paper}' } satisfies Paper\nexport default { ...base, ...mine } as const\n`
  writeFileSync(join(folder, 'base.mjs'), `export default { lens: 'flood-relief' }`)
  writeFileSync(file, text('A4'))
  const door = pathToFileURL(join(compiled(), 'config/index.js')).href
  const script = `
    import { writeFileSync } from 'node:fs'
    const { loadConfig } = await import(${JSON.stringify(door)})
    const load = async () => { const { config } = await loadConfig({ cwd: ${JSON.stringify(folder)} }); return config.lens + ' ' + config.paper }
    console.log(await load())
    writeFileSync(${JSON.stringify(file)}, ${JSON.stringify(text('Letter'))})
    await new Promise((resolve) => setTimeout(resolve, 5))
    console.log(await load())`
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' })
  expect(stdout, stderr).toBe('flood-relief A4\nflood-relief Letter\n')
})
