import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { amountInText, numberInText, renderDate, renderSpan } from '../../src/language/render.js'
import { numbersInChinese, numbersInEnglish, sameNumbers } from '../../src/language/same-numbers.js'

describe('numbers in English sentences', () => {
  it.each([
    [3, 'three'],
    [9, 'nine'],
    [10, '10'],
    [20000, '20,000'],
    [8.8, '8.8'],
    [3746000, '3.746 million'],
    [125440200, '125.44 million'],
    [120000000, '120 million'],
    [2.6e9, '2.6 billion'],
    [1234567, '1,234,567'],
  ])('%s → %s', (value, english) => {
    expect(numberInText(value)).toBe(english)
  })

  it('can be read back to the same value', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.integer({ min: 1, max: 5e9 }),
          fc.integer({ min: 1, max: 99999 }).map((n) => n / 100),
        ),
        (value) => {
          const [read] = numbersInEnglish(`${numberInText(value)} masks donated.`)
          expect(Math.abs((read ?? 0) - value) / value).toBeLessThan(1e-4)
        },
      ),
    )
  })

  it.each([
    ['over', 'more than 300'],
    ['nearly', 'nearly 300'],
    ['about', 'about 300'],
    ['under', 'fewer than 300'],
    ['atLeast', 'at least 300'],
    ['atMost', 'at most 300'],
    ['exact', '300'],
  ] as const)('says %s as “%s”', (approximation, english) => {
    expect(amountInText({ value: 300, upper: null, approximation })).toBe(english)
  })

  it('says less than, not fewer than, of money and weights', () => {
    expect(amountInText({ value: 5, upper: null, approximation: 'under' }, { mass: true, words: false })).toBe(
      'less than 5',
    )
  })
})

describe('dates', () => {
  it('puts an inferred year in square brackets, in both languages', () => {
    expect(renderDate('2020-02-09', 'en', true)).toBe('9 February [2020]')
    expect(renderDate('2020-02-09', 'zh', true)).toBe('[2020]年2月9日')
  })

  it('writes a span with one year and a whole month as the month', () => {
    expect(renderSpan('2020-01-26', '2020-03-31', 'en')).toBe('26 January to 31 March 2020')
    expect(renderSpan('2020-01-26', '2020-03-31', 'zh')).toBe('2020年1月26日至3月31日')
    expect(renderSpan('2020-02-01', '2020-02-29', 'en', true)).toBe('February [2020]')
    expect(renderSpan('2019-12-30', '2020-01-02', 'en')).toBe('30 December 2019 to 2 January 2020')
  })

  it('states the same numbers in both languages, whatever the day', () => {
    const day = fc
      .date({ min: new Date('2000-01-01'), max: new Date('2039-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10))
    fc.assert(
      fc.property(day, fc.boolean(), (iso, inferred) => {
        expect(numbersInChinese(renderDate(iso, 'zh', inferred))).toEqual(
          numbersInEnglish(renderDate(iso, 'en', inferred)),
        )
      }),
    )
  })
})

describe('comparing the numbers of two sentences', () => {
  it('sees a changed figure', () => {
    expect(sameNumbers('捐赠口罩3万只。', '30,000 masks donated.')).toBe(true)
    expect(sameNumbers('捐赠口罩3万只。', '3,000 masks donated.')).toBe(false)
    expect(sameNumbers('派出3名医生、5名护士。', 'Three doctors sent.')).toBe(false)
  })

  it('knows 斤 as half a kilogram and leaves our hectares aside', () => {
    expect(sameNumbers('销售白菜2万斤。', '10,000 kg of cabbage sold.')).toBe(true)
    expect(sameNumbers('种植1500亩。', '1,500 mu (100 ha) planted.')).toBe(true)
  })

  it('does not take names for figures', () => {
    expect(sameNumbers('采购N95口罩200只。', '200 N95 masks purchased.')).toBe(true)
  })
})
