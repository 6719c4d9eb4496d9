import { describe, expect, it } from 'vitest'
import { localiseSummary } from '../../src/localise/index.js'
import { type Act, zhOnly } from '../../src/model/index.js'
import { factOf, lens, summaryOf } from './build.js'

function titleOf(zh: string, organisation = '江城市总工会'): string {
  const base = summaryOf(organisation, [])
  return localiseSummary({ ...base, article: { ...base.article, title: zhOnly(zh) } }, lens).article.title.en
}

describe('the headline of an article', () => {
  it.each([
    [
      '江城市总工会疫情防控工作纪实',
      'Jiangcheng Federation of Trade Unions: an account of epidemic prevention and control work',
    ],
    ['湖北省出台12条措施支持小微企业', 'Hubei Province adopts 12 measures to support micro and small enterprises'],
    ['国家卫生健康委员会关于疫情防控的通知', /^National Health Commission: notice on epidemic prevention and control$/],
    ['江城市总工会职工志愿者在行动', 'Employee volunteers of Jiangcheng Federation of Trade Unions in action'],
  ] satisfies [string, string | RegExp][])('%s', (zh, en) => {
    if (typeof en === 'string') expect(titleOf(zh)).toBe(en)
    else expect(titleOf(zh)).toMatch(en)
  })

  it('stands in brackets where a part of it is left out', () => {
    expect(titleOf('风雨同舟显担当——江城市总工会疫情防控工作纪实')).toMatch(/^\[Jiangcheng Federation.*work\]$/)
    expect(titleOf('募集款物86万元 江城市总工会暖人心')).toBe(
      '[Jiangcheng Federation of Trade Unions: RMB 860,000 in cash and supplies raised]',
    )
  })

  it('does not cut an object in two', () => {
    expect(titleOf('江城市召开疫情防控工作琉璃会')).not.toContain('holds epidemic')
  })
})

function toldOf(sentence: string, figure?: string): string {
  const evidence = { start: 0, end: sentence.length, sentence, sentenceStart: 0 }
  const act: Act = { category: 'frontline', text: zhOnly(sentence), time: null, facts: [], evidence }
  const facts = figure ? [factOf(sentence.replace('800只', '【800只】'), { item: '口罩', value: 800, unit: '只' })] : []
  return localiseSummary(summaryOf('江城市总工会', facts, { acts: [act] }), lens).acts[0]?.text.en ?? ''
}

describe('a sentence without a figure of its own', () => {
  it.each([
    ['市总工会动员职工志愿者捐款捐物。', 'Employee volunteers mobilised to donate money and supplies.'],
    ['市总工会召开座谈会。', 'Symposium held.'],
    ['全市职工踊跃捐款捐物。', 'Employees across the city donated money and supplies.'],
  ])('%s', (zh, en) => expect(toldOf(zh)).toBe(en))

  it('tells no attitude as a deed, and nothing that is only called for', () => {
    expect(toldOf('市总工会认真落实疫情防控工作。')).toMatch(/^\[/)
    expect(toldOf('要求各单位成立工作组。')).toBe('Called for: working group to be set up.')
  })

  it('tells the figures that stand in it rather than what it speaks of', () => {
    expect(toldOf('捐赠口罩800只。', 'masks')).toContain('800 masks')
  })
})
