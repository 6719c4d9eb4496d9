import { afterAll, describe, expect, it } from 'vitest'
import { openBrowser } from '../../src/browser/index.js'
import { inspect } from '../../src/inspect/index.js'
import { print } from '../../src/print/index.js'
import { sampleDocument } from '../print/fixture.js'

const session = await openBrowser()
afterAll(() => session.close())

/** What the checks say that fail when `extra` stands at the end of the sample, or the sample is changed. */
async function failing(extra: string, change = (html: string) => html): Promise<Record<string, string>> {
  const document = await sampleDocument({ contents: [] }, extra)
  document.html = change(document.html)
  const { checks } = await inspect((await print(document, session)).value, document.expectations)
  return Object.fromEntries(checks.filter(({ passed }) => !passed).map(({ id, details }) => [id, details.join('; ')]))
}

describe('what a reader sees on the pages', () => {
  it('sees a heading that ends its page', async () => {
    expect(await failing('<h3>志愿者 Volunteers</h3><p style="break-before:page">服务</p>')).toEqual({
      'headings-kept': 'page 3: "志愿者 Volunteers"',
    })
    expect(await failing('<h3>志愿者</h3><h3 style="break-before:page">服务</h3><p>服务</p>')).toEqual({})
  })

  it('sees a table that runs off the page', async () => {
    const wide = `<table style="width:60cm"><tr>${'<td style="width:12cm" align="right">1200</td>'.repeat(5)}</tr></table>`
    expect(await failing(wide)).toHaveProperty('inside-page', expect.stringContaining('wider than the page'))
  })

  it('sees text that is cut inside the page: by its cell, below, and not where all is seen', async () => {
    const cut = 'overflow:hidden;white-space:nowrap'
    const cell = await failing(`<table><tr><td style="max-width:3em;${cut}">捐款三十五万七千一百元</td></tr></table>`)
    expect(cell).toEqual({ 'inside-page': expect.stringContaining('捐款三十') })
    const below = await failing(`<div style="height:1em;line-height:2em;${cut}">口罩</div>`)
    expect(below).toHaveProperty('inside-page')
    expect(await failing(`<div style="width:2.6em;border-radius:9px;${cut}">捐款三十五万</div>`)).toHaveProperty(
      'inside-page',
    )
    expect(await failing(`<div style="width:20em;border-radius:9px;${cut}">捐款三十五万</div>`)).toEqual({})
  })

  it('sees text that lies over other text, not punctuation that is set close nor numbers of notes', async () => {
    const over = '<p style="position:relative">三个乡镇<span style="position:absolute;left:2em">服务三次</span></p>'
    expect(await failing(over)).toEqual({ 'text-apart': 'page 3: "三个乡镇" and "服务三次"' })
    const wide =
      '<table style="width:4em;table-layout:fixed"><tr><td style="white-space:nowrap">1,200 times<td>357,100</table>'
    expect(await failing(wide)).toHaveProperty('text-apart')
    const close =
      '<p style="text-spacing-trim:trim-start">“捐款”（三次）。357<sup>1</sup></p><p style="line-height:1">口罩<br>Masks</p>'
    expect(await failing(close)).toEqual({})
  })

  it('lets the empty half of a bracket stand in the margin', async () => {
    expect(await failing('<p style="text-indent:-.5em">“捐款”</p>')).toEqual({})
  })

  it('sees a chart without anything drawn, and one without words', async () => {
    const bare = await failing('', (html) => html.replace(/<rect[^>]*\/>/, ''))
    expect(bare).toEqual({ 'charts-drawn': 'figure 1 has no line and no area' })
    const silent = await failing('<p>口罩 Masks</p>', (html) => html.replace(/<text[\s\S]*?<\/text>/, ''))
    expect(silent).toEqual({ 'charts-drawn': 'figure 1 has no text' })
  })
})
