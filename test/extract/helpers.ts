import { createHash } from 'node:crypto'
import { extract } from '../../src/extract/index.js'
import type { Article, MediaType, Source } from '../../src/model/index.js'

export function sourceOf(text: string, mediaType: MediaType = 'text/html'): Source {
  const digest = `sha256:${createHash('sha256').update(text).digest('hex')}`
  return { uri: 'page', mediaType, encoding: 'utf-8', text, digest }
}

export function articleOf(text: string, mediaType: MediaType = 'text/html'): Article {
  const { value } = extract(sourceOf(text, mediaType))
  if (value === null) throw new Error('no article')
  return value
}
