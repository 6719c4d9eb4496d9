import { describe, expect, it } from 'vitest'
import { findDates, normalise } from '../../src/language/index.js'

const dates = (text: string) => findDates(normalise(text))

describe('dates', () => {
  it.each([
    ['2021年3月5日', { year: 2021, month: 3, day: 5 }],
    ['2021-03-05', { year: 2021, month: 3, day: 5 }],
    ['二〇二一年三月五日', { year: 2021, month: 3, day: 5 }],
    ['3月5日', { year: null, month: 3, day: 5 }],
    ['十二月二十一日', { year: null, month: 12, day: 21 }],
    ['5月份', { year: null, month: 5, day: null }],
    ['2021年度', { year: 2021, month: null, day: null }],
  ])('reads %s', (text, to) => {
    expect(dates(`统计于${text}完成`)).toMatchObject([{ from: null, to, reading: null }])
  })

  it('reads a span and gives its end what only its beginning prints', () => {
    expect(dates('4月2日至19日')).toMatchObject([{ from: { month: 4, day: 2 }, to: { month: 4, day: 19 } }])
    expect(dates('2021年12月30日—2022年1月4日')).toMatchObject([
      { from: { year: 2021, month: 12, day: 30 }, to: { year: 2022, month: 1, day: 4 } },
    ])
  })

  it('joins two festivals into a span where no other date stands', () => {
    expect(dates('除夕至元宵，值守不断')).toMatchObject([{ start: 0, end: 5, opening: { start: 0, end: 2 } }])
  })

  it('says what a damaged span can only be', () => {
    expect(dates('215日至428日，共推送')).toMatchObject([{ reading: '2月15日至4月28日', from: { month: 2, day: 15 } }])
  })

  it('does not take a length of time for a date', () => {
    expect(dates('连续5日内完成')).toEqual([])
    expect(dates('倒计时100日')).toEqual([])
  })
})

it('takes an age in months for no month', () => {
  expect(findDates('年龄最小7月龄。')).toEqual([])
})
