import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { looseDate, resolved } from '../../src/extract/loose-dates.js'
import { articleOf } from './helpers.js'

const BODY =
  '<p>7月3日以来，青禾县连降大雨，沙溪河水位超过警戒线1.2米。</p><p>县总工会当晚召集6支职工志愿服务队，分赴沙溪、柳湾两镇转移群众。</p>'
const page = (head: string, byline: string, top = '') =>
  `<html><head>${head}<title>青禾县总工会转移群众四百人</title></head><body><div>${top}</div><div class="main"><h1>青禾县总工会转移群众四百人</h1><div class="info">${byline}</div><div class="content">${BODY}</div></div></body></html>`
const timeOf = (...parts: Parameters<typeof page>) => articleOf(page(...parts)).publishedAt

describe('a day told from the day of reading', () => {
  const today = '今天是2021年7月8日 星期四'

  it.each([
    ['昨天 08:18', '2021-07-07T08:18'],
    ['今天上午', '2021-07-08'],
    ['前天 23:05', '2021-07-06T23:05'],
    ['2天前', '2021-07-06'],
  ])('%s counts from the date in the head of the page, and is marked inferred', (byline, value) => {
    expect(timeOf('', byline, today)).toEqual({ value, basis: 'inferred' })
  })

  it('counts hours from the minute that the server told', () => {
    const script = '<script>var page = {"server_time": 1625709600}</script>'
    expect(timeOf(script, '3小时前')).toEqual({ value: '2021-07-08T07:00', basis: 'inferred' })
  })

  it('is unknown where no time is known: neither the clock nor the day of saving counts', () => {
    expect(timeOf('', '昨天 08:18')).toEqual({ value: null, basis: 'unknown' })
    expect(timeOf('', '3小时前', today).value).toBeNull()
  })

  it('counts in plain text too', () => {
    const text = `今天是2021年7月8日 星期四\n青禾县总工会转移群众四百人\n昨天 08:18\n${BODY.replace(/<\/?p>/g, '\n')}`
    expect(articleOf(text, 'text/plain').publishedAt).toEqual({ value: '2021-07-07T08:18', basis: 'inferred' })
  })
})

describe('a day without its year', () => {
  const canonical = (path: string) => `<link rel="canonical" href="https://news.example.cn${path}">`

  it('takes it from the address, the nearest one at the turn of the year', () => {
    expect(timeOf(canonical('/a/202107/t1.html'), '07-06 08:18')).toEqual({
      value: '2021-07-06T08:18',
      basis: 'inferred',
    })
    expect(timeOf(canonical('/a/2021-01-01/t1.html'), '12月31日 23:50').value).toBe('2020-12-31T23:50')
    expect(timeOf(canonical('/2021/c-17.html'), '12月31日').value).toBe('2021-12-31')
  })

  it('adds its minute to the day of the metadata', () => {
    const head = '<meta name="publishdate" content="2021-07-06">'
    expect(timeOf(head, '07-06 08:18')).toEqual({ value: '2021-07-06T08:18', basis: 'inferred' })
    expect(timeOf(head, '08-09 08:18')).toEqual({ value: '2021-07-06', basis: 'metadata' })
  })

  it('stays unknown without a year anywhere', () => {
    expect(timeOf('', '07-06 08:18').value).toBeNull()
  })

  it('is not taken from a subtitle that tells a day of the story', () => {
    expect(timeOf(canonical('/2021/c-17.html'), '7月5日夜，六支队伍出发了').value).toBeNull()
  })

  it('never lies behind the day on which the page was shown', () => {
    const day = fc.date({ min: new Date('2000-01-01'), max: new Date('2090-01-01'), noInvalidDate: true })
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }), (date, month, of) => {
        const shown = date.toISOString().slice(0, 10)
        const loose = looseDate(`${month}月${of}日 08:18`)
        const value = loose && resolved(loose, { shown, near: null })
        expect(value?.slice(5, 10)).toBe(`${String(month).padStart(2, '0')}-${String(of).padStart(2, '0')}`)
        expect((value ?? '').slice(0, 10) <= shown).toBe(true)
      }),
    )
  })
})

describe('where an article stands', () => {
  const head =
    '<link rel="canonical" href="//news.example.cn/2021/0706/c1.html"><meta property="og:site_name" content="东篱网">'
  const crumb = '当前位置：<a href="/">首页</a> &gt; <a href="/df">地方</a> &gt; <a href="/df/qh">青禾</a> &gt; 正文'

  it('is its address, its breadcrumb and its column', () => {
    const article = articleOf(page(head, '2021-07-06 08:18', crumb))
    expect(article).toMatchObject({
      url: 'https://news.example.cn/2021/0706/c1.html',
      breadcrumb: ['地方', '青禾'],
      column: '青禾',
    })
  })

  it('is told by linked data too', () => {
    const list = { '@type': 'BreadcrumbList', itemListElement: [{ name: '首页' }, { item: { name: '要闻' } }] }
    const script = `<script type="application/ld+json">${JSON.stringify(list)}</script>`
    expect(articleOf(page(script, '2021-07-06 08:18'))).toMatchObject({ breadcrumb: ['要闻'], column: '要闻' })
  })

  it('is told of reprints: who printed it first, under which headline, where', () => {
    const byline = '2021-07-06 08:18 来源：青禾日报'
    const text = page(head, byline).replace(
      '</p></div>',
      '</p><p>原标题：雨中的四百人</p><p>原文链接：https://qinghe.example.cn/1.html</p></div>',
    )
    expect(articleOf(text).origin).toEqual({
      publisher: '青禾日报',
      title: '雨中的四百人',
      url: 'https://qinghe.example.cn/1.html',
    })
    expect(articleOf(page(head, '2021-07-06 08:18 来源：东篱网-地方频道')).origin).toBeUndefined()
    expect(articleOf(page('', '2021-07-06 08:18 转自：青禾日报')).origin?.publisher).toBe('青禾日报')
  })
})
