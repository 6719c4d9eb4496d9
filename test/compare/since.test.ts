import { describe, expect, it } from 'vitest'
import { compare } from '../../src/compare/index.js'
import type { Briefing, Since, Summary } from '../../src/model/index.js'
import { type FactInput, lens, summary } from './build.js'

const then = (organisation: string, inputs: FactInput[], uri = 'old.txt') => summary(organisation, inputs, { uri })
const later = (organisation: string, inputs: FactInput[], uri = 'new.txt') =>
  retitled(summary(organisation, inputs, { uri }))

/** Another article than the earlier one, not the same page read again. */
function retitled(made: Summary): Summary {
  return {
    ...made,
    article: { ...made.article, title: { zh: `再报：${made.article.source.uri}`, en: '', enBasis: 'none' } },
  }
}

function since(before: Summary[], now: Summary[], other = lens): Since {
  const earlier: Briefing = compare(before, { lens: other })
  const { since } = compare(now, { lens, earlier })
  if (!since) throw new Error('nothing is said of the earlier edition')
  return since
}

const kinds = ({ items }: Since) => items.map(({ kind, before, by }) => [kind, before?.value ?? null, by])

const cash = (value: number, more: Partial<FactInput> = {}): FactInput => ({
  measure: 'cash',
  value,
  unit: '元',
  ...more,
})

