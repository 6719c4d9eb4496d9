import { describe, expect, it } from 'vitest'
import { findDates, normalise, resolveRelative } from '../../src/language/index.js'

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

  it.each([
    ['正月里', '2020-01-25', '2020-02-20'],
    ['腊月', '2019-12-26', '2020-01-24'],
    ['去年腊月二十三日', '2020-01-17', '2020-01-17'],
    ['正月十五日', '2020-02-08', '2020-02-08'],
  ])('takes %s for a time of the Chinese calendar', (text, from, to) => {
    const [date] = dates(`${text}，队员轮流值守`)
    expect(date?.relative && resolveRelative(date.relative, '2020-02-20', 2020)).toEqual({ from, to })
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
