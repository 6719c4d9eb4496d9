// A step of the build: what ships as YAML or as a template is read once, and kept under the digest of its text; of the
// fonts what it takes to measure text.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { Blob, Face, Font } from 'harfbuzzjs'
import { faces, loadFace } from '../dist/compose/font/faces.js'
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

const metrics = {}
for (const face of faces) metrics[face.postScriptName] = { ranges: advances(await loadFace(face)) }
writeFileSync(resourcePath('dist', 'compiled', 'metrics.json'), JSON.stringify(metrics))

/** First and last code point and the advance, in ems, of each range of characters that are equally wide. */
function advances(bytes) {
  const face = new Face(new Blob(bytes))
  const font = new Font(face)
  const ranges = []
  for (const point of face.collectUnicodes().sort((a, b) => a - b)) {
    const advance = font.glyphHAdvance(font.nominalGlyph(point) ?? 0) / face.upem
    const last = ranges.at(-1)
    if (last && last[1] === point - 1 && last[2] === advance) last[1] = point
    else ranges.push([point, point, advance])
  }
  return ranges
}
