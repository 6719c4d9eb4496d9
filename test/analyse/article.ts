import type { Article } from '../../src/model/index.js'

/** An article of a given text, as `extract` would hand it over. */
export function article(text: string, more: Partial<Article> = {}): Article {
  return {
    id: `sha256:${'0'.repeat(64)}`,
    source: { uri: 'sample.txt', mediaType: 'text/plain' },
    title: { zh: '临江县红十字会开展救助', en: '', enBasis: 'none' },
    publishedAt: { value: '2021-03-20', basis: 'printed' },
    publisher: null,
    author: null,
    credits: {},
    sections: [],
    text,
    removed: [],
    ...more,
  }
}
