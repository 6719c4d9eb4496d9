import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sameNumbers } from '../../src/language/same-numbers.js'
import { localiseSummary } from '../../src/localise/index.js'
import { factOf, lens, summaryOf } from './build.js'

// Nouns with numerals of their own, which English may say otherwise or not at all.
const items = [
  '三八红旗手',
  '84消毒液',
  '五保户',
  '两个月租金',
  '八成井下职工产煤',
  'N95口罩',
  '九年级学生',
  '一次性手套',
  '120急救车',
  '二十四小时值班',
  'LPR减25个基点的贷款',
  '双职工家庭',
]
const openings = ['捐赠', '全市共发放', '5名队员慰问', '第3批运抵', '2月3日前', '每人领到', '三天内收到', '']
const units = ['名', '只', '元', '户', '成', '%', '斤', '亩', '批', '个百分点', '人次', '小时', null]

describe('both languages of a statement', () => {
  it('state the same numbers, whatever numerals stand around the figure', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...openings),
        fc.constantFrom(...items),
        fc.integer({ min: 1, max: 9_000_000 }),
        fc.constantFrom(...units),
        fc.boolean(),
        (opening, item, number, unit, behind) => {
          const value = unit === '成' || unit === '%' ? (number % 9) + 1 : number
          const figure = `【${value}${unit ?? ''}】`
          const sentence = behind ? `${opening}${figure}${item}。` : `${opening}${item}${figure}。`
          const fact = factOf(sentence, { item, value, unit })
          const { zh, en } = localiseSummary(summaryOf('江城市总工会', [fact]), lens).facts[0]?.statement ?? {}
          expect(sameNumbers(zh ?? '', en ?? ''), `${zh} ${en}`).toBe(true)
        },
      ),
      { numRuns: 400 },
    )
  })
})
