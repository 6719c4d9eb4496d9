import { mkdtemp, realpath, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import iconv from 'iconv-lite'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { collect } from '../../src/collect/index.js'
import { extract } from '../../src/extract/index.js'
import { processorTime } from '../processor-time.js'
import { type Answer, openSite, page, quickParts, read } from './site.js'

const TITLE = '青禾县妇联连夜转移群众四百余人'
const FIRST = '青禾县连降大雨，县妇联组织志愿者转移群众412人，发放大米300袋、饮用水1200箱。'
const SECOND = '县妇联募集善款35.6万元，全部用于受灾家庭的生活安置，其中20万元已经发放到户。'
const CONTENT = `<p>${FIRST}</p><p>${SECOND}</p>`
const escaped = CONTENT.replace(/</g, '&lt;').replace(/>/g, '&gt;')

const rss = (...items: string[]) =>
  `<?xml version="1.0" encoding="utf-8"?>\n<!-- made --><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>青禾要闻</title><link>/</link>${items.map((item) => `<item>${item}</item>`).join('')}</channel></rss>`
const xml =
  (text: string, charset = 'utf-8'): Answer =>
  (_, response) =>
    response.writeHead(200, { 'content-type': `application/xml; charset=${charset}` }).end(iconv.encode(text, charset))

let cwd: string
beforeEach(async () => {
  cwd = await realpath(await mkdtemp(join(tmpdir(), 'feeds-')))
})
afterEach(() => rm(cwd, { recursive: true, force: true }))

describe('a feed', () => {
  it('leads to its pages, in its order, each once, with the dates that pages leave out', async () => {
    const feed = rss(
      `<title>${TITLE}</title><link>/1.html</link><pubDate>Wed, 12 Jun 2024 02:30:00 GMT</pubDate><dc:creator>王某某</dc:creator>`,
      '<title>再来一次</title><link>1.html#again</link>',
      '<title>二</title><link>/2.html</link>',
    )
    await using site = await openSite({
      '/feed': xml(feed),
      '/1.html': page(TITLE, FIRST, SECOND),
      '/2.html': page('白塔县发放大米八百袋', FIRST, SECOND),
    })
    const found = await read(`${site.origin}/feed`, quickParts())
    expect(found.map(({ uri }) => uri)).toEqual([`${site.origin}/1.html`, `${site.origin}/2.html`])
    const [first] = found
    const article = first?.source && extract(first.source).value
    expect(article).toMatchObject({
      title: { zh: TITLE },
      publishedAt: { value: '2024-06-12T10:30', basis: 'metadata' },
      publisher: '青禾要闻',
      author: '王某某',
    })
  })

  it('does not overrule the date that a page prints', async () => {
    const dated = `<html><head><title>${TITLE}</title></head><body><h1>${TITLE}</h1><div>2024-06-11 08:15 来源：青禾日报</div><div>${CONTENT}</div></body></html>`
    const feed = rss('<link>/1.html</link><pubDate>Wed, 12 Jun 2024 02:30:00 GMT</pubDate>')
    await using site = await openSite({ '/feed': xml(feed), '/1.html': dated })
    const [found] = await read(`${site.origin}/feed`, quickParts())
    expect(found?.source && extract(found.source).value).toMatchObject({
      publishedAt: { value: '2024-06-11T08:15', basis: 'printed' },
      publisher: '青禾日报',
    })
  })

  it.each<[string, (link: string) => string]>([
    [
      'RSS 2.0',
      (link) =>
        rss(
          `<title>${TITLE}</title><link>${link}</link><pubDate>Wed, 12 Jun 2024 10:30:00 +0800</pubDate><description>短</description><content:encoded><![CDATA[${CONTENT}]]></content:encoded>`,
        ),
    ],
    [
      'RSS whose markup stands bare',
      (link) =>
        rss(
          `<title>${TITLE}</title><link>${link}</link><pubDate>2024-06-12 10:30:00</pubDate><description>${CONTENT}</description>`,
        ),
    ],
    [
      'RSS with slips',
      (link) =>
        rss(
          `<title>${TITLE}</title><link>${link}</link><pubDate>2024-06-12 10:30:00</pubDate><description>${escaped}&nbsp;&foo; R&D</description></wrong>`,
        ),
    ],
    [
      'RSS 1.0',
      (link) =>
        `<rdf:RDF xmlns:rdf="r" xmlns="http://purl.org/rss/1.0/" xmlns:dc="d"><channel><title>青禾要闻</title></channel><item><title>${TITLE}</title><link>${link}</link><dc:date>2024-06-12T10:30:00+08:00</dc:date><description>${escaped}</description></item></rdf:RDF>`,
    ],
    [
      'Atom',
      (link) =>
        `<feed xmlns="http://www.w3.org/2005/Atom"><title>青禾要闻</title><entry><title type="html">${TITLE}</title><link rel="self" href="/self"/><link href="${link}"/><published>2024-06-12T02:30:00Z</published><updated>2024-07-01T00:00:00Z</updated><content type="html">${escaped}</content></entry></feed>`,
    ],
    [
      'Atom with XHTML',
      (link) =>
        `<feed xmlns="http://www.w3.org/2005/Atom"><title>青禾要闻</title><entry><title>${TITLE}</title><link href="${link}"/><published>2024-06-12T02:30:00Z</published><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">${CONTENT}</div></content></entry></feed>`,
    ],
    [
      'JSON Feed',
      (link) =>
        JSON.stringify({
          version: 'https://jsonfeed.org/version/1.1',
          title: '青禾要闻',
          items: [
            { id: '1', url: link, title: TITLE, date_published: '2024-06-12T10:30:00+08:00', content_html: CONTENT },
          ],
        }),
    ],
  ])('of the kind %s stands in for pages that cannot be read, and says so', async (_, make) => {
    await using site = await openSite({})
    await writeFile(join(cwd, 'feed'), make(`${site.origin}/gone.html`))
    const [found, ...others] = await collect(['feed'], { cwd, allowPrivateNetwork: true, network: quickParts() })
    expect(others).toEqual([])
    expect(site.pages()).toEqual(['/gone.html'])
    expect(found?.notes).toEqual([expect.objectContaining({ severity: 'warning', code: 'feed-content-used' })])
    const article = found?.source && extract(found.source).value
    expect(article).toMatchObject({
      source: { uri: `${site.origin}/gone.html` },
      title: { zh: TITLE },
      publishedAt: { value: '2024-06-12T10:30', basis: 'metadata' },
      publisher: '青禾要闻',
    })
    expect(article?.text).toContain(FIRST)
    expect(article?.text).toContain(SECOND)
  })

  it('whose entry is a mere teaser gives the reason why the page could not be read', async () => {
    await using site = await openSite({ '/feed': xml(rss('<link>/gone</link><description>大雨。</description>')) })
    const [found] = await read(`${site.origin}/feed`, quickParts())
    expect(found?.problem).toMatchObject({ code: 'http-status', source: `${site.origin}/gone` })
  })

  it('cannot send the program where it may not go', async () => {
    const entries = ['http://169.254.169.254/latest/', 'file:///etc/passwd', 'http://[::ffff:127.0.0.1]/'].map(
      (link) => `<link>${link}</link>`,
    )
    await writeFile(join(cwd, 'feed'), rss(...entries))
    const found = await collect(['feed'], { cwd, network: quickParts() })
    expect(found.map(({ problem }) => problem?.code)).toEqual(['url-refused', 'url-refused', 'url-refused'])
  })

  it('tells why the page of an entry cannot be read', async () => {
    await using site = await openSite({
      '/scan.png': (_, response) => response.end(Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')),
    })
    await writeFile(join(cwd, 'feed'), rss(`<link>${site.origin}/scan.png</link>`, '<description>短</description>'))
    const found = await collect(['feed'], { cwd, allowPrivateNetwork: true, network: quickParts() })
    expect(found.map(({ problem }) => problem?.code)).toEqual(['binary-file', 'no-text'])
  })

  it('in GBK is read, one without entries says so, one in a feed is not followed', async () => {
    const gbk = rss(`<title>${TITLE}</title><description>${escaped}</description>`).replace(
      'encoding="utf-8"',
      'encoding="gb2312"',
    )
    await using site = await openSite({
      '/gbk': xml(gbk, 'gbk'),
      '/empty': xml(rss()),
      '/outer': xml(rss('<link>/gbk</link>')),
    })
    const [first, empty] = await read([`${site.origin}/gbk`, `${site.origin}/empty`], quickParts())
    expect(first?.source?.text).toContain(FIRST)
    expect(empty?.problem).toMatchObject({ code: 'feed-empty' })
    const [outer] = await read(`${site.origin}/outer`, quickParts())
    expect(outer?.source).toBeNull()
  })

  it('survives names without end and entities that grow', async () => {
    const grow =
      '<!DOCTYPE r [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><rss><channel><item><title>&b;</title></item></channel></rss>'
    for (const text of [grow, `<rss>${'<item>'.repeat(50_000)}`, `<rss>${'<'.repeat(500_000)}`]) {
      await writeFile(join(cwd, 'feed'), text)
      const start = processorTime()
      const [found] = await collect(['feed'], { cwd, network: quickParts() })
      expect(processorTime() - start).toBeLessThan(4000)
      expect(found?.source === null || (found?.source?.text.length ?? 0) < 2_000_000).toBe(true)
    }
  })
})

describe('a list of addresses', () => {
  it('is read address by address, in order; what fails does not cost the others', async () => {
    await using site = await openSite({
      '/1': page(TITLE, FIRST),
      '/2': page(TITLE, SECOND),
      '/feed': xml(rss('<link>/2</link>', '<link>/3</link>')),
      '/3': page('三', FIRST),
    })
    const lines = [
      '# 本周',
      `${site.origin}/1`,
      '',
      `${site.origin}/none`,
      'http://10.0.0.1:1/',
      `${site.origin}/feed`,
      `${site.origin}/1`,
    ]
    await writeFile(join(cwd, 'list.txt'), lines.join('\r\n'))
    const network = { ...quickParts({ attempts: 1, connectTime: 300 }) }
    const found = await collect(['list.txt'], { cwd, allowPrivateNetwork: true, network })
    expect(found.map(({ uri, source }) => [uri.replace(site.origin, ''), source !== null])).toEqual([
      ['/1', true],
      ['/none', false],
      ['http://10.0.0.1:1/', false],
      ['/2', true],
      ['/3', true],
    ])
  })

  it('is not an article that names an address', async () => {
    await writeFile(join(cwd, '1.txt'), `https://example.com/1\n${FIRST}\n`)
    const [found] = await collect(['1.txt'], { cwd })
    expect(found?.source?.text).toContain(FIRST)
  })

  it('of many hosts keeps their pages in order however slow each is', async () => {
    const late =
      (text: string, wait: number): Answer =>
      (_, response) =>
        setTimeout(() => response.end(page(text, FIRST)), wait)
    await using one = await openSite({ '/': late('一', 200) })
    await using two = await openSite({ '/': late('二', 10) })
    await using three = await openSite({ '/': late('三', 80) })
    const found = await read(
      [one, two, three].map(({ origin }) => `${origin}/`),
      quickParts(),
    )
    expect(found.map(({ source }) => /<title>(.)/.exec(source?.text ?? '')?.[1])).toEqual(['一', '二', '三'])
  })
})
