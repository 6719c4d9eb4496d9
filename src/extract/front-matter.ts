import { firstDate } from './dates.js'
import type { Page } from './page.js'

const BLOCK = /^\s{0,20}---[ \t]*\r?\n([\s\S]{0,5000}?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/
const KEYS: Record<string, 'title' | 'date' | 'publisher' | 'author'> = {
  title: 'title',
  标题: 'title',
  date: 'date',
  published: 'date',
  日期: 'date',
  source: 'publisher',
  publisher: 'publisher',
  来源: 'publisher',
  author: 'author',
  作者: 'author',
}

export type FrontMatter = Partial<Record<(typeof KEYS)[string], string>>

/** A text without the block of `key: value` lines that files of Markdown begin with, and what that block says. */
export function splitFrontMatter(text: string): { body: string; front: FrontMatter } {
  const block = BLOCK.exec(text)
  const lines = block?.[1]?.split(/\r?\n/) ?? []
  const pairs = lines.flatMap((line) => {
    const [, key = '', value = ''] = /^([\p{L}_-]{2,20})\s?[:：]\s{0,8}(.{1,300})$/u.exec(line) ?? []
    const name = KEYS[key.toLowerCase()]
    return name === undefined ? [] : [[name, value.trim().replace(/^(["'])(.*)\1$/, '$2')] as const]
  })
  if (block === null || pairs.length === 0) return { body: text, front: {} }
  return { body: text.slice(block[0].length), front: Object.fromEntries(pairs.reverse()) }
}

/** Fills what the text does not print itself. */
export function withFrontMatter(page: Page, { title, date, publisher, author }: FrontMatter): Page {
  const known = firstDate(date ?? '')
  const guessed = page.publishedAt.basis === 'inferred' || page.publishedAt.basis === 'unknown'
  return {
    ...page,
    title: title ?? page.title,
    publishedAt: guessed && known !== null ? { value: known, basis: 'metadata' } : page.publishedAt,
    publisher: page.publisher ?? publisher ?? null,
    author: page.author ?? author ?? null,
  }
}
