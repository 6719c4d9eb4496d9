import { describe, expect, it } from 'vitest'
import { localiseSummary } from '../../src/localise/index.js'
import { type FactInput, factOf, lens, summaryOf } from './build.js'

function english(marked: string, input: FactInput): string {
  const summary = localiseSummary(summaryOf('江陵市妇联', [factOf(marked, input)]), lens)
  return summary.facts[0]?.statement.en ?? ''
}

describe('a figure that says how much more or less', () => {
  it.each<[string, FactInput, string]>([
    ['捐款同比增长【12.4%】。', { item: '捐款', value: 12.4, unit: '%' }, 'Donations rose by 12.4% year on year.'],
    ['与去年相比，旅客下降【7%】。', { item: '旅客', value: 7, unit: '%' }, 'Passengers fell by 7% year on year.'],
    ['志愿者增加了【300名】。', { item: '志愿者', value: 300, unit: '名' }, 'The number of volunteers rose by 300.'],
    ['餐饮收费减免【50%】。', { item: '收费', value: 50, unit: '%' }, 'Charges cut by 50%.'],
  ])('%s', (marked, input, expected) => expect(english(marked, input)).toBe(expected))
})

describe('a part of something in per cent', () => {
  it.each<[string, FactInput, string]>([
    [
      '按失业保险费的【50%】予以返还。',
      { item: '失业保险费', value: 50, unit: '%' },
      '50% of unemployment insurance contributions refunded.',
    ],
    ['按租金的【10%】给予补助。', { item: '租金', value: 10, unit: '%' }, '10% of rent paid as subsidies.'],
    [
      '占全国确诊病例的【3.8%】。',
      { item: '确诊病例', value: 3.8, unit: '%' },
      '3.8% of confirmed cases across the country.',
    ],
  ])('%s', (marked, input, expected) => expect(english(marked, input)).toBe(expected))
})

describe('what goes on from the clause before', () => {
  it('keeps what was measured, and gives each place its own figure', () => {
    const item = { item: '口罩', value: 14000, unit: '只', actor: '广东' }
    const before = '湖北口罩日产量增长到15万只，广东从3万只增加到4万只，'
    expect(english(`${before}河南、浙江从没有产量分别增长到【1.4万只】、10万只。`, item)).toBe(
      'Daily output of masks in Henan rose to 14,000.',
    )
    expect(english(`${before}河南、浙江从没有产量分别增长到1.4万只、【10万只】。`, { ...item, value: 100000 })).toBe(
      'Daily output of masks in Zhejiang rose to 100,000.',
    )
  })
})

it('names nobody whom only syllables would tell', () => {
  const input = { item: '措施', value: 10, unit: '项', actor: '未摘帽县', action: '出台' }
  expect(english('未摘帽县出台【10项】措施。', input)).toBe('10 measures adopted.')
})

describe('what stands around a figure', () => {
  it.each<[string, FactInput, string]>([
    [
      '洗手液日产能420吨，开工率近【50%】。',
      { item: '开工率', value: 50, unit: '%', approximation: 'nearly' },
      'Operating rate of hand wash: nearly 50%.',
    ],
    ['确诊病例中，男性【27例】。', { item: '男性', value: 27, unit: '例' }, '27 men among confirmed cases.'],
    [
      '较多的是贵阳市12例、铜仁市【5例】。',
      { item: '确诊病例', value: 5, unit: '例' },
      'Five confirmed cases in Tongren.',
    ],
    [
      '中国银行为医务人员免费提供保险【300份】。',
      { item: '保险', value: 300, unit: '份', recipient: '医务人员', action: '提供' },
      'Bank of China provided 300 insurance policies to medical workers.',
    ],
    ['职工复工【70人】。', { item: '职工复工', value: 70, unit: '人' }, '70 employees resumed work.'],
  ])('%s', (marked, input, expected) => expect(english(marked, input)).toBe(expected))
})
