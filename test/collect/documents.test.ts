import { mkdtemp, realpath, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import iconv from 'iconv-lite'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { collect } from '../../src/collect/index.js'
import { extract } from '../../src/extract/index.js'
import type { Article } from '../../src/model/index.js'
import { type PdfText, pdf, word, zip } from './archive.js'

let cwd: string
beforeEach(async () => {
  cwd = await realpath(await mkdtemp(join(tmpdir(), 'documents-')))
})
afterEach(() => rm(cwd, { recursive: true, force: true }))

/** What a reader of the file would take away from it, whatever the file is called. */
async function read(bytes: Buffer | string, name = 'file'): Promise<Article[]> {
  await writeFile(join(cwd, name), bytes)
  const found = await collect([name], { cwd })
  return found.map(({ source, problem }) => {
    if (source === null) throw new Error(problem?.message)
    const article = extract(source).value
    if (article === null) throw new Error(`no article in ${source.text}`)
    return article
  })
}

async function problemOf(bytes: Buffer | string) {
  await writeFile(join(cwd, 'file'), bytes)
  return (await collect(['file'], { cwd }))[0]?.problem
}

const TITLE = '青禾县妇联连夜转移群众四百余人'
const FIRST = '青禾县连降大雨，县妇联组织志愿者转移群众412人，发放大米300袋、饮用水1200箱。'
const SECOND = '县妇联募集善款35.6万元，全部用于受灾家庭的生活安置，其中20万元已经发放到户。'

const paragraph = (text: string, properties = '', run = '') =>
  `<w:p><w:pPr>${properties}</w:pPr><w:r><w:rPr>${run}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`

describe('a Word document', () => {
  const styles = `<w:styles xmlns:w="w"><w:style w:styleId="a3"><w:name w:val="Title"/></w:style><w:style w:styleId="1"><w:name w:val="heading 1"/></w:style><w:style w:styleId="x"><w:name w:val="我的标题"/><w:basedOn w:val="1"/></w:style></w:styles>`
  const numbering = `<w:numbering xmlns:w="w"><w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2 "/></w:lvl></w:abstractNum><w:num w:numId="2"><w:abstractNumId w:val="7"/></w:num></w:numbering>`
  const numbered = (depth: number) => `<w:numPr><w:ilvl w:val="${depth}"/><w:numId w:val="2"/></w:numPr>`

  it('keeps title, headings with the numbers that Word prints, and paragraphs', async () => {
    const body = [
      paragraph(TITLE, '<w:pStyle w:val="a3"/>'),
      paragraph('转移安置', `<w:pStyle w:val="x"/>${numbered(0)}`),
      paragraph(FIRST),
      paragraph('募集善款', `<w:pStyle w:val="1"/>${numbered(0)}`),
      paragraph(SECOND),
    ].join('')
    const [article] = await read(word(body, { 'word/styles.xml': styles, 'word/numbering.xml': numbering }))
    expect(article?.title.zh).toBe(TITLE)
    expect(article?.text).toBe(`一、转移安置\n${FIRST}\n二、募集善款\n${SECOND}`)
    expect(article?.sections.map(({ heading }) => heading.zh)).toEqual(['一、转移安置', '二、募集善款'])
  })

  it('shows what a reader sees: no deletions, no field codes, no second copies of text boxes', async () => {
    const body = `${paragraph(TITLE, '<w:pStyle w:val="a3"/>')}<w:p><w:r><w:t>${FIRST.slice(0, 10)}</w:t></w:r><w:del><w:r><w:delText>删去的话</w:delText><w:t>也删去</w:t></w:r></w:del><w:r><w:instrText>HYPERLINK</w:instrText></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>暗藏</w:t></w:r><w:hyperlink><w:r><w:t>${FIRST.slice(10)}</w:t></w:r></w:hyperlink></w:p><mc:AlternateContent><mc:Choice>${paragraph(SECOND)}</mc:Choice><mc:Fallback>${paragraph(SECOND)}</mc:Fallback></mc:AlternateContent>`
    const [article] = await read(word(body, { 'word/styles.xml': styles }))
    expect(article?.text).toBe(`${FIRST}\n${SECOND}`)
  })

  it('keeps tables as tables', async () => {
    const row = (...cells: string[]) =>
      `<w:tr>${cells.map((cell) => `<w:tc>${paragraph(cell)}</w:tc>`).join('')}</w:tr>`
    const table = `<w:tbl>${row('乡镇', '转移人数')}${row('白塔镇', '132人')}</w:tbl>`
    const [article] = await read(
      word(paragraph(TITLE, '<w:pStyle w:val="a3"/>') + paragraph(FIRST) + table + paragraph(SECOND), {
        'word/styles.xml': styles,
      }),
    )
    expect(article?.text).toContain('白塔镇\t132人')
  })

  it('is dated by itself, else by when it was written, which is marked as inferred', async () => {
    const core =
      '<cp:coreProperties xmlns:cp="c" xmlns:dc="d" xmlns:dcterms="t"><dc:title>文档1</dc:title><dcterms:created>2024-06-12T02:30:00Z</dcterms:created></cp:coreProperties>'
    const [article] = await read(
      word(paragraph(TITLE, '<w:pStyle w:val="a3"/>') + paragraph(FIRST) + paragraph(SECOND), {
        'word/styles.xml': styles,
        'docProps/core.xml': core,
      }),
    )
    expect(article?.title.zh).toBe(TITLE)
    expect(article?.publishedAt).toEqual({ value: '2024-06-12T10:30', basis: 'inferred' })
  })

  it.each<[string, Buffer, string]>([
    ['without text', word('<w:p/>'), 'no-text'],
    ['cut short', word(paragraph(FIRST.repeat(200))).subarray(0, 400), 'document-damaged'],
    ['that is another archive', zip({ 'a.txt': 'x' }), 'binary-file'],
    ['that lies about its size', zip({ 'word/document.xml': Buffer.alloc(3_000_000, 0x61) }, 10), 'document-damaged'],
    ['that is a bomb', zip({ 'word/document.xml': Buffer.alloc(150_000_000) }), 'document-damaged'],
    ['that is no XML', zip({ 'word/document.xml': '<'.repeat(100_000) }), 'document-damaged'],
  ])('%s says so', async (_, bytes, code) => {
    expect(await problemOf(bytes)).toMatchObject({ code, hint: expect.any(String) })
  })
})

describe('a PDF', () => {
  const lines = (text: string, y: number, width = 20): PdfText[] => {
    const first = { text: text.slice(0, width - 2), x: 114, y }
    const rest = text.slice(width - 2).match(new RegExp(`.{1,${width}}`, 'gu')) ?? []
    return [first, ...rest.map((line, i) => ({ text: line, x: 90, y: y - 20 * (i + 1) }))]
  }

  it('gives back the paragraphs that its lines were cut from, without what runs along the pages', async () => {
    const head = (number: number) => [
      { text: '青禾县妇联简报', x: 90, y: 800, size: 9 },
      { text: `— ${number} —`, x: 280, y: 40, size: 9 },
    ]
    const pages = [
      [...head(1), { text: TITLE, x: 150, y: 740, size: 20 }, ...lines(FIRST, 680), ...lines(SECOND, 560)],
      [...head(2), ...lines(FIRST.replace('412', '96'), 740), ...lines(SECOND.replace('35.6', '9.8'), 600)],
    ]
    const [article] = await read(pdf(pages))
    expect(article?.title.zh).toBe(TITLE)
    expect(article?.text.split('\n')).toEqual([
      FIRST,
      SECOND,
      FIRST.replace('412', '96'),
      SECOND.replace('35.6', '9.8'),
    ])
  })

  describe('of two columns', () => {
    const third =
      '县妇联还走访慰问独居老人96户，送去棉被120床、药品48箱，帮助清理淤泥的房屋有63间，志愿者连续工作了9天。'
    /** A paragraph in lines of 18 characters from the left edge of its column, its first line indented. */
    const column = (texts: string[], x: number, top: number): PdfText[] => {
      const cut = texts.flatMap((text) => [
        { text: text.slice(0, 16), x: x + 24 },
        ...(text.slice(16).match(/.{1,18}/gu) ?? []).map((line) => ({ text: line, x })),
      ])
      return cut.map((line, i) => ({ ...line, y: top - 20 * i }))
    }
    const left = column([FIRST, third], 60, 680)
    const right = column([SECOND, third.replace('96', '35')], 310, 680)
    const body = [FIRST, third, SECOND, third.replace('96', '35')]
    const headline = { text: TITLE, x: 140, y: 740, size: 20 }

    it.each([
      ['column by column', [headline, ...left, ...right]],
      [
        'row by row',
        [headline, ...left.flatMap((line, i) => [line, ...right.slice(i, i + 1)]), ...right.slice(left.length)],
      ],
    ])('is read down one and then down the other, drawn %s', async (_, texts) => {
      const [article] = await read(pdf([texts]))
      expect(article?.title.zh).toBe(TITLE)
      expect(article?.text.split('\n')).toEqual(body)
    })

    it('is no table: its rows stay together', async () => {
      const rows = ['望湖镇', '石门镇', '城东街道', '柳湾镇', '沙溪镇', '青禾镇'].flatMap((town, i) => [
        { text: town, x: 100, y: 400 - 20 * i },
        { text: `帐篷${120 + i}顶`, x: 330, y: 400 - 20 * i },
      ])
      const [article] = await read(pdf([[headline, ...lines(FIRST, 680), ...rows]]))
      expect(article?.text).toContain('城东街道 帐篷122顶')
    })
  })

  it('made by jianbao is no source: named it says so, in a folder it is passed over', async () => {
    const own = pdf([lines(FIRST, 700)], '/Creator(jianbao)')
    expect(await problemOf(own)).toMatchObject({ code: 'own-briefing' })
    await rm(join(cwd, 'file'))
    await writeFile(join(cwd, 'briefing.pdf'), own)
    await writeFile(join(cwd, '1.txt'), FIRST)
    expect((await collect(['.'], { cwd })).map(({ uri }) => uri)).toEqual(['1.txt'])
  })

  it.each<[string, Buffer, string]>([
    ['without a text layer', pdf([[]]), 'no-text'],
    ['cut short', pdf([lines(FIRST, 700)]).subarray(0, 300), 'document-damaged'],
    ['in name only', Buffer.from('%PDF-1.7\n青禾县'), 'document-damaged'],
  ])('%s says so', async (_, bytes, code) => {
    expect(await problemOf(bytes)).toMatchObject({ code, hint: expect.any(String) })
  })
})

describe('a message', () => {
  const encoded = (text: string, charset: string) =>
    `=?${charset}?B?${iconv.encode(text, charset).toString('base64')}?=`

  it('has its subject as title and its date as date, in China', async () => {
    const mail = `From: ${encoded('王编辑', 'gb2312')} <w@example.com>\r\nTo: x@example.com\r\nSubject: ${encoded(`转发：${TITLE}`, 'gb2312')}\r\nDate: Wed, 12 Jun 2024 02:30:00 +0000\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=gb2312\r\nContent-Transfer-Encoding: base64\r\n\r\n${iconv.encode(`${FIRST}\n\n${SECOND}`, 'gb2312').toString('base64')}\r\n`
    const [article] = await read(mail, 'mail.eml')
    expect(article?.title.zh).toBe(TITLE)
    expect(article?.publishedAt).toEqual({ value: '2024-06-12T10:30', basis: 'metadata' })
    expect(article?.text).toBe(`${FIRST}\n${SECOND}`)
  })

  it('is read though it does not say what it is written in', async () => {
    const mail = Buffer.concat([
      Buffer.from('From: w@example.com\nSubject: x\nDate: Wed, 12 Jun 2024 02:30:00 +0000\nMIME-Version: 1.0\n\n'),
      iconv.encode(`${TITLE}\n${FIRST}\n${SECOND}\n`, 'gb18030'),
    ])
    expect((await read(mail))[0]?.text).toContain(SECOND)
  })

  it.each(['gb2312', 'utf-8'])(
    'that is a saved page (%s) is the page, dated by itself and not by when it was saved',
    async (charset) => {
      const html = `<html><head><meta charset="${charset}"><title>${TITLE}_青禾网</title></head><body><h1>${TITLE}</h1><div>来源：青禾日报 2024-06-12 10:30</div><div><p>${FIRST}</p><p>${SECOND}</p></div></body></html>`
      const quoted = [...iconv.encode(html, charset)].map(
        (byte) => `=${byte.toString(16).toUpperCase().padStart(2, '0')}`,
      )
      const folded = quoted.join('').replace(/(?:=..){24}/g, '$&=\r\n')
      const saved = `From: <Saved by Blink>\r\nSnapshot-Content-Location: https://news.example.com/1.html\r\nSubject: x\r\nDate: Sat, 1 Mar 2025 08:00:00 -0000\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; type="text/html"; boundary="--b--"\r\n\r\n----b--\r\nContent-Type: text/html; charset="${charset}"\r\nContent-Transfer-Encoding: quoted-printable\r\nContent-Location: https://news.example.com/1.html\r\n\r\n${folded}\r\n----b--\r\nContent-Type: text/css\r\nContent-Location: x.css\r\n\r\np { color: red }\r\n----b----\r\n`
      const [article] = await read(saved, 'page.mhtml')
      expect(article).toMatchObject({
        title: { zh: TITLE },
        publishedAt: { value: '2024-06-12T10:30', basis: 'printed' },
        publisher: '青禾日报',
        text: `${FIRST}\n${SECOND}`,
      })
    },
  )

  it('without text says so, and a text that begins like one is none', async () => {
    expect(await problemOf('From: a@example.com\nMIME-Version: 1.0\nContent-Type: image/png\n\nAAAA')).toMatchObject({
      code: 'no-text',
    })
    const [article] = await read(`Subject: 汛情\n${FIRST}\n${SECOND}`)
    expect(article?.text).toContain(FIRST)
  })
})

describe('articles as JSON lines', () => {
  const record = {
    title: TITLE,
    text: `${FIRST}\n${SECOND}`,
    publishedAt: '2024-06-12T10:30:00+08:00',
    publisher: '青禾日报',
    url: 'https://news.example.com/1.html',
  }

  it('are one source each, with what their fields state', async () => {
    const html = `<html><head><meta name="author" content="某编辑"></head><body><h1>另一个标题在这里</h1><p>${FIRST}</p><p>${SECOND}</p></body></html>`
    const [first, second, third] = await read(
      [
        record,
        { ...record, text: undefined, html, url: undefined },
        { text: `${FIRST}\n${SECOND}`, publishedAt: 1718159400 },
      ]
        .map((each) => JSON.stringify(each))
        .join('\n\n'),
    )
    expect(first).toMatchObject({
      source: { uri: 'https://news.example.com/1.html' },
      title: { zh: TITLE },
      publishedAt: { value: '2024-06-12T10:30', basis: 'metadata' },
      publisher: '青禾日报',
      text: `${FIRST}\n${SECOND}`,
    })
    expect(second).toMatchObject({ source: { uri: 'file#3' }, title: { zh: TITLE }, publisher: '青禾日报' })
    expect(third?.publishedAt).toEqual({ value: '2024-06-12T10:30', basis: 'metadata' })
    expect(new Set([first?.id, second?.id, third?.id]).size).toBe(3)
  })

  it('may be one JSON array', async () => {
    expect(
      await read(JSON.stringify([record, { ...record, url: 'https://news.example.com/2.html' }], null, 2)),
    ).toHaveLength(2)
  })

  it('that cannot be read do not cost the others', async () => {
    await writeFile(
      join(cwd, 'file'),
      `${JSON.stringify(record)}\n{"title": "无文"}\n{broken}\n${JSON.stringify({ ...record, url: '', publishedAt: '去年夏天' })}\n`,
    )
    const found = await collect(['file'], { cwd })
    expect(found.map(({ uri, problem }) => [uri, problem?.code])).toEqual([
      ['https://news.example.com/1.html', undefined],
      ['file#2', 'line-not-read'],
      ['file#3', 'line-not-read'],
      ['file#4', undefined],
    ])
    expect(found[3]?.notes).toEqual([expect.objectContaining({ code: 'date-not-read', severity: 'warning' })])
  })
})

describe('standard input', () => {
  async function* pieces(...parts: (Buffer | string)[]) {
    yield* parts
  }

  it('is read as what it is', async () => {
    const bytes = iconv.encode(`${TITLE}\n${FIRST}`, 'gbk')
    const [found] = await collect(['-'], { cwd, stdin: pieces(bytes.subarray(0, 7), bytes.subarray(7)) })
    expect(found?.source).toMatchObject({ uri: '-', text: `${TITLE}\n${FIRST}`, mediaType: 'text/plain' })
  })

  it('that is empty says so', async () => {
    expect((await collect(['-'], { cwd, stdin: pieces() }))[0]?.problem).toMatchObject({
      code: 'empty-file',
      source: '-',
    })
  })
})
