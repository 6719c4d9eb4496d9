import { describe, expect, it } from 'vitest'
import { maskLookAlikes, normalise, scanQuantities } from '../../src/language/index.js'

/** The first quantity of a text that counts something: its words, and what they say. */
function read(text: string) {
  const plain = normalise(text)
  const [first] = scanQuantities(plain, maskLookAlikes(plain)).filter(({ vague }) => !vague)
  return first && { ...first, words: plain.slice(first.start, first.end) }
}

describe('the currency of an amount', () => {
  it.each([
    ['捐赠A$100', 'A$100', 100, '澳元'],
    ['捐赠C$20万', 'C$20万', 200_000, '加元'],
    ['捐赠S$5万元', 'S$5万元', 50_000, '新加坡元'],
    ['捐赠HK$300', 'HK$300', 300, '港元'],
    ['捐赠US$ 300', 'US$ 300', 300, '美元'],
    ['捐赠$300', '$300', 300, '美元'],
    ['捐赠＄300', '$300', 300, '美元'],
    ['捐赠USD300', 'USD300', 300, '美元'],
    ['捐赠€300万', '€300万', 3e6, '欧元'],
    ['捐赠£300', '£300', 300, '英镑'],
    ['捐赠￥300', '￥300', 300, '元'],
    ['捐赠¥300元', '¥300元', 300, '元'],
    ['捐赠RMB300', 'RMB300', 300, '元'],
    ['捐赠人民币300元', '300元', 300, '元'],
    ['捐赠人民币300', '人民币300', 300, '元'],
    ['捐赠欧元8万', '欧元8万', 80_000, '欧元'],
    ['捐赠港币8万', '港币8万', 80_000, '港币'],
    ['捐赠英镑8万元', '8万元', 80_000, '英镑'],
  ])('%s: %s is %d %s', (text, words, value, unit) => {
    expect(read(text)).toMatchObject({ words, value, unit, unitKind: 'money', approximation: 'exact' })
  })

  it('stays with an approximator before it', () => {
    expect(read('募集约人民币300')).toMatchObject({ words: '约人民币300', approximation: 'about' })
    expect(read('募集超$300万')).toMatchObject({ words: '超$300万', approximation: 'over' })
  })

  it('is none where the sign stands before what is no money', () => {
    expect(read('￥300名')).toMatchObject({ words: '300名', unit: '名' })
  })
})

describe('what is below zero', () => {
  it.each([
    ['气温零下5℃', '零下5℃', -5],
    ['气温-5℃', '-5℃', -5],
    ['增长负3%', '负3%', -3],
    ['增速-3%', '-3%', -3],
    ['利润-500万元', '-500万元', -5e6],
    ['余额-500万元', '-500万元', -5e6],
    // A dash behind a date, a number or a word that is no balance.
    ['捐款-500万元', '500万元', 5e6],
    ['口罩-500个', '500个', 500],
    ['利润率表-500个', '500个', 500],
  ])('%s: %s is %d', (text, words, value) => {
    expect(read(text)).toMatchObject({ words, value })
  })
})

describe('from one value to another', () => {
  it.each([
    ['3至5名', '3至5名', 3, 5],
    ['3万至5万元', '3万至5万元', 30_000, 50_000],
    ['3至5万元', '3至5万元', 30_000, 50_000],
    ['300至5万元', '300至5万元', 300, 50_000],
    ['5万元至10万元', '5万元至10万元', 50_000, 100_000],
    ['3~5名', '3~5名', 3, 5],
    ['3—5名', '3—5名', 3, 5],
    ['20万元和30万元之间', '20万元和30万元之间', 200_000, 300_000],
    ['三至五名', '三至五名', 3, 5],
  ])('%s: %s is %d to %d', (text, words, value, upper) => {
    expect(read(text)).toMatchObject({ words, value, upper, approximation: 'range' })
  })

  it.each([
    ['5名至3名', '5名'],
    ['5至3名', '5'],
    ['5名至10户', '5名'],
    ['由5万元至10万元', '5万元'],
    ['20名和30名', '20名'],
    ['3至五名', '3'],
    ['3名至数十名', '3名'],
  ])('%s: no range, but %s', (text, words) => {
    expect(read(text)).toMatchObject({ words, upper: null })
  })
})

describe('words around an amount', () => {
  it.each([
    ['约300人', '约300人', 'about'],
    ['约 300人', '约 300人', 'about'],
    ['大约300人', '大约300人', 'about'],
    ['近300人', '近300人', 'nearly'],
    ['不少于300人', '不少于300人', 'atLeast'],
    ['不超过300人', '不超过300人', 'atMost'],
    ['不足300人', '不足300人', 'under'],
    ['突破300人', '突破300人', 'over'],
    ['300人以上', '300人以上', 'over'],
    ['300人（含）以上', '300人（含）以上', 'over'],
    ['300人(不含)以上', '300人(不含)以上', 'over'],
    ['300人（含300人）以上', '300人（含300人）以上', 'over'],
    ['300人及以上', '300人及以上', 'over'],
    ['300人或以上', '300人或以上', 'over'],
    ['300人或更多', '300人或更多', 'atLeast'],
    ['300人有余', '300人有余', 'over'],
    ['300人之多，', '300人之多', 'over'],
    ['300人之多种', '300人', 'exact'],
    ['300人左右', '300人左右', 'about'],
    ['300人上下', '300人上下', 'about'],
    ['300元许，', '300元许', 'about'],
    ['300人许可', '300人', 'exact'],
    ['300人（含）以下', '300人(含)以下', 'under'],
    ['300人及以下', '300人及以下', 'under'],
    ['300元以内', '300元以内', 'under'],
    ['300+人', '300+人', 'over'],
    ['上百人', '上百人', 'over'],
    ['最高补助5万元', '5万元', 'atMost'],
  ])('%s: %s is %s', (text, words, approximation) => {
    const found = read(text)
    expect({ words: found?.words.replace('（', '(').replace('）', ')'), approximation: found?.approximation }).toEqual({
      words: words.replace('（', '(').replace('）', ')'),
      approximation,
    })
  })

  it.each([
    ['最近300天', '300天'],
    ['附近300户', '300户'],
    ['临近300户', '300户'],
    ['节约300元', '300元'],
    ['预约300人次', '300人次'],
    ['签约300家', '300家'],
    ['中超300场', '300场'],
    ['赶超300家', '300家'],
  ])('%s: 近, 约 and 超 are of the word before', (text, words) => {
    expect(read(text)).toMatchObject({ words, approximation: 'exact' })
  })

  it('reads a discount of two digits as tenths', () => {
    expect(read('打八五折')?.value).toBe(8.5)
    expect(read('打75折')?.value).toBe(7.5)
    expect(read('打10折')?.value).toBe(1)
    expect(read('打8折')?.value).toBe(8)
  })
})
