import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { collect } from '../../src/collect/index.js'
import { extract } from '../../src/extract/index.js'
import type { Article } from '../../src/model/index.js'

const corpus = fileURLToPath(new URL('../../../shared/corpus/', import.meta.url))
const present = existsSync(corpus)

interface Gold {
  title?: string
  publishedAt: string | null
  publishedAtAlso?: string[]
  publisher: string | null
  firstSentence: string
  lastSentence: string
  mustNotContain: string[]
  bodyChars?: number
  facts?: { context: string }[]
}

/** Without white space and with one kind of quotation marks, as the gold is compared. */
const squash = (text: string) =>
  text
    .normalize('NFKC')
    .replace(/[“”„‟＂"「」]/g, '"')
    .replace(/[‘’']/g, "'")
    .replace(/\s/g, '')

async function read(folder: string): Promise<{ name: string; gold: Gold; article: Article }[]> {
  const names = readdirSync(`${corpus}${folder}`).filter((name) => name.endsWith('.gold.json'))
  const golds = new Map(
    names.map((name) => [
      name.replace('.gold.json', ''),
      JSON.parse(readFileSync(`${corpus}${folder}/${name}`, 'utf8')) as Gold,
    ]),
  )
  const found = await collect([`${corpus}${folder}/*.{txt,html}`], { cwd: '/' })
  return found.flatMap(({ source, uri }) => {
    const name = uri.replace(/^.*\/|\.\w+$/g, '')
    const gold = golds.get(name)
    const article = source === null ? null : extract(source).value
    return gold === undefined || article === null ? [] : [{ name, gold, article }]
  })
}

function wrongWith(gold: Gold, article: Article): string[] {
  const wrong: string[] = []
  const body = squash(article.text)
  const date = article.publishedAt.value
  if (squash(article.title.zh) !== squash(gold.title ?? '')) wrong.push(`title ${article.title.zh}`)
  const dates = [gold.publishedAt, ...(gold.publishedAtAlso ?? [])].map((value) => value?.slice(0, 16) ?? null)
  if (!dates.some((value) => value === (value === null ? date : (date?.slice(0, value.length) ?? null))))
    wrong.push(`date ${date}`)
  const publisher = squash(article.publisher ?? '')
  if (gold.publisher !== null && !publisher.includes(squash(gold.publisher)))
    wrong.push(`publisher ${article.publisher}`)
  if (!body.includes(squash(gold.firstSentence))) wrong.push('first sentence')
  if (!body.includes(squash(gold.lastSentence))) wrong.push('last sentence')
  wrong.push(...gold.mustNotContain.filter((text) => body.includes(squash(text))).map((text) => `contains ${text}`))
  const length = gold.bodyChars ?? body.length
  if (Math.abs(body.length - length) > Math.max(40, 0.12 * length)) wrong.push(`length ${body.length} for ${length}`)
  return wrong
}

describe.skipIf(!present)('the corpus (skipped where ../shared/corpus is absent)', () => {
  it('has 15 pages of 15 sites, all read right', async () => {
    const pages = await read('pages')
    expect(pages).toHaveLength(15)
    for (const { name, gold, article } of pages) expect([name, wrongWith(gold, article)]).toEqual([name, []])
  })

  it('has 12 plain texts: no sentence with a figure is lost, both whole scrapes are read right', async () => {
    const texts = await read('articles')
    expect(texts).toHaveLength(12)
    for (const { name, gold, article } of texts) {
      const body = squash(article.text)
      expect([name, (gold.facts ?? []).filter(({ context }) => !body.includes(squash(context)))]).toEqual([name, []])
      if (gold.title !== undefined) expect([name, wrongWith(gold, article)]).toEqual([name, []])
    }
  })

  it('has texts and pages that nobody prepared: each gives an article with a title', async () => {
    const found = await collect([`${corpus}more-texts`, `${corpus}more-pages`], { cwd: '/' })
    expect(found.length).toBeGreaterThan(150)
    const without = found.filter(({ source }) => source === null || (extract(source).value?.title.zh ?? '') === '')
    expect(without.map(({ uri }) => uri)).toEqual([])
  })
})
