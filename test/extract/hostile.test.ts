import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decode } from '../../src/collect/encoding.js'
import { extract } from '../../src/extract/index.js'
import { Article, type MediaType, MediaType as MediaTypes } from '../../src/model/index.js'
import { sourceOf } from './helpers.js'

const SENTENCE = '镇里的志愿者为三十户人家送去了蔬菜，还打扫了院子。'
const paragraph = `<p>${SENTENCE}</p>`

/** What every reader of an `Article` relies on. */
function expectSound(text: string, mediaType: MediaType): void {
  const { value: article, notes } = extract(sourceOf(text, mediaType))
  if (article === null) {
    expect(notes.map(({ code }) => code)).toEqual([expect.stringMatching(/^(?:no-article|not-chinese)$/)])
    return
  }
  expect(Article.safeParse(article).error).toBeUndefined()
  expect(article.text).toBe(article.text.normalize('NFC'))
  expect(article.text.split('\n').filter((line) => line !== line.trim())).toEqual([])
  const misplaced = article.sections.filter(
    ({ heading, start, end }) => end <= start || !article.text.slice(start, end).startsWith(heading.zh),
  )
  expect(misplaced).toEqual([])
}

/** Each of these takes minutes or all memory where a step needs more than linear time. */
describe('pages made to stop a reader', () => {
  const times = (count: number, make: (i: number) => string) =>
    Array.from({ length: count }, (_, i) => make(i)).join('')
  it.each<[string, string, MediaType]>([
    ['100,000 nested boxes', '<div>'.repeat(100_000) + paragraph, 'text/html'],
    ['nested tables', '<table><tr><td>'.repeat(12_000) + paragraph, 'text/html'],
    ['nested lists', '<ul><li>'.repeat(30_000) + paragraph, 'text/html'],
    ['fonts that never close', times(20_000, (i) => `<font id=${i}><p>字。`), 'text/html'],
    ['links that never close', '<a href=x>某地新闻'.repeat(50_000) + paragraph, 'text/html'],
    ['100,000 attributes', `<p ${times(100_000, (i) => `a${i}=1 `)}>${SENTENCE}</p>`, 'text/html'],
    ['30,000 headings', times(30_000, (i) => `<h2>第${i}号标题很不错</h2>`), 'text/html'],
    ['a paragraph of a million characters', `<p>${'志愿者送去蔬菜，'.repeat(125_000)}</p>`, 'text/html'],
    ['a comment that never ends', `<!--${'-'.repeat(2_000_000)}${paragraph}`, 'text/html'],
    ['spaces inside a byline', `<p>来源${' '.repeat(1_000_000)}：某报</p>${paragraph}`, 'text/html'],
    [
      'brackets in linked data',
      `<script type="application/ld+json">${'['.repeat(300_000)}</script>${paragraph}`,
      'text/html',
    ],
    ['a title of 100,000 parts', `<title>${'某题_'.repeat(100_000)}</title>${paragraph}`, 'text/html'],
    ['a line of a million characters', '志愿者送去蔬菜'.repeat(150_000), 'text/plain'],
    ['a line of 100,000 words', '志愿者 送去 蔬菜。 '.repeat(100_000), 'text/plain'],
    ['200,000 lines without a sentence', '某个标题\n'.repeat(200_000), 'text/plain'],
    ['spaces', `标题${' '.repeat(1_000_000)}x\n${'　'.repeat(1_000_000)}y`, 'text/plain'],
    ['open brackets', `${'（'.repeat(500_000)}\n${'【'.repeat(500_000)}\n字`, 'text/plain'],
    ['labels', `标题\n${'来源：'.repeat(200_000)}\n（记者${'某某 '.repeat(100_000)}`, 'text/plain'],
    ['digits', `${'1'.repeat(500_000)}\n${'2020-'.repeat(200_000)}\n2020年${' '.repeat(500_000)}字`, 'text/plain'],
    ['half of a tag', `${'<p '.repeat(200_000)}\n${'&#'.repeat(200_000)}\n字`, 'text/plain'],
    [
      'marks of Markdown',
      `${'['.repeat(100_000)}\n${'**'.repeat(100_000)}\n# ${'#'.repeat(100_000)}\n| ${'| '.repeat(100_000)}\n${'- '.repeat(100_000)}x`,
      'text/markdown',
    ],
    ['front matter that never ends', `---\n${'a: b\n'.repeat(100_000)}`, 'text/markdown'],
  ])('%s', (_, text, mediaType) => expectSound(text, mediaType))
})

describe('whatever comes', () => {
  const mediaTypes = fc.constantFrom(...MediaTypes.options)
  const scraps = fc.constantFrom(
    '<p>',
    '</p>',
    '<div class="content">',
    '</div>',
    '<table><tr><td>',
    '</td></tr></table>',
    '<h1>',
    '<br>',
    '<b>',
    '<script>',
    '<!--',
    '&nbsp;',
    '&#x0;',
    '来源：',
    '责任编辑：',
    '2021-07-06 08:18',
    '2021年13月40日',
    '原标题：《',
    '》',
    '推荐阅读',
    '一、',
    '（一）',
    '# ',
    '| ',
    '- ',
    '\n',
    '\u3000\u3000',
    '\u2028',
    '\ud800',
    'é',
    'e\u0301',
    '👩‍🚒',
    '。',
    '！',
    SENTENCE,
    '标题',
  )

  it('becomes an article or a note: bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 600 }), mediaTypes, (bytes, mediaType) =>
        expectSound(`${decode(Buffer.from(bytes)).text}\n${SENTENCE}`, mediaType),
      ),
    )
  })

  it('becomes an article or a note: scraps of pages', () => {
    fc.assert(
      fc.property(fc.array(scraps, { maxLength: 60 }), mediaTypes, (parts, mediaType) =>
        expectSound(parts.join(''), mediaType),
      ),
      { numRuns: 400 },
    )
  })

  it('becomes an article or a note: strings', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), mediaTypes, (text, mediaType) => {
        expectSound(text, mediaType)
        expectSound(`${text}\n${SENTENCE}`, mediaType)
      }),
    )
  })
})
