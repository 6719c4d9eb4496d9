import * as lib from '@cantoo/pdf-lib'
import { SaxesParser } from 'saxes'
import { afterAll, describe, expect, it } from 'vitest'
import { openBrowser } from '../../src/browser/index.js'
import { reopen } from '../../src/inspect/reading/index.js'
import { readPdf } from '../../src/pdf/index.js'
import { printNumbered } from '../../src/print/contents.js'
import { finish } from '../../src/print/finish.js'
import { print } from '../../src/print/index.js'
import { placeholder } from '../../src/print/numbers/places.js'
import { printPage, showPage } from '../../src/print/page.js'
import { sampleDocument } from './fixture.js'

const session = await openBrowser()
afterAll(() => session.close())

const document = await sampleDocument()
const first = await print(document, session)
const pdf = await lib.PDFDocument.load(first.value, { updateMetadata: false })
const key = (name: string) => lib.PDFName.of(name)

describe('a printed document', () => {
  it('is the same, byte for byte, in another process, at another time, in another time zone', async () => {
    const zone = process.env.TZ
    process.env.TZ = 'Pacific/Kiritimati'
    await using other = await openBrowser()
    // What a browser printed before must not show either.
    await print(await sampleDocument({}, '<table><tr><th>其他<td>x</table>'), other)
    const again = await print(document, other)
    process.env.TZ = zone
    expect(Buffer.compare(first.value, again.value)).toBe(0)
  })

  it('takes its dates from the document, and from nowhere else', async () => {
    expect(pdf.getCreationDate()?.toISOString()).toBe('2021-07-01T00:00:00.000Z')
    const undated = await print({ ...document, date: null, contents: [] }, session)
    const reopened = await lib.PDFDocument.load(undated.value, { updateMetadata: false })
    expect(reopened.getModificationDate()?.getTime()).toBe(0)
  })

  it('says what it is: title, subject, keywords, language, in both kinds of metadata', () => {
    expect([pdf.getTitle(), pdf.getSubject(), pdf.getKeywords()]).toEqual([
      '青石市妇女联合会简报',
      'Response to floods',
      '妇联, floods & relief',
    ])
    const packet = pdf.catalog.lookup(key('Metadata'), lib.PDFStream)
    const xmp = Buffer.from(packet.getContents()).toString('utf8')
    expect(xmp).toContain('<rdf:li xml:lang="x-default">青石市妇女联合会简报</rdf:li>')
    expect(xmp).toContain('floods &amp; relief')
    expect(xmp).toContain('<pdfuaid:part>1</pdfuaid:part>')
    expect(pdf.catalog.lookup(key('ViewerPreferences'), lib.PDFDict).get(key('DisplayDocTitle'))).toBe(lib.PDFBool.True)
    expect(Buffer.from(first.value.subarray(0, 8)).toString()).toBe('%PDF-1.7')
  })

  it('has metadata that XML readers can read, whatever stands in its title', async () => {
    const printed = await print({ ...document, title: '妇联 \u0001 <b>\ud800', contents: [] }, session)
    const reopened = await lib.PDFDocument.load(printed.value, { updateMetadata: false })
    const packet = Buffer.from(reopened.catalog.lookup(key('Metadata'), lib.PDFStream).getContents()).toString('utf8')
    const parser = new SaxesParser({ xmlns: true })
    let title = ''
    parser.on('text', (text) => {
      title ||= text.includes('妇联') ? text : ''
    })
    parser.on('error', (error) => expect.unreachable(error.message))
    parser.write(packet.replace(/<\?xpacket[^>]*\?>/g, '')).close()
    expect(title).toBe('妇联 \ufffd <b>\ufffd')
  })

  it('leads from a figure to its evidence and back, where each of them is drawn', async () => {
    const there = '<p>甲捐款<a href="#proof" id="figure">35万元</a>，<a href="#gone">无处</a></p>'
    const away = '<div style="break-before:page;padding-top:80px" id="proof"><a href="#figure">1</a> 原句</div>'
    const printed = await print(await sampleDocument({ contents: [] }, there + away), session)
    const { file, links, destinations } = await reopen(printed.value)
    expect([destinations.get('figure'), destinations.get('proof')]).toEqual([3, 4])
    // Below the margin of 20 mm and the room above it.
    const top = Number(file.array(file.dict(file.catalog.get('/Dests'))?.get('/proof'))[3])
    expect(841.9 - top).toBeGreaterThan(110)
    expect(841.9 - top).toBeLessThan(125)
    expect(links.map(({ destination }) => destination)).toEqual(expect.arrayContaining(['proof', 'figure']))
    expect(JSON.stringify(links)).not.toContain('jianbao:')
  })

  it('prints a template that links to an id with a percent sign in it', async () => {
    const odd = await sampleDocument({ contents: [] }, '<p id="50%">服务</p><p><a href="#50%">服务</a></p>')
    const { value } = await print(odd, session)
    expect((await lib.PDFDocument.load(value)).getPageCount()).toBe(3)
  })

  it('carries its attachments, named and described', () => {
    const files = pdf.getAttachments().map(({ name, description, data, mimeType }) => ({
      name,
      description,
      mimeType,
      text: Buffer.from(data).toString('utf8'),
    }))
    expect(files.sort((a, b) => a.name.localeCompare(b.name, 'en'))).toEqual([
      { name: 'a.txt', description: 'The source', mimeType: 'text/plain', text: '青石市妇联捐款。' },
      { name: '简报.json', description: 'The model 模型', mimeType: 'application/json', text: '{"facts": 2}' },
    ])
    expect(pdf.catalog.lookup(key('AF'), lib.PDFArray).size()).toBe(2)
  })

  it('tells a screen reader what each link is', () => {
    const texts = pdf.getPages().flatMap(({ node }) => {
      const annotations = node.Annots()
      return Array.from({ length: annotations?.size() ?? 0 }, (_, i) =>
        annotations?.lookup(i, lib.PDFDict).lookup(key('Contents'), lib.PDFHexString).decodeText(),
      )
    })
    expect(texts).toContain('数字 Figures')
    expect(texts).toContain('来源')
    expect(texts).not.toContain(undefined)
  })

  it('tells a screen reader each text in one piece, in the element that means something', async () => {
    const { structure, ...reading } = await reopen(first.value)
    const types = new Set<string>()
    const texts: string[] = []
    const walk = (element: NonNullable<typeof structure>): string => {
      types.add(element.type)
      const text = element.content.map((part) => ('children' in part ? walk(part) : part.text)).join('')
      if (['H1', 'TD', 'P'].includes(element.type)) texts.push(text)
      return text
    }
    if (structure) walk(structure)
    expect([...types]).toEqual(expect.arrayContaining(['H1', 'Table', 'TH', 'Link', 'Figure']))
    expect(types).not.toContain('NonStruct')
    expect(texts).toContain('青石市妇女联合会简报')
    expect(texts).toContain('捐款 35.71万元')
    expect(reading.pages.flatMap(({ marked }) => [...marked.values()]).length).toBeGreaterThan(10)
  })

  it('leads from every marked text back to its element', () => {
    const tree = pdf.catalog.lookup(key('StructTreeRoot'), lib.PDFDict).lookup(key('ParentTree'), lib.PDFDict)
    const entries = tree.lookup(key('Nums'), lib.PDFArray)
    const owners = Array.from({ length: entries.size() }, (_, i) => entries.lookup(i)).flatMap((entry) =>
      entry instanceof lib.PDFArray ? Array.from({ length: entry.size() }, (_, i) => entry.lookup(i)) : [entry],
    )
    const elements = owners.filter((owner) => owner instanceof lib.PDFDict)
    expect(elements.length).toBeGreaterThan(20)
    for (const element of elements) expect(element.get(key('S'))).toBeDefined()
  })

  it('names the right pages in its contents', async () => {
    const filler = '<p style="break-before:page">页</p>'.repeat(11)
    const late = await sampleDocument({ contents: ['figures', 'late'] }, `${filler}<h2 id="late">最后 Last</h2>`)
    late.html = late.html.replace(
      '</nav>',
      '<p><a href="#late">最后 Last</a> <span data-page-of="late">000</span></p></nav>',
    )
    const { plain, destinations } = await reopen((await print(late, session)).value)
    expect(destinations.get('late')).toBe(14)
    expect(plain[0]).toContain('最后Last14')
    expect(plain[0]).toContain('数字Figures2')
  })

  it.each([
    ['set into what was printed', '', 1],
    ['set where glyphs are drawn together', 'font-size:9pt', 1],
    ['printed again where their places were not drawn', 'display:none !important', 2],
  ])('has them %s', async (_, style, times) => {
    const { html, paper } = document
    const drawn = html.replaceAll('data-page-of="evidence"', `data-page-of="evidence" style="${style}"`)
    let prints = 0
    const { numbers, text } = await session.withPage(async ({ page }) => {
      await showPage(page, drawn, 30_000)
      const { pdf, numbers } = await printNumbered(page, async () => {
        prints++
        return readPdf(await printPage(page, { format: paper, tagged: true }))
      })
      return { numbers, text: (await reopen(await finish(pdf, document, []))).plain[0] }
    })
    expect(prints).toBe(times)
    expect(numbers.get('figures')).toBe(2)
    expect(text).toContain('数字Figures2')
    expect(text).not.toContain(placeholder)
  })

  it('says so where the contents name something that is not there', async () => {
    const { notes } = await print({ ...document, contents: ['nowhere'] }, session)
    expect(notes.map(({ code }) => code)).toContain('contents-target-missing')
  })

  it('says what the page asked for in vain', async () => {
    const curious = await sampleDocument({}, '<img src="http://127.0.0.1:9/logo.png" alt="">')
    const { notes } = await print(curious, session)
    expect(notes.find(({ code }) => code === 'request-refused')?.message).toContain('http://127.0.0.1:9/logo.png')
  })
})
