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
