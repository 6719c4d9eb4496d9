import { describe, expect, it } from 'vitest'
import { compare } from '../../src/compare/index.js'
import { type FactInput, lens, summary } from './build.js'

const raised = (value: number, asOf: string, more: Partial<FactInput> = {}): FactInput => ({
  measure: 'total',
  item: '款物',
  unit: '元',
  role: 'total',
  value,
  asOf,
  ...more,
})
const doubts = (first: FactInput, second: FactInput, other = '甲市工会') =>
  compare([summary('甲市工会', [first], { uri: 'a.txt' }), summary(other, [second], { uri: 'b.txt' })], { lens })
    .notes.filter(({ code }) => code === 'articles-differ' || code === 'total-falls')
    .map(({ code, severity, params }) => [code, severity, params?.first, params?.second])

describe('two articles of one organisation', () => {
  it('that give one total two values for the same day are told as different', () => {
    expect(doubts(raised(500, '2021-03-05'), raised(530, '2021-03-05'))).toEqual([
      ['articles-differ', 'warning', '500元', '530元'],
    ])
  })

  it('between which a running total falls are told so, in whatever order they come', () => {
    const expected = [['total-falls', 'warning', '500元', '430元']]
    expect(doubts(raised(500, '2021-03-05'), raised(430, '2021-03-09'))).toEqual(expected)
    expect(doubts(raised(430, '2021-03-09'), raised(500, '2021-03-05'))).toEqual(expected)
  })

  it.each([
    ['a total that grows', raised(500, '2021-03-05'), raised(530, '2021-03-09')],
    ['an approximate one', raised(500, '2021-03-05', { approximation: 'over' }), raised(430, '2021-03-09')],
    ['other givers', raised(500, '2021-03-05', { actor: '会员' }), raised(430, '2021-03-09')],
    ['no total', raised(500, '2021-03-05', { role: 'single' }), raised(430, '2021-03-09', { role: 'single' })],
  ])('agree about %s', (_, first, second) => {
    expect(doubts(first, second)).toEqual([])
  })

  it('of two organisations are no such pair', () => {
    expect(doubts(raised(500, '2021-03-05'), raised(430, '2021-03-09'), '乙市工会')).toEqual([])
  })
})
