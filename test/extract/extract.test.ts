import { describe, expect, it } from 'vitest'
import { extract } from '../../src/extract/index.js'
import { STEPS } from '../../src/extract/steps.js'
import { articleOf, sourceOf } from './helpers.js'

const BODY = [
  '7月3日以来，青禾县连降大雨，沙溪河水位超过警戒线1.2米。',
  '县总工会当晚召集6支职工志愿服务队，分赴沙溪、柳湾两镇转移群众。',
  '截至7月5日18时，志愿者共转移老人和儿童412人，搬运沙袋3600余个。',
]
const paragraphs = BODY.map((text) => `<p>${text}</p>`).join('')
const page = (head: string, before: string, after = '') =>
  `<html><head>${head}</head><body><div class="main"><h1>青禾县总工会转移群众四百人</h1>${before}<div class="content">${paragraphs}</div>${after}</div></body></html>`

describe('an article that goes on over other pages', () => {
  const body = '<p>青禾县志愿者转移群众412人，发放大米300袋。</p><p>县里连夜调集船只，把老人和孩子送到学校。</p>'
  const page = (pager: string) =>
    `<html><body><h1>青禾县转移群众</h1><div id="content">${body}${pager}</div></body></html>`
  const codes = (pager: string) => extract(sourceOf(page(pager))).notes.map(({ code }) => code)

  it.each([
    '<div>1 <a href="2.html">2</a> <a href="3.html">3</a> <a href="2.html">下一页</a></div>',
    '<p><a href="2.html">上一页</a> 1/3 <a href="2.html">下一页</a></p>',
    '<p><a href="all.html">余下全文</a></p>',
  ])('says so: %s', (pager) => {
    expect(codes(pager)).toEqual(['further-pages'])
    expect(extract(sourceOf(page(pager))).value?.text).not.toMatch(/[下上]一页|全文/)
  })

  it.each(['<p><a href="b.html">下一页</a></p>', '<p>下一页的故事，从这3户人家说起。</p>', ''])(
    'alone: %s',
    (pager) => {
      expect(codes(pager)).toEqual([])
    },
  )
})

describe('the time of publication', () => {
  const timeOf = (head: string, before: string, after?: string) => articleOf(page(head, before, after)).publishedAt

  it('is the printed one, to the minute, whatever the page says elsewhere', () => {
    const head = '<meta property="article:published_time" content="2021-07-07T00:00:01+08:00">'
    expect(timeOf(head, '<div>2021年07月06日 08:18</div>')).toEqual({ value: '2021-07-06T08:18', basis: 'printed' })
  })

  it('is never a day of which the article tells', () => {
    expect(timeOf('', '<p>2021年7月1日下午，县里召开了防汛工作会议，部署转移安置。</p>').basis).toBe('unknown')
  })

  it('comes from metadata where only a relative day is printed, in the time of China', () => {
    const head = '<meta property="article:published_time" content="2021-07-05T17:30:00Z">'
    expect(timeOf(head, '<div>昨天</div>')).toEqual({ value: '2021-07-06T01:30', basis: 'metadata' })
  })

  it('is inferred from the address where nothing else tells it', () => {
    const head = '<link rel="canonical" href="https://news.example.cn/2021-07/06/content_1.htm">'
    expect(timeOf(head, '')).toEqual({ value: '2021-07-06', basis: 'inferred' })
  })

  it('is not read from impossible dates', () => {
    expect(timeOf('', '<div>2021-13-40 25:61</div>')).toEqual({ value: null, basis: 'unknown' })
  })

  it('is printed in full-width digits too', () => {
    expect(timeOf('', '<div>２０２１－０７－０６　０８：１８</div>').value).toBe('2021-07-06T08:18')
  })
})

describe('the headline', () => {
  it('is not the name of the site in a heading above it', () => {
    const html = `<title>雨中转移群众 - 东篱网</title><body><h1><a href="/">东篱网</a></h1><h2>雨中转移群众</h2>${paragraphs}`
    expect(articleOf(html).title.zh).toBe('雨中转移群众')
  })

  it('is given in full where the page cut it', () => {
    const html = `<title>青禾县总工会六支队伍连夜转...-东篱网</title><meta property="og:title" content="青禾县总工会六支队伍连夜转移群众四百人"><body><h1>青禾县总工会六支队伍连夜转...</h1>${paragraphs}`
    expect(articleOf(html).title.zh).toBe('青禾县总工会六支队伍连夜转移群众四百人')
  })

  it('keeps a dash of its own', () => {
    const html = `<title>守护——青禾职工志愿者的七天七夜_东篱网</title><body><h1>守护——青禾职工志愿者的七天七夜</h1>${paragraphs}`
    expect(articleOf(html).title.zh).toBe('守护——青禾职工志愿者的七天七夜')
  })
})

