import { extractText, getDocumentProxy } from 'unpdf'
import { afterAll, describe, expect, it } from 'vitest'
import { openBrowser } from '../../src/browser/index.js'
import { inspect } from '../../src/inspect/index.js'
import { readFonts } from '../../src/inspect/reading/fonts.js'
import { reopen } from '../../src/inspect/reading/index.js'
import { plainText } from '../../src/inspect/reading/plain.js'
import { readPageText } from '../../src/inspect/reading/text.js'
import type { Document, Expectations } from '../../src/model/index.js'
import { readPdf, streamText } from '../../src/pdf/index.js'
import { print } from '../../src/print/index.js'
import { sampleDocument } from '../print/fixture.js'

const session = await openBrowser()
afterAll(() => session.close())

const sound = await sampleDocument()
const pdf = (await print(sound, session)).value
const expected: Expectations = { ...sound.expectations, contents: sound.contents }

/** The checks that fail, with what they say. */
async function failing(bytes: Uint8Array, expectations: Expectations): Promise<Record<string, string>> {
  const { checks } = await inspect(bytes, expectations)
  return Object.fromEntries(checks.filter(({ passed }) => !passed).map(({ id, details }) => [id, details.join('; ')]))
}

async function failingWith(change: (document: Document) => void, extra = ''): Promise<Record<string, string>> {
  const document = await sampleDocument({}, extra)
  change(document)
  return failing((await print(document, session)).value, { ...document.expectations, contents: document.contents })
}

