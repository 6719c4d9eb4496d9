// A step of the build: what ships as YAML or as a template is read once, and kept under the digest of its text.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { compileToModule } from '../dist/compose/template/compile.js'
import { compiledTemplatePath } from '../dist/compose/template/engine.js'
import { readTemplate } from '../dist/compose/template/folder.js'
import { parseLens } from '../dist/config/lens-text.js'
import { compiledPath, resourcePath } from '../dist/resources.js'

const compiled = resourcePath('dist', 'compiled')
rmSync(compiled, { recursive: true, force: true })
mkdirSync(compiled, { recursive: true })

for (const name of readdirSync(resourcePath('assets', 'lenses'))) {
  const text = readFileSync(resourcePath('assets', 'lenses', name), 'utf8')
  writeFileSync(compiledPath([text], 'json'), JSON.stringify(parseLens(text, name)))
}

for (const name of readdirSync(resourcePath('templates'))) {
  const template = await readTemplate(resourcePath('templates', name))
  const manifest = readFileSync(resourcePath('templates', name, 'template.yaml'), 'utf8')
  writeFileSync(compiledPath([manifest], 'json'), JSON.stringify(template.manifest))
  writeFileSync(compiledTemplatePath(template), compileToModule(template))
}
