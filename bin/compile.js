// A step of the build: what ships as YAML is read once, and kept as JSON under the digest of its text.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { compiledPath } from '../dist/config/compiled.js'
import { parseLens } from '../dist/config/lens.js'

const lenses = new URL('../assets/lenses/', import.meta.url)
const compiled = new URL('../dist/compiled/', import.meta.url)
rmSync(compiled, { recursive: true, force: true })
mkdirSync(compiled, { recursive: true })
for (const name of readdirSync(lenses)) {
  const text = readFileSync(new URL(name, lenses), 'utf8')
  writeFileSync(compiledPath(text), JSON.stringify(parseLens(text, name)))
}
