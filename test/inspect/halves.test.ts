import { afterAll, describe, expect, it } from 'vitest'
import { openBrowser } from '../../src/browser/index.js'
import { inspect } from '../../src/inspect/index.js'
import type { Expectations } from '../../src/model/index.js'
import { print } from '../../src/print/index.js'
import { sampleDocument } from '../print/fixture.js'

const session = await openBrowser()
afterAll(() => session.close())

const lead = {
  zh: '青石市妇联:捐赠口罩2.4万只、资金60万元。',
  en: 'Qingshi: 24,000 masks and RMB 600,000 donated.',
  whole: true,
}

/** Page with one sentence on two figures in both languages, as a template prints it. */
function page(masks: string, money: string): string {
  return `<p id="e7">一</p><p id="e8">二</p>
<div><span lang="zh-Hans">青石市妇联:捐赠口罩<a href="#e7">2.4万只</a>、资金<a href="#e8">60万元</a>。</span>
<span lang="en">Qingshi: <a href="#e7">${masks}</a> masks and <a href="#e8">${money}</a> donated.</span></div>
<table><tr><td><a href="#e7">24,000</a></td><td><a href="#e8">600,000</a></td></tr></table>`
}

async function failure(html: string, sentences: NonNullable<Expectations['sentences']> = [lead]) {
  const document = await sampleDocument({}, html)
  const linked = [
    { anchor: 'e7', numbers: [7, 24000] },
    { anchor: 'e8', numbers: [8, 600000] },
  ]
  const { checks } = await inspect((await print(document, session)).value, {
    ...document.expectations,
    linked,
    sentences,
  })
  return checks.find(({ id, passed }) => id === 'halves-agree' && !passed)?.details.join('; ')
}

describe('the two halves of a PDF', () => {
  it('may write one number in two ways', async () => {
    expect(await failure(page('24,000', 'RMB 600,000'))).toBeUndefined()
  })

  it('fail where the English prints another number than the Chinese', async () => {
    expect(await failure(page('42,000', 'RMB 600,000'))).toContain('"e7": 24000 in Chinese, 42000 in English')
    expect(await failure(page('24,000', 'RMB 6 million'))).toContain('"e8": 600000 in Chinese, 6000000 in English')
  })

  it('fail where a sentence has a number in one language only', async () => {
    const sentences = [
      { zh: '走访家庭38户。', en: '83 families visited.', whole: false },
      { zh: '捐赠口罩3箱。', en: 'Three cartons of 20 masks donated.', whole: false },
    ]
    const said = await failure(page('24,000', 'RMB 600,000'), sentences)
    expect(said).toContain('83 families')
    expect(said).toContain('Three cartons')
  })

  it('fail where the English of a sentence is not there whole', async () => {
    expect(await failure(page('24,000', 'RMB 600,000').replace(' donated.', ' donated in 2021.'))).toContain(
      'has no English',
    )
  })
})