describe('inspecting a PDF', () => {
  it('passes one that holds all it should', async () => {
    const inspection = await inspect(pdf, expected)
    expect(inspection.checks.filter(({ passed }) => !passed)).toEqual([])
    expect(inspection).toMatchObject({ passed: true, pages: 3, bytes: pdf.length })
  })

  it('reads the same text as a PDF viewer does', async () => {
    const { text } = await extractText(await getDocumentProxy(new Uint8Array(pdf)))
    const sorted = (pages: string[]) => pages.map((page) => [...plainText(page)].sort().join(''))
    expect(sorted((await reopen(pdf)).plain)).toEqual(sorted(text))
  })

  it('reads text inside transparent groups, ligatures and letters beyond the first plane', async () => {
    const document = await sampleDocument({}, '<p id="t" style="opacity:.5">半透明 fi 𠀀</p>')
    document.expectations.charts = [{ id: 'c', labels: ['半透明 fi'] }]
    expect(await failing((await print(document, session)).value, document.expectations)).not.toHaveProperty(
      'chart-labels-present',
    )
  })

  it('goes on in the font of before behind a part that sets another for itself', () => {
    const file = readPdf(pdf)
    const [{ page }] = file.pages() as [ReturnType<typeof file.pages>[number]]
    const fonts = [...(file.dict(file.dict(page.get('/Resources'))?.get('/Font'))?.keys() ?? [])]
    const read = () => readPageText(file, page, readFonts(file)).text
    const before = read()
    const aside = fonts.map((name) => `q\nBT\n${name} 9 Tf\nET\nQ\n`).join('')
    const content = streamText(file, page.get('/Contents')).replaceAll('ET\n', `ET\n${aside}`)
    page.set('/Contents', file.addStream(Buffer.from(content, 'latin1'), {}))
    expect(fonts.length).toBeGreaterThan(1)
    expect(read()).toBe(before)
  })

  it('misses a number that leads to the evidence of another', async () => {
    const extra =
      '<p id="e7">evidence</p><p><a href="#e7">2千克</a> <a href="#e7">RMB 1.25 million</a> <a href="#e7">7</a></p>'
    const document = await sampleDocument({}, extra)
    const bytes = (await print(document, session)).value
    const linked = (...numbers: number[]) =>
      failing(bytes, { ...document.expectations, linked: [{ anchor: 'e7', numbers }] })
    expect(await linked(7, 2, 1_250_400)).not.toHaveProperty('linked-figures')
    expect((await linked(7, 2, 1_350_000))['linked-figures']).toContain('1.25 million')
    expect((await linked(7, 2000, 1_250_000))['linked-figures']).toContain('2千克')
  })

  it('misses a figure that is not shown in one of the languages', async () => {
    const figures = [
      { fact: 'f1', anchor: 'e1', zh: '35.71万元', en: '375,100' },
      { fact: 'f2', anchor: 'e9', zh: '约1200人次', en: 'about 1,200' },
    ]
    const failures = await failing(pdf, { ...expected, figures })
    expect(failures['figures-present']).toContain('f1: "375,100" (en)')
    expect(failures['figures-present']).not.toContain('35.71')
    expect(failures['figures-present']).toContain('"e9"')
  })

  it('does not take a figure from elsewhere for the evidence', async () => {
    const figures = [{ fact: 'f1', anchor: 'figures', zh: '三个乡镇', en: '357,100' }]
    const [, , evidence] = (await reopen(pdf)).plain
    expect(evidence).toContain('三个乡镇')
    const moved = [{ fact: 'f1', anchor: 'evidence', zh: '口罩', en: '357,100' }]
    expect(await failing(pdf, { ...expected, figures: moved })).toHaveProperty('figures-present')
    expect(await failing(pdf, { ...expected, figures })).not.toHaveProperty('figures-present')
  })

  it('sees characters that no font of ours has: drawn as boxes or in a font of the machine', async () => {
    const failures = await failingWith((document) => {
      document.html = document.html.replace('捐款<mark>', '捐款龘ꔀ<mark>')
    })
    expect(Object.keys(failures).some((id) => id === 'glyphs-present' || id === 'fonts-expected')).toBe(true)
  })

  it('sees a font that was not expected', async () => {
    const failures = await failing(pdf, { ...expected, fonts: ['NotoSansSC-Regular'] })
    expect(failures).toEqual({
      'fonts-expected': 'NotoSansSC-Bold was not expected: "青石市妇女联合会简报" on page 1',
    })
  })

  it('sees a chart that became a picture, and its labels gone', async () => {
    const pixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
    const failures = await failingWith((document) => {
      document.html = document.html.replace(/<svg[\s\S]*<\/svg>/, `<img alt="x" src="data:image/png;base64,${pixel}">`)
    })
    expect(failures['no-images']).toBe('1 picture')
    expect(failures['chart-labels-present']).toContain('口罩')
  })

  it('sees contents that name a wrong page', async () => {
    const document = await sampleDocument({ contents: [] })
    document.html = document.html
      .replace('data-page-of="figures">000', '>2')
      .replace('data-page-of="evidence">000', '>7')
    const wrong = (await print(document, session)).value
    const failures = await failing(wrong, expected)
    expect(failures).toEqual({ 'contents-right': '"evidence": says 7, is on 3' })
  })

  it('sees a link that leads nowhere and a place that cannot be reached', async () => {
    const failures = await failing(pdf, { ...expected, anchors: ['e1', 'e404'] })
    expect(failures).toEqual({ 'anchors-present': '"e404"' })
  })

  it('sees a heading that is not in the outline', async () => {
    const failures = await failing(pdf, { ...expected, headings: ['数字 Figures', '没有 None'] })
    expect(failures).toEqual({ 'outline-present': '"没有 None"' })
  })

  it('sees a file that is missing inside, or not the one that a page names by its digest', async () => {
    const [json] = sound.attachments
    const other = `<p>${json?.name} sha256:${'0'.repeat(64)}</p>`
    const wrong = await sampleDocument({}, other)
    const printed = (await print(wrong, session)).value
    const attachments = [
      ...sound.attachments,
      { ...sound.attachments[0], name: 'none.csv' },
    ] as typeof sound.attachments
    expect(await failing(printed, { ...expected, attachments })).toEqual({
      'attachments-present': `${json?.name} has another digest; none.csv is missing`,
    })
    const changed = sound.attachments.map((attachment) => ({ ...attachment, text: `${attachment.text} ` }))
    const failures = await failing(pdf, { ...expected, attachments: changed })
    expect(failures['attachments-present']).toContain('is not what was put in')
  })

  it('sees an untagged file without a title', async () => {
    const bare = await session.withPage(async ({ page }) => {
      await page.setContent(sound.html.replace('<title>Sample</title>', '').replace('lang="zh-Hans"', ''))
      return page.pdf({ tagged: false })
    })
    const failures = await failing(bare, expected)
    expect(failures.tagged).toContain('no structure tree')
    expect(failures['metadata-present']).toContain('no XMP')
    expect(failures['outline-present']).toContain('no outline')
  })
})
