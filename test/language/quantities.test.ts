import { describe, expect, it } from 'vitest'
import { maskLookAlikes, normalise, scanQuantities } from '../../src/language/index.js'

/** What is read in `数据为…。`: value, unit, upper bound of a range. */
function read(surface: string): (string | number | null)[][] {
  const text = normalise(`数据为${surface}。`)
  return scanQuantities(text, maskLookAlikes(text)).map(({ value, unit, upper }) =>
    upper === null ? [value, unit] : [value, unit, upper],
  )
}

describe('numbers as Chinese prose prints them', () => {
  it.each([
    ['六千四百三十二人', 6432, '人'],
    ['二百一十七万三千户', 2173000, '户'],
    ['三万八千元', 38000, '元'],
    ['七亿八千六百四十三万零二十五元', 786430025, '元'],
    ['三兆四十一亿六万二千元', 3004100062000, '元'],
    ['捌佰叁拾元', 830, '元'],
    ['陆萬貳仟元', 62000, '元'],
    ['廿六名', 26, '名'],
    ['8万3千2百斤', 83200, '斤'],
    ['6 万4 千3 百斤', 64300, '斤'],
    ['3亿2万5千7百元', 300025700, '元'],
    ['20万万元', 2000000000, '元'],
    ['2.35万亿元', 2350000000000, '元'],
    ['五千 七百 八十二 万 三千 四百 五十元', 57823450, '元'],
    ['三十 億元', 3000000000, '元'],
    ['７，８９２件', 7892, '件'],
    ['十 余 万人', 100000, '人'],
    ['四百 余万元', 4000000, '元'],
    ['二百零几万人', 2000000, '人'],
    ['二十三点八亿元', 2380000000, '元'],
    ['四十七点二五公里', 47.25, '公里'],
    ['零点六公里', 0.6, '公里'],
    ['四百千瓦', 400, '千瓦'],
    ['二十两药材', 20, '两'],
    ['八打鸡蛋', 8, '打'],
    ['5万零600人份', 50600, '人份'],
    ['2 345名', 2345, '名'],
    ['36艘次', 36, '艘次'],
    ['7案', 7, '案'],
    ['2万杯', 20000, '杯'],
    ['2小时15分钟', 2.25, '小时'],
    ['3个小时30分钟', 3.5, '个小时'],
    ['1公里250米', 1.25, '公里'],
    ['1米68', 1.68, '米'],
    ['45μg', 45, 'μg'],
    ['欧元6万', 60000, '欧元'],
    ['港币35万', 350000, '港币'],
    ['2.4亿印尼盾', 240000000, '印尼盾'],
    ['五斤半', 5.5, '斤'],
    ['四吨半', 4.5, '吨'],
    ['三个半小时', 3.5, '个小时'],
    ['七元四毛', 7.4, '元'],
    ['9元2角', 9.2, '元'],
    ['八块三', 8.3, '块'],
    ['¥460', 460, '元'],
    ['$35亿', 3500000000, '美元'],
    ['6.0213瑞士法郎', 6.0213, '瑞士法郎'],
    ['负七度', -7, '度'],
    ['零下21摄氏度', -21, '摄氏度'],
    ['-3.4%', -3.4, '%'],
    ['百分之四十一点二', 41.2, '%'],
    ['百分之一百三十点五', 130.5, '%'],
    ['百分之百', 100, '%'],
    ['千分之八', 8, '‰'],
    ['六点二个百分点', 6.2, '个百分点'],
    ['四成五', 4.5, '成'],
    ['三八折', 3.8, '折'],
    ['七点四', 7.4, null],
    ['二百点零三', 200.03, null],
    ['六百分之三', 0.005, null],
    ['四十又五分之二', 40.4, null],
    ['百 分之 三十一点六', 31.6, '%'],
    ['￥2,600元', 2600, '元'],
    ['US$70元', 70, '美元'],
    ['A$4万', 40_000, '澳元'],
    ['C$90', 90, '加元'],
    ['S$1,200', 1200, '新加坡元'],
    ['￡350', 350, '英镑'],
    ['-4℃', -4, '℃'],
    ['负二又四分之一', -2.25, null],
    ['八兆赫兹', 8, '兆赫兹'],
    ['93KM', 93, 'KM'],
    ['七成半', 7.5, '成'],
    ['九五折', 9.5, '折'],
    ['65折', 6.5, '折'],
    ['三点二成', 3.2, '成'],
    ['五分之二', 0.4, null],
    ['二又四分之一', 2.25, null],
    ['3/4的企业', 0.75, null],
  ])('%s', (surface, value, unit) => {
    expect(read(surface)).toEqual([[value, unit]])
  })

  it.each([
    ['三十到四十家', 30, '家', 40],
    ['30~120个', 30, '个', 120],
    ['两千到两千五百人', 2000, '人', 2500],
    ['四五百人', 400, '人', 500],
    ['300-400元', 300, '元', 400],
    ['6%～9%', 6, '%', 9],
    ['百分之六至百分之九', 6, '%', 9],
  ])('%s is a range', (surface, value, unit, upper) => {
    expect(read(surface)).toEqual([[value, unit, upper]])
  })

  it('takes no day and month, no dash and no time of day for a fraction, a minus or decimals', () => {
    expect(read('2/14会议')).toEqual([
      [2, null],
      [14, null],
    ])
    expect(read('2月5日-3%')).toContainEqual([3, '%'])
    expect(read('六点一刻开会').map(([value]) => value)).not.toContain(6.1)
  })
})

describe('bounds', () => {
  it.each([
    ['40元和60元之间', 40, 60],
    ['三百与五百吨之间', 300, 500],
    ['介于8至12公里之间', 8, 12],
    ['-6℃至9℃', -6, 9],
    ['三五十人', 30, 50],
    ['三五万元', 30000, 50000],
    ['两三千只', 2000, 3000],
    ['一两百户', 100, 200],
  ])('reads the two bounds of %s', (surface, lower, upper) => {
    expect(read(surface)[0]?.filter((_, at) => at !== 1)).toEqual([lower, upper])
  })

  it('takes 和 without 之间 for a list', () => {
    expect(read('40元和60元')).toEqual([
      [40, '元'],
      [60, '元'],
    ])
  })

  it.each([
    ['不大于80人', 'atMost'],
    ['小于或等于80人', 'atMost'],
    ['不小于80人', 'atLeast'],
    ['大于等于80人', 'atLeast'],
    ['80人或更多', 'atLeast'],
    ['不得超过80人', 'atMost'],
    ['不能少于80人', 'atLeast'],
    ['不应低于80人', 'atLeast'],
    ['80人或者以上', 'over'],
    ['80人之下', 'under'],
    ['大于80人', 'over'],
  ])('tells a limit by all of its words: %s', (surface, approximation) => {
    const text = normalise(`数据为${surface}。`)
    const [found] = scanQuantities(text, maskLookAlikes(text))
    expect(found?.approximation).toBe(approximation)
    expect(text.slice(found?.start, found?.end)).toBe(surface)
  })
})
