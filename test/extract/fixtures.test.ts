import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { collect } from '../../src/collect/index.js'
import { extract } from '../../src/extract/index.js'
import { Article } from '../../src/model/index.js'

const pages = fileURLToPath(new URL('../fixtures/pages/', import.meta.url))

interface Expected {
  /** Of a page without an article: the note that says so, and nothing else. */
  note?: string
  title: string
  publishedAt: string | null
  basis: string
  publisher: string | null
  author?: string
  credits?: Record<string, string>
  sections?: string[]
  body: string[]
}

/** Each folder holds a page as it would be saved, and what a careful reader would call the article on it. */
describe('pages as sites make them', () => {
  for (const name of readdirSync(pages)) {
    it(name.replaceAll('-', ' '), async () => {
      const folder = `${pages}${name}`
      const expected: Expected = JSON.parse(readFileSync(`${folder}/expected.json`, 'utf8'))
      const [collected] = await collect(['source.*'], { cwd: folder })
      if (collected?.source == null) throw new Error(`nothing was collected from ${name}`)
      const { value: article, notes } = extract(collected.source)
      if (expected.note !== undefined) {
        expect(article).toBeNull()
        expect(notes.map(({ code }) => code)).toEqual([expected.note])
        return
      }
      if (article === null) throw new Error(`no article in ${name}`)
      expect(Article.parse(article)).toEqual(article)
      expect(article.title.zh).toBe(expected.title)
      expect(article.text.split('\n')).toEqual(expected.body)
      expect(article.publishedAt).toEqual({ value: expected.publishedAt, basis: expected.basis })
      if (expected.publisher !== null) expect(article.publisher).toBe(expected.publisher)
      if (expected.author !== undefined) expect(article.author).toBe(expected.author)
      if (expected.credits !== undefined) expect(article.credits).toMatchObject(expected.credits)
      if (expected.sections !== undefined)
        expect(article.sections.map(({ heading }) => heading.zh)).toEqual(expected.sections)
      for (const { heading, start } of article.sections)
        expect(article.text.slice(start).startsWith(heading.zh)).toBe(true)
    })
  }
})
