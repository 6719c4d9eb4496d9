import { describe, expect, it } from 'vitest'
import { normalise, numeralAt } from '../../src/language/index.js'

/** What is read at the beginning of a text: the characters taken, and what they say. */
function read(text: string) {
  const plain = normalise(text)
  const numeral = numeralAt(plain, 0)
  return numeral && { ...numeral, taken: plain.slice(numeral.start, numeral.end) }
}

describe('where a number ends', () => {
  it.each([
    // Groups get smaller; what does not is another number.
    ['3万5000元', '3万5000', 35_000],
    ['10万5000余元', '10万5000余', 105_000],
    ['3万2020年', '3万', 30_000],
    ['3万500元', '3万', 30_000],
    ['3千5000元', '3千', 3000],
    ['3万5000万元', '3万', 30_000],
    ['3万5千2百元', '3万5千2百', 35_200],
    ['3万5万元', '3万', 30_000],
    ['2千3千步', '2千', 2000],
    ['5百3万元', '5百', 500],
    ['3万1.5千元', '3万1.5千', 31_500],
    ['10万零800元', '10万零800', 100_800],
    ['10零800元', '10', 10],
    ['30多万零5元', '30多万', 300_000],
    ['2百万亿元', '2百万亿', 2e14],
    ['6千万元', '6千万', 6e7],
    ['6百亿元', '6百亿', 6e10],
    // A multiplier that begins a word is none.
    ['5千米', '5', 5],
    ['3百货', '3', 3],
    ['8千瓦', '8', 8],
    ['5千人', '5千', 5000],
    ['3万科', '3', 3],
    ['3万达', '3', 3],
    ['3万人', '3万', 30_000],
    ['3百万科研经费', '3百万', 3e6],
    // Thousands apart by a blank, where a unit follows and nothing stands before.
    ['1 200 300人', '1 200 300', 1_200_300],
    ['12 500人', '12 500', 12_500],
    ['12 50人', '12', 12],
    ['12 500 安排', '12', 12],
    ['1234 500人', '1234', 1234],
    ['1 200.5人', '1', 1],
    // Blanks that a scrape put between Han numerals.
    ['三千 五百人', '三千 五百', 3500],
    ['一万 二千 三百人', '一万 二千 三百', 12_300],
    ['三千 五 百人', '三千 五 百', 3500],
    ['三 五百人', '三', 3],
    ['三百 人', '三百', 300],
    ['三百 一年级', '三百', 300],
    // 两, 千 and 兆 that belong to the unit.
    ['三十两黄金', '三十', 30],
    ['一百千瓦', '一百', 100],
    ['两千人', '两千', 2000],
    ['三兆元', '三兆', 3e12],
    ['十兆瓦', '十', 10],
    // Decimals where a multiplier, a unit or the end follows; a time of day is none.
    ['三点五亿元', '三点五亿', 3.5e8],
    ['十五点七 亿元', '十五点七 亿', 1.57e9],
    ['三点五公斤', '三点五', 3.5],
    ['三点五 公斤', '三点五', 3.5],
    ['三点五，', '三点五', 3.5],
    ['三点五', '三点五', 3.5],
    ['三点五分', '三', 3],
    ['零点五元', '零点五', 0.5],
  ])('%s: %s is %d', (text, taken, value) => {
    expect(read(text)).toMatchObject({ taken, value, vague: false })
  })

  it('is nowhere where none begins', () => {
    for (const text of ['', '人', '零下', '几', '数', '数名', '几人', '/5']) expect(read(text)).toBeUndefined()
  })
})

describe('how exact a number is', () => {
  it.each([
    ['30多万元', '30多万', 300_000, 'over'],
    ['30余万元', '30余万', 300_000, 'over'],
    ['30几万元', '30几万', 300_000, 'over'],
    ['30来万元', '30来万', 300_000, 'about'],
    ['30多名', '30多', 30, 'over'],
    ['30多方协作', '30', 30, null],
    ['30余额', '30', 30, null],
    ['30来自', '30', 30, null],
    ['30来名', '30来', 30, 'about'],
    ['30几岁', '30几', 30, 'over'],
    ['30多', '30多', 30, 'over'],
    ['三十余万元', '三十余万', 300_000, 'over'],
    ['三十余百亿元', '三十余百亿', 3e11, 'over'],
    ['三十来户', '三十来', 30, 'about'],
  ])('%s: %s is %d, %s', (text, taken, value, inner) => {
    expect(read(text)).toMatchObject({ taken, value, inner, upper: null })
  })

  it('keeps both ends of neighbouring digits through what multiplies them', () => {
    expect(read('三四十余万元')).toMatchObject({ taken: '三四十余万', value: 300_000, upper: 400_000, inner: 'over' })
  })

  it('tells a count from words for many', () => {
    for (const text of ['数百人', '几十万元', '数千万元', '几百']) expect(read(text)).toMatchObject({ vague: true })
    for (const text of ['百人', '千万元', '万亿元']) expect(read(text)).toMatchObject({ bare: true, vague: false })
    for (const text of ['数十点五万', '千三百人', '十人']) expect(read(text)).toMatchObject({ bare: false })
    expect(read('数十点五万')).toMatchObject({ taken: '数十' })
  })

  it('takes what is too long for a number as one that cannot be read, whole', () => {
    const [code, most] = ['1'.repeat(25), '1'.repeat(24)]
    expect(read(`${code}人`)).toMatchObject({ taken: code, value: 0, vague: true, script: 'digits', bare: false })
    expect(read(`${code}万人`)).toMatchObject({ taken: `${code}万`, vague: true })
    expect(read(`${most}人`)).toMatchObject({ taken: most, vague: false, script: 'digits' })
    const [row, longest] = ['一'.repeat(25), '一'.repeat(24)]
    expect(read(`${row}人`)).toMatchObject({ taken: row, value: 0, vague: true, script: 'han', bare: false })
    expect(read(`${longest}人`)).toMatchObject({ taken: longest, vague: false, script: 'han' })
  })
})
