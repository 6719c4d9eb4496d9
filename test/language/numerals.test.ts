import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { maskLookAlikes, normalise, numeralAt, scanQuantities } from '../../src/language/index.js'
import type { Approximation } from '../../src/model/index.js'

function scan(text: string) {
  const plain = normalise(text)
  return scanQuantities(plain, maskLookAlikes(plain)).map((quantity) => ({
    ...quantity,
    surface: text.slice(quantity.start, quantity.end),
  }))
}

describe('numerals', () => {
  it.each([
    ['12544.02万', 125440200],
    ['35.71万', 357100],
    ['1.2亿', 1.2e8],
    ['3亿5000万', 3.5e8],
    ['12万3千', 123000],
    ['1,234,567', 1234567],
    ['２０００', 2000],
    ['5 万', 50000],
    ['3万亿', 3e12],
    ['三百二十', 320],
    ['两万五', 25000],
    ['两万零五', 20005],
    ['一千零五十', 1050],
    ['廿三', 23],
    ['卅六', 36],
    ['三百一', 310],
    ['六百〇七', 607],
    ['八千〇四十', 8040],
    ['零七', 7],
    ['十六亿', 1.6e9],
    ['一百二', 120],
    ['二〇二〇', 2020],
    ['九千九百九十九万九千九百九十九', 99999999],
  ])('reads %s as %d', (text, value) => {
    expect(numeralAt(normalise(text), 0)?.value).toBe(value)
  })

  it.each([
    ['七八百', 700, 800],
    ['三四十', 30, 40],
    ['五六', 5, 6],
    ['二十七八', 27, 28],
  ])('reads the neighbouring digits of %s as a range', (text, value, upper) => {
    expect(numeralAt(text, 0)).toMatchObject({ value, upper })
  })
})

describe('quantities', () => {
  const cases: [string, string, number, string | null, Approximation, number | null][] = [
    ['筹得近70万元', '近70万元', 700000, '元', 'nearly', null],
    ['三百二十余册图书', '三百二十余册', 320, '册', 'over', null],
    ['约500多万元', '约500多万元', 5e6, '元', 'about', null],
    ['60来家商户', '60来家', 60, '家', 'about', null],
    ['二十几名队员', '二十几名', 20, '名', 'over', null],
    ['库存2000件以上', '2000件以上', 2000, '件', 'over', null],
    ['售价不到3块', '不到3块', 3, '块', 'under', null],
    ['至少12场讲座', '至少12场', 12, '场', 'atLeast', null],
    ['不超过30人', '不超过30人', 30, '人', 'atMost', null],
    ['每吨8吨左右', '8吨左右', 8, '吨', 'about', null],
    ['需3至5名护工', '3至5名', 3, '名', 'range', 5],
    ['3—5万元', '3—5万元', 30000, '元', 'range', 50000],
    ['10万元至20万元之间', '10万元至20万元之间', 100000, '元', 'range', 200000],
    ['占百分之十二点五', '百分之十二点五', 12.5, '%', 'exact', null],
    ['上升3.5个百分点', '3.5个百分点', 3.5, '个百分点', 'exact', null],
    ['占三分之一', '三分之一', 1 / 3, null, 'exact', null],
    ['两个多小时', '两个多小时', 2, '个小时', 'over', null],
    ['上千名群众', '上千名', 1000, '名', 'over', null],
    ['近百个群', '近百个', 100, '个', 'nearly', null],
    ['5万美元', '5万美元', 50000, '美元', 'exact', null],
    ['阅读10万+', '10万+', 100000, null, 'over', null],
    ['共１２０ 台', '１２０ 台', 120, '台', 'exact', null],
  ]
  it.each(cases)('reads %s', (text, surface, value, unit, approximation, upper) => {
    const found = scan(text).find((quantity) => quantity.surface === surface)
    expect(found).toMatchObject({ unit, approximation, upper })
    expect(found?.value).toBeCloseTo(value, 9)
  })

  it('takes a change from one value to another for two figures, not for a range', () => {
    expect(scan('日产量由20万只到50万只').map(({ value }) => value)).toEqual([200000, 500000])
  })

  it('does not take the beginning of another word for a unit', () => {
    expect(scan('共有8万家庭').map(({ unit }) => unit)).toEqual([null])
    expect(scan('来了300人员').map(({ unit }) => unit)).toEqual([null])
  })
})

const unit = fc.constantFrom('个', '名', '套', '吨', '元', '人次', '双', '平方米', '篇', '辆', '公斤', '户', '场')
const before: [string, Approximation][] = [
  ['', 'exact'],
  ['近', 'nearly'],
  ['约', 'about'],
  ['超过', 'over'],
  ['不足', 'under'],
  ['至少', 'atLeast'],
  ['最多', 'atMost'],
]

describe('any number in any dress', () => {
  it('is read back exactly from digits with a multiplier, a unit and an approximator', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 9_999_999 }),
        fc.constantFrom(0, 1, 2),
        fc.constantFrom<[string, number]>(['', 1], ['万', 1e4], ['亿', 1e8]),
        unit,
        fc.constantFrom(...before),
        (digits, decimals, [letters, by], measure, [lead, approximation]) => {
          const printed = (digits / 10 ** decimals).toFixed(decimals)
          const [found] = scan(`本站累计收到物品${lead}${printed}${letters}${measure}。`)
          expect(found).toMatchObject({
            unit: measure,
            approximation,
            surface: `${lead}${printed}${letters}${measure}`,
          })
          expect((found?.value ?? 0) / (Number(printed) * by)).toBeCloseTo(1, 12)
        },
      ),
    )
  })
})
