import { join } from 'node:path'
import { expect, it } from 'vitest'
import { Summary } from '../../src/model/index.js'
import { jianbao, root } from './cli.js'

/** `{ a: 1, b: [{ c: 'x' }] }` → the paths of its keys, with the kinds of their values. */
function shape(value: unknown, path = '$', into = new Map<string, Set<string>>()): Map<string, Set<string>> {
  const kind = value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value
  into.set(path, (into.get(path) ?? new Set()).add(kind))
  if (Array.isArray(value)) for (const item of value) shape(item, `${path}[]`, into)
  else if (kind === 'object') {
    const dynamic = path.endsWith('.credits') || path.endsWith('.params')
    for (const [key, item] of Object.entries(value as object)) shape(item, `${path}.${dynamic ? '*' : key}`, into)
  }
  return into
}

it('keeps the JSON contract of parse', async () => {
  const files = ['women-federation.html', 'nonggong-jiangling.txt', 'red-cross.md', 'trade-union.txt']
  const run = await jianbao(['parse', ...files.map((file) => join('assets/examples', file)), '--json'], root)
  expect(run.code, run.stderr).toBe(0)
  const { articles } = JSON.parse(run.stdout)
  expect(articles).toHaveLength(4)
  for (const article of articles) {
    Summary.parse(article)
    for (const { quantity, evidence } of article.facts) {
      expect(article.article.text.slice(evidence.start, evidence.end)).toBe(quantity.surface)
      expect(article.article.text.startsWith(evidence.sentence, evidence.sentenceStart)).toBe(true)
    }
  }
  const lines = [...shape(articles)].map(([path, kinds]) => `${path}: ${[...kinds].sort().join(' | ')}`).sort()
  await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot('contract.snapshot.txt')
})
