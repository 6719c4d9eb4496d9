// One briefing of each size and language, to be looked at: PDFs and, where pdftoppm is there, a sheet of pages of each.
//   npm run gallery [-- --sizes 1,2,4,8,20,200] [--out gallery]
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { makeArticles } from './make-articles.mjs'

const { values } = parseArgs({
  options: { sizes: { type: 'string', default: '1,2,4,8,20,60' }, out: { type: 'string', default: 'gallery' } },
})
const root = fileURLToPath(new URL('..', import.meta.url))
const out = join(root, values.out)
mkdirSync(out, { recursive: true })

const editions = [
  { name: 'examples', sources: join(root, 'assets/examples'), languages: ['zh,en', 'en,zh', 'zh', 'en'] },
  ...values.sizes.split(',').map((size) => ({
    name: `invented-${size}`,
    sources: makeArticles({ organisations: Number(size), folder: join(out, 'articles', size) }),
    languages: size === '20' ? ['zh,en', 'en'] : ['zh,en'],
  })),
]

for (const { name, sources, languages } of editions) {
  for (const language of languages) {
    const file = join(out, `${name}.${language.replace(',', '-')}.pdf`)
    const started = performance.now()
    execFileSync(process.execPath, [join(root, 'bin/run.js'), 'generate', sources, '--lang', language, '--out', file], {
      stdio: ['ignore', 'ignore', 'inherit'],
    })
    console.log(`${file}  ${((performance.now() - started) / 1000).toFixed(1)} s`)
    sheet(file)
  }
}

/** The first pages side by side, where poppler and ImageMagick are installed. */
function sheet(file) {
  const pages = `${file}.pages`
  rmSync(pages, { recursive: true, force: true })
  mkdirSync(pages)
  try {
    execFileSync('pdftoppm', ['-r', '50', '-l', '24', '-png', file, join(pages, 'p')])
    execFileSync('montage', [join(pages, '*.png'), '-tile', '6x', '-geometry', '+6+6', file.replace(/pdf$/, 'png')])
  } catch {
    if (!existsSync(join(pages, 'p-1.png'))) console.log('  no pictures: pdftoppm or montage is not installed')
  } finally {
    rmSync(pages, { recursive: true, force: true })
  }
}
