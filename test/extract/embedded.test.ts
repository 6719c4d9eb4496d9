import { describe, expect, it } from 'vitest'
import { extract } from '../../src/extract/index.js'
import { processorTime } from '../processor-time.js'
import { articleOf, sourceOf } from './helpers.js'

const BODY = [
  '7月3日以来，青禾县连降大雨，沙溪河水位超过警戒线1.2米。',
  '县总工会当晚召集6支职工志愿服务队，分赴沙溪、柳湾两镇转移群众。',
  '截至7月5日18时，志愿者共转移老人和儿童412人，搬运沙袋3600余个。',
  '“水退了，路还要清。”队长贺兰舟说，接下来三天，队员们将继续帮助商户清淤。',
]
const HTML = BODY.map((text) => `<p class="t">${text}</p>`).join('')
const TITLE = '青禾县总工会转移群众四百人'
const page = (inside: string) =>
  `<html><head><title>${TITLE}_东篱网</title></head><body><div class="head"><a href="/">东篱网</a></div><div id="root"></div>${inside}<div class="footer">东篱网版权所有</div></body></html>`

/** What a script keeps for itself: state, teasers, templates. */
const state = (content: string) =>
  JSON.stringify({
    user: null,
    list: [{ title: '三条公交线停运', abstract: '暴雨。'.repeat(40) }],
    detail: { publishTime: '2021-07-06 08:18', content },
  })

describe('a page that shows its body by script only', () => {
  it.each([
    ['a string of JSON', `<script>window.__STATE__ = ${state(HTML)};</script>`],
    [
      'a string whose tags are escaped for scripts',
      `<script>var data = ${state(HTML).replaceAll('<', '\\u003c')}</script>`,
    ],
    [
      'a string that is escaped for HTML',
      `<script>var data = ${state(HTML.replaceAll('<', '&lt;').replaceAll('>', '&gt;'))}</script>`,
    ],
    ['a textarea', `<textarea style="display:none">${HTML.replaceAll('<', '&lt;')}</textarea>`],
    [
      'linked data',
      `<script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', headline: TITLE, articleBody: BODY.join('\n') })}</script>`,
    ],
  ])('is read from %s', (_, inside) => {
    const article = articleOf(page(inside))
    expect(article.text.split('\n')).toEqual(BODY)
    expect(article.title.zh).toBe(TITLE)
  })

  it('keeps its time', () => {
    const { publishedAt } = articleOf(page(`<script>window.__STATE__ = ${state(HTML)}</script>`))
    expect(publishedAt).toEqual({ value: '2021-07-06T08:18', basis: 'metadata' })
  })

  it('is read as it is shown where it is shown: scripts may hold other articles', () => {
    const other = HTML.replaceAll('青禾县', '云岫县').repeat(3)
    const shown = page(`<div class="content">${HTML}</div><script>var next = ${state(other)}</script>`)
    expect(articleOf(shown).text).not.toContain('云岫县')
  })

  it('ends in time, whatever its scripts hold', () => {
    for (const script of ['"'.repeat(500_001), `"${'\\\\'.repeat(500_000)}`, `"a":"${'字'.repeat(1_000_000)}`]) {
      const started = processorTime()
      const { value, notes } = extract(sourceOf(page(`<script>${script}</script>`)))
      expect(value !== null || notes.length > 0).toBe(true)
      expect(processorTime() - started).toBeLessThan(5000)
    }
  })
})