describe('since the last edition', () => {
  it('tells how much a running total grew, in the other article of the next week', () => {
    const told = since(
      [then('甲县妇联', [cash(200_000, { asOf: '2020-03-01' })])],
      [later('甲县妇联', [cash(250_000, { asOf: '2020-03-08' })])],
    )
    expect(told.items).toMatchObject([
      { kind: 'changed', by: 50_000, percent: 25, approximate: false, before: { value: 200_000, number: 1 } },
    ])
    expect(told.items[0]?.facts).toEqual(['s1f1'])
  })

  it('does not call two gifts on two days one gift that changed', () => {
    const told = since(
      [then('甲县妇联', [cash(5000, { on: '2020-03-01' })])],
      [later('甲县妇联', [cash(8000, { on: '2020-03-08' })])],
    )
    expect(kinds(told)).toEqual([
      ['new', null, null],
      ['gone', 5000, null],
    ])
  })

  it('does not call two undated gifts of two articles one gift that changed', () => {
    const told = since([then('甲县妇联', [cash(5000)])], [later('甲县妇联', [cash(8000)])])
    expect(told.items.map(({ kind }) => kind)).toEqual(['new', 'gone'])
    expect(told.items[1]?.readAgain).toBe(false)
  })

  it('sees in an article that was updated what it says now', () => {
    const told = since([then('甲县妇联', [cash(5000)])], [summary('甲县妇联', [cash(8000)], { uri: 'old.txt' })])
    expect(kinds(told)).toEqual([['changed', 5000, 3000]])
  })

  it('says of a figure that is gone whether its article was read again', () => {
    const told = since(
      [then('甲县妇联', [cash(5000), { measure: 'gloves', value: 20, unit: '双' }])],
      [summary('甲县妇联', [cash(5000)], { uri: 'old.txt' })],
    )
    expect(told.confirmed).toEqual(['s1f1'])
    expect(told.items).toMatchObject([{ kind: 'gone', organisation: 'o1', readAgain: true, before: { value: 20 } }])
  })

  it('knows a figure again in a page whose blanks and punctuation are others', () => {
    const before = then('甲县妇联', [cash(5000, { item: '爱心款' })])
    const now = summary('甲县妇联', [cash(5000, { item: '爱心款' })], { uri: 'elsewhere.txt' })
    const [fact] = now.facts
    if (!fact) throw new Error('no fact')
    fact.evidence = { sentence: '  5000 元 爱心款！', start: 2, end: 8, sentenceStart: 0 }
    expect(since([before], [now])).toMatchObject({ items: [], confirmed: ['s1f1'] })
  })

  it('never compares different units, organisations or givers', () => {
    const told = since(
      [
        then('甲县妇联', [{ measure: 'mask', value: 300, unit: '个', asOf: '2020-03-01' }]),
        then('乙县妇联', [cash(100, { asOf: '2020-03-01' })], 'b.txt'),
        then('丙县妇联', [cash(700, { actor: '某公司', asOf: '2020-03-01' })], 'c.txt'),
      ],
      [
        later('甲县妇联', [{ measure: 'mask.boxed', value: 20, unit: '箱', asOf: '2020-03-08' }]),
        later('丁县妇联', [cash(150, { asOf: '2020-03-08' })], 'd.txt'),
        later('丙县妇联', [cash(900, { asOf: '2020-03-08' })], 'e.txt'),
      ],
    )
    expect(told.items.filter(({ kind }) => kind === 'changed')).toEqual([])
    expect(told.organisations).toEqual({ new: ['o2'], gone: [expect.objectContaining({ zh: '乙县妇联' })] })
  })

  it('never takes a kilogram from a tonne, though they stand in one row', () => {
    const told = since(
      [then('甲县妇联', [{ measure: 'sand', value: 3, unit: '吨', asOf: '2020-03-01' }])],
      [later('甲县妇联', [{ measure: 'sand', value: 3200, unit: '公斤', asOf: '2020-03-08' }])],
    )
    expect(told.items.filter(({ kind }) => kind === 'changed')).toEqual([])
  })

  it('takes pieces by their three names for one unit', () => {
    const told = since(
      [then('甲县妇联', [{ measure: 'mask', value: 300, unit: '个', asOf: '2020-03-01' }])],
      [later('甲县妇联', [{ measure: 'mask', value: 450, unit: '只', asOf: '2020-03-08' }])],
    )
    expect(told.items).toMatchObject([{ kind: 'changed', by: 150, percent: 50 }])
  })

  it('does not take an older total for what became of a later one', () => {
    const told = since(
      [then('甲县妇联', [cash(250, { asOf: '2020-03-08' })])],
      [later('甲县妇联', [cash(200, { asOf: '2020-03-01' })])],
    )
    expect(told.items.map(({ kind }) => kind)).toEqual(['new', 'gone'])
  })

  it('pairs nothing where two could be meant', () => {
    const two = (a: number, b: number, asOf: string) => [cash(a, { asOf }), cash(b, { asOf })]
    const told = since([then('甲县妇联', two(10, 20, '2020-03-01'))], [later('甲县妇联', two(15, 25, '2020-03-08'))])
    expect(told.items.map(({ kind }) => kind)).toEqual(['new', 'new', 'gone', 'gone'])
  })

  it('calls a difference of approximate figures approximate, and gives none for ranges', () => {
    const about = since(
      [then('甲县妇联', [cash(300, { asOf: '2020-03-01', approximation: 'over' })])],
      [later('甲县妇联', [cash(500, { asOf: '2020-03-08' })])],
    )
    expect(about.items).toMatchObject([{ by: 200, approximate: true }])
  })

  it('counts a figure told twice once', () => {
    const told = since(
      [then('甲县妇联', [cash(300, { asOf: '2020-03-01' })])],
      [later('甲县妇联', [cash(500, { asOf: '2020-03-08' }), cash(500, { asOf: '2020-03-08', repeats: 0 })])],
    )
    expect(told.items).toMatchObject([{ kind: 'changed', facts: ['s1f1', 's1f2'] }])
  })

  it('confirms everything and differs in nothing where both editions are the same', () => {
    const made = [
      then('甲县妇联', [cash(300), { measure: 'gloves', value: 20, unit: '双' }]),
      then('', [cash(7)], 'x.txt'),
    ]
    const told = since(made, made)
    expect(told.items).toEqual([])
    expect(told.confirmed).toHaveLength(3)
    expect(told.organisations).toEqual({ new: [], gone: [] })
  })

  it('warns where nothing is shared, and where another lens was used', () => {
    const earlier = compare([then('甲县妇联', [cash(300)])], { lens: { ...lens, id: 'other' } })
    const codes = compare([later('乙县妇联', [cash(500)])], { lens, earlier }).notes.map(({ code }) => code)
    expect(codes).toEqual(expect.arrayContaining(['since-nothing-shared', 'since-other-lens']))
  })
})
