import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { analyse } from '../../src/analyse/index.js'
import { loadLens } from '../../src/config/lens.js'
import { article } from './article.js'

const corpus = fileURLToPath(new URL('../../../shared/corpus/', import.meta.url))
const there = existsSync(join(corpus, 'score.mjs'))
if (!there) console.warn('The corpus of real articles is not here (../shared/corpus): its score is not measured.')

describe.skipIf(!there)('the figures of real articles', () => {
  it('are found and read as people did', async () => {
    const lens = await loadLens('public-response', process.cwd())
    const folder = join(corpus, 'articles')
    const names = execFileSync('ls', [folder], { encoding: 'utf8' }).match(/\S+(?=\.gold\.json)/g) ?? []
    const files = names.sort().map((name) => join(folder, `${name}.txt`))
    const none = { publishedAt: { value: null, basis: 'unknown' as const } }
    const articles = files.map((file) => analyse(article(readFileSync(file, 'utf8'), none), lens))
    // the scorer runs a command that prints what `parse --json` prints
    const scratch = mkdtempSync(join(tmpdir(), 'jianbao-score-'))
    writeFileSync(join(scratch, 'out.json'), JSON.stringify({ articles }))
    writeFileSync(
      join(scratch, 'print.mjs'),
      `import {readFileSync} from 'node:fs';process.stdout.write(readFileSync(${JSON.stringify(join(scratch, 'out.json'))}))`,
    )
    const command = `${process.execPath} ${join(scratch, 'print.mjs')}`
    const score = JSON.parse(
      execFileSync(process.execPath, [join(corpus, 'score.mjs'), folder, '--json', '--jianbao', command], {
        encoding: 'utf8',
      }),
    )
    expect(score.foundF1).toBeGreaterThanOrEqual(97)
    expect(score.rightF1).toBeGreaterThanOrEqual(95)
    expect(score.approximation).toBeGreaterThanOrEqual(98)
    expect(score.category).toBeGreaterThanOrEqual(90)
    expect(score.badSpans).toBe(0)
  })
})