describe('front matter', () => {
  const front =
    '---\ntitle: "青禾县总工会转移群众四百人"\ndate: 2021-07-06\nsource: 青禾县总工会\nauthor: 温如玉\n---\n\n'

  it.each(['text/markdown', 'text/plain'] as const)('says title, day and names, and is no text: %s', (mediaType) => {
    const article = articleOf(`${front}${BODY.join('\n\n')}\n\n*编辑:贺兰舟 审核:丁小满*\n`, mediaType)
    expect(article).toMatchObject({
      title: { zh: '青禾县总工会转移群众四百人' },
      publishedAt: { value: '2021-07-06', basis: 'metadata' },
      publisher: '青禾县总工会',
      author: '温如玉',
    })
    expect(article.text.startsWith(BODY[0] ?? '')).toBe(true)
    expect(article.text).not.toMatch(/title|---|source:/)
  })

  it('gives way to the headline and the byline that are printed', () => {
    const article = articleOf(`${front}# 雨中的四百人\n\n2021-07-07 08:18\n\n${BODY.join('\n\n')}`, 'text/markdown')
    expect(article).toMatchObject({
      title: { zh: '雨中的四百人' },
      publishedAt: { value: '2021-07-07T08:18', basis: 'printed' },
    })
  })

  it('lets credits in italics be credits', () => {
    const article = articleOf(`# 雨中的四百人\n\n${BODY.join('\n\n')}\n\n*编辑:贺兰舟 审核:丁小满*`, 'text/markdown')
    expect(article.credits).toEqual({ 编辑: '贺兰舟', 审核: '丁小满' })
    expect(article.text).toBe(BODY.join('\n'))
  })
})

describe('the body', () => {
  const text = BODY.join('\n')

  it('has nothing that readers do not see', () => {
    const hidden =
      '<p style="display:none">看不见的一句话，有两万只口罩。</p><script>var a = "脚本里的一句话，有逗号。"</script>'
    expect(articleOf(page('', hidden, hidden)).text).toBe(text)
  })

  it('is found where a script would have to show it first', () => {
    expect(articleOf(`<title>雨</title><body><div style="display:none" id="a">${paragraphs}</div>`).text).toBe(text)
  })

  it('keeps sentences that speak of codes, hotlines and hearts', () => {
    const kept = '市民扫描二维码即可报名，热线由12人轮流值守，转发和点赞超过3万次。'
    expect(articleOf(`${text}\n${kept}`, 'text/plain').text).toContain(kept)
    expect(articleOf(page('', '', '').replace('</div></div>', `<p>${kept}</p></div></div>`)).text).toContain(kept)
  })

  it('loses what stands after the credits', () => {
    const scrape = `青禾县总工会转移群众四百人\n2021-07-06 08:18\n${text}\n来源：青禾县总工会\n编辑：温如玉\n1、回复“公交”查询线路\n2、回复“供水”查看通知`
    const article = articleOf(scrape, 'text/plain')
    expect(article.text).toBe(text)
    expect(article.credits).toEqual({ 来源: '青禾县总工会', 编辑: '温如玉' })
  })

  it('goes on behind a box of related news', () => {
    const box =
      '<div><p>相关阅读</p><ul><li><a href="1">东篱市发布暴雨红色预警</a></li><li><a href="2">三条公交线停运</a></li></ul></div>'
    const more = Array.from({ length: 8 }, (_, i) => `第${i + 1}支队伍随后赶到，共有队员三十余名，带来了抽水泵和帐篷。`)
    const html = page('', '').replace(
      '</div></div>',
      `${box}${more.map((line) => `<p>${line}</p>`).join('')}</div></div>`,
    )
    expect(articleOf(html).text).toBe([...BODY, ...more].join('\n'))
  })

  it('is in NFC, without what cannot be seen', () => {
    expect(articleOf(`标题一行\n\u200b青禾县e\u0301cole，\u00ad志愿者送去蔬菜。\ufeff`, 'text/plain').text).toBe(
      '青禾县école，志愿者送去蔬菜。',
    )
  })
})

describe('what was removed', () => {
  it('is all there, with the number of its step and the reason, in the order of the steps', () => {
    const html = page(
      '<title>青禾县总工会转移群众四百人</title>',
      '<div>2021-07-06 08:18 来源：东篱网</div>',
      '<div class="footer"><p>东篱网版权所有</p></div>',
    )
    const { removed } = articleOf(html)
    expect(removed.map(({ step, text }) => [step, text])).toEqual([
      ['02-outside', '东篱网版权所有'],
      ['03-headline', '青禾县总工会转移群众四百人'],
      ['04-byline', '2021-07-06 08:18 来源：东篱网'],
    ])
    for (const { reason } of removed) expect(reason).not.toBe('')
    expect(STEPS.map(({ id }) => id)).toEqual([...new Set(STEPS.map(({ id }) => id))])
  })
})

describe('a source without an article', () => {
  it.each(['', '   \n\t', '<html><body><img src="a.png"></body></html>', '<!-- -->'])(
    '%j gets a note that says so',
    (text) => {
      const { value, notes } = extract(sourceOf(text))
      expect(value).toBeNull()
      expect(notes).toMatchObject([{ severity: 'error', code: 'no-article', source: 'page' }])
    },
  )
})

it('reports text that a wrong encoding has damaged', () => {
  const { value, notes } = extract(sourceOf(`标题一行\n志愿者送去蔬菜，锟斤拷锟斤拷。`, 'text/plain'))
  expect(notes).toMatchObject([{ severity: 'warning', code: 'mojibake' }])
  expect(value?.text.slice(notes[0]?.start, notes[0]?.end)).toBe('锟斤拷')
})
