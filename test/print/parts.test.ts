import { afterAll, describe, expect, it } from 'vitest'
import { openBrowser } from '../../src/browser/index.js'
import { reopen } from '../../src/inspect/reading/index.js'
import { type Dict, type PdfFile, readPdf, streamText, textOf } from '../../src/pdf/index.js'
import { print } from '../../src/print/index.js'
import { splitHtml } from '../../src/print/parts/index.js'
import { sampleDocument } from './fixture.js'

const session = await openBrowser()
afterAll(() => session.close())

/** As long as a chapter of a long briefing; not a word of it is printed. */
const long = `<!--${'x'.repeat(390_000)}-->`
const chapters = `${long}
<!-- part --><h2 id="north" class="page">北部 North</h2><p>上接<a href="#e2">约1200人次</a>，下转<a href="#south">南部</a>。</p>
<h3>一月 January</h3><p>Zebra crossings: 35 &amp; <b>fixed</b>. <a href="https://example.org/b">example</a></p>${long}
<!-- part --><h3 id="march" class="page">三月 March</h3><p>回到<a href="#figures">数字</a>、<a href="#north">北部</a>。</p>
<h2 id="south">南部 South</h2><ul><li>Quick jackdaws: <a href="#e1">35.71</a></li></ul>${long}`
const document = await sampleDocument({ contents: ['figures', 'evidence', 'south'] }, chapters)
document.html = document.html.replace(
  '</nav>',
  '<p><a href="#south">南部</a> <span data-page-of="south">0</span></p></nav>',
)

async function printed(html: string) {
  return (await print({ ...document, html }, session)).value
}
const inParts = await printed(document.html)
const whole = await printed(document.html.replaceAll('<!-- part -->', ''))
const [parts, one] = [await reopen(inParts), await reopen(whole)]

describe('a document that is printed in parts', () => {
  it('is cut where the template allows it', () => {
    expect(splitHtml(document.html)).toHaveLength(3)
    expect(splitHtml(document.html.replaceAll(long, ''))).toHaveLength(1)
  })

  it('reads like the whole, page by page, the numbers of its pages too', () => {
    expect(one.plain).toHaveLength(5)
    expect(parts.plain).toEqual(one.plain)
    expect(parts.plain[3]).toContain('4/5')
    expect(parts.plain[0]).toContain('南部5')
  })

  it('draws the same on every page, the numbers where the whole has them', () => {
    const [drawnInParts, drawnWhole] = [drawn(readPdf(inParts)), drawn(readPdf(whole))]
    for (const [i, page] of drawnWhole.entries()) expect(distance(drawnInParts[i] ?? [], page)).toBeLessThan(0.02)
  })

  it('has one outline, of the levels of its headings', () => {
    expect(outline(readPdf(inParts))).toEqual(outline(readPdf(whole)))
    expect(outline(readPdf(inParts))[0]).toContain('青石市')
  })

  it('leads to the same places from every link', () => {
    expect([...parts.destinations].sort()).toEqual([...one.destinations].sort())
    const linked = ({ links }: typeof one) => links.map((link) => ({ ...link, rectangle: undefined }))
    expect(linked(parts)).toEqual(linked(one))
  })

  it('has each font once, with the characters of all parts', () => {
    const names = ({ fonts }: typeof one) => fonts.map(({ name }) => name.replace(/^[A-Z]{6}\+/, '')).sort()
    expect(names(parts)).toEqual(names(one))
  })

  it('has one structure, in which nothing is lost', () => {
    expect(shape(parts.structure)).toEqual(shape(one.structure))
  })

  it('gives the same bytes when its parts come in another order', async () => {
    await using alone = await openBrowser({ concurrency: 1 })
    const again = await print(document, alone)
    expect(Buffer.compare(again.value, inParts)).toBe(0)
  })

  it('is printed whole where its pages are counted otherwise', () => {
    const other = document.html.replace('@page{', '@page :left{margin:9mm}@page{')
    expect(splitHtml(other)).toHaveLength(1)
  })
})

/** What is drawn on each page, fonts by no name. */
function drawn(pdf: PdfFile): string[][] {
  return pdf.pages().map(({ page }) =>
    streamText(pdf, page.get('/Contents'))
      .replace(/\/F\d+/g, '/F')
      .split(/\s+/),
  )
}

/** How far numbers that are the same but for rounding are apart; infinite where anything else differs. */
function distance(a: readonly string[], b: readonly string[]): number {
  if (a.length !== b.length) return Number.POSITIVE_INFINITY
  return Math.max(
    0,
    ...a.map((word, i) => (word === b[i] ? 0 : Math.abs(Number(word) - Number(b[i])) || Number.POSITIVE_INFINITY)),
  )
}

/** Titles, those below others moved in. */
function outline(pdf: PdfFile): string[] {
  const titles: string[] = []
  const visit = (parent: Dict | undefined, depth: number) => {
    for (let item = pdf.dict(parent?.get('/First')); item !== undefined; item = pdf.dict(item.get('/Next'))) {
      titles.push(`${' '.repeat(depth)}${textOf(item.get('/Title'))}`)
      visit(item, depth + 1)
    }
  }
  visit(pdf.dict(pdf.catalog.get('/Outlines')), 0)
  return titles
}

interface Shaped {
  type: string
  content: readonly unknown[]
}

function shape(value: unknown): unknown {
  const { type, content } = value as Shaped
  return type === undefined ? null : [type, ...content.map(shape).filter((kid) => kid !== null)]
}
