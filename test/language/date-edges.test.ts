import { describe, expect, it } from 'vitest'
import { findDates, normalise } from '../../src/language/index.js'

const date = (year: number | null, month: number | null, day: number | null, more = {}) => ({
  year,
  month,
  day,
  ...more,
})

function read(text: string) {
  const plain = normalise(text)
  return findDates(plain).map(({ start, end, from, to, reading }) => ({
    words: plain.slice(start, end),
    from,
    to,
    reading,
  }))
}

describe('dates in digits', () => {
  it.each([
    ['2020-02-03', date(2020, 2, 3)],
    ['2020/2/3', date(2020, 2, 3)],
    ['2020.12.31', date(2020, 12, 31)],
    ['2020-1-29', date(2020, 1, 29)],
    ['1998-10-30', date(1998, 10, 30)],
    ['2020-09-10', date(2020, 9, 10)],
  ])('%s', (text, to) => {
    expect(read(`于${text}发布`)).toEqual([{ words: text, from: null, to, reading: null }])
  })

  it.each(['2020-13-03', '2020-02-32', '12020-02-03', '1.2020-02-03', '2020-02-031', '3020-02-03', '2020-00-10'])(
    'is none where no calendar has it: %s',
    (text) => {
      expect(read(text)).toEqual([])
    },
  )
})

describe('parts of a date', () => {
  it.each([
    ['去年12月', date(null, 12, null, { yearBy: -1 })],
    ['前年3月', date(null, 3, null, { yearBy: -2 })],
    ['今年3月5日', date(null, 3, 5, { yearBy: 0 })],
    ['明年3月', date(null, 3, null, { yearBy: 1 })],
    ['3月上旬', date(null, 3, null, { third: 1 })],
    ['3月中旬', date(null, 3, null, { third: 2 })],
    ['三月下旬', date(null, 3, null, { third: 3 })],
    ['二〇二〇年三月', date(2020, 3, null)],
    ['十二月二十八日', date(null, 12, 28)],
    ['廿八日', undefined],
  ])('%s', (text, to) => {
    const found = read(text)
    if (to === undefined) expect(found).toEqual([])
    else expect(found).toEqual([{ words: text, from: null, to, reading: null }])
  })
})

describe('spans', () => {
  it.each([
    ['2018年至2020年', date(2018, null, null), date(2020, null, null)],
    ['2018—2020年', date(2018, null, null), date(2020, null, null)],
    ['2018年--2020年', date(2018, null, null), date(2020, null, null)],
    ['2月3日至5日', date(null, 2, 3), date(null, 2, 5)],
    ['2月3日至3月5日', date(null, 2, 3), date(null, 3, 5)],
    ['2019年12月3日至2020年3月5日', date(2019, 12, 3), date(2020, 3, 5)],
    ['2020年2月3日-3月5日', date(2020, 2, 3), date(2020, 3, 5)],
  ])('%s', (text, from, to) => {
    expect(read(text)).toEqual([{ words: text, from, to, reading: null }])
  })

  it('are none of years that do not follow each other, nor where the second has a month', () => {
    expect(read('2020年至2018年').every(({ from }) => from === null)).toBe(true)
    expect(read('2020年至2020年').every(({ from }) => from === null)).toBe(true)
    expect(read('2018年至2020年3月').map(({ to }) => to)).not.toContainEqual(date(2020, null, null))
  })

  it('join two dates where a festival is one of them, and only there', () => {
    expect(read('除夕至2月14日')).toHaveLength(1)
    expect(read('除夕至2月14日')[0]?.words).toBe('除夕至2月14日')
    expect(read('除夕和2月14日')).toHaveLength(2)
    expect(read('除夕活动至今，2月14日')).not.toHaveLength(1)
    expect(read('2月3日到除夕')[0]?.words).toBe('2月3日到除夕')
    expect(read('除夕至2月3日至5日').length).toBeGreaterThan(1)
  })
})

describe('dates that lost a character', () => {
  it.each([
    ['126日至331日', date(null, 1, 26), date(null, 3, 31), '1月26日至3月31日'],
    ['131日-325日', date(null, 1, 31), date(null, 3, 25), '1月31日至3月25日'],
    ['1130日到1231日', date(null, 11, 30), date(null, 12, 31), '11月30日至12月31日'],
    ['131日至210日', date(null, 1, 31), date(null, 2, 10), '1月31日至2月10日'],
  ])('%s can only be %s', (text, from, to, reading) => {
    expect(read(text)).toEqual([{ words: text, from, to, reading }])
  })

  it('are read at the end of a scope, where one reading is left', () => {
    expect(read('截至331日')).toEqual([{ words: '331日', from: null, to: date(null, 3, 31), reading: '3月31日' }])
    expect(read('截至111日')).toEqual([])
    expect(read('第331日')).toEqual([])
  })

  it('are left alone where they could be several, or none in order', () => {
    for (const text of ['111日至122日', '331日至210日', '345日至399日', '131日至131日']) expect(read(text)).toEqual([])
  })
})
