import { describe, expect, it } from 'vitest'
import { compare } from '../../src/compare/index.js'
import type { Briefing, Entry, Row, Summary } from '../../src/model/index.js'
import { Briefing as BriefingSchema } from '../../src/model/index.js'
import { lens, summary } from './build.js'

const briefingOf = (...summaries: Summary[]): Briefing => compare(summaries, { lens })
const rowsOf = (briefing: Briefing): Row[] => briefing.comparison.flatMap(({ rows }) => rows)
const row = (briefing: Briefing, measure: string, unit?: string): Row => {
  const found = rowsOf(briefing).filter(
    (one) => one.measure === measure && (unit === undefined || one.unit.zh === unit),
  )
  expect(found).toHaveLength(1)
  return found[0] as Row
}
const entries = (one: Row, index = 0): Entry[] => one.cells[index]?.entries ?? []
const values = (one: Row, index = 0): number[] => entries(one, index).map(({ value }) => value)
const codes = (briefing: Briefing, one: Row): string[] => one.notes.map((note) => briefing.notes[note]?.code ?? '')

describe('what stands in one row', () => {
  it('puts masks in 个, 只 and 枚 in one row, boxes in another', () => {
    const briefing = briefingOf(
      summary('甲市工会', [{ measure: 'mask', value: 300, unit: '个', item: '口罩' }]),
      summary('乙市工会', [
        { measure: 'mask', value: 200, unit: '只', item: '口罩' },
        { measure: 'mask.boxed', value: 7, unit: '箱', item: '口罩' },
      ]),
      summary('丙市工会', [{ measure: 'mask', value: 100, unit: '枚', item: '口罩' }]),
    )
    expect(row(briefing, 'mask').cells.map(({ entries: [first] }) => first?.value)).toEqual([300, 200, 100])
    expect(values(row(briefing, 'mask.boxed'), 1)).toEqual([7])
    expect(codes(briefing, row(briefing, 'mask'))).toContain('units-differ')
  })

  it('shows tonnes, kilograms and jin in one row, in the largest that was printed, and says so', () => {
    const briefing = briefingOf(
      summary('甲', [{ measure: 'sand', value: 3, unit: '吨' }]),
      summary('乙', [{ measure: 'sand', value: 800, unit: '千克' }]),
      summary('丙', [{ measure: 'sand.fine', value: 1300, unit: '斤' }]),
      summary('丁', [{ measure: 'sand', value: 40, unit: '箱' }]),
    )
    const sand = row(briefing, 'sand', '吨')
    expect(sand.cells.map(({ entries: [first] }) => first?.value)).toEqual([3, 0.8, 0.65, undefined])
    expect(sand.converted).toMatchObject([{ factor: 0.001 }, { factor: 0.0005 }])
    expect(codes(briefing, sand)).toContain('units-converted')
    expect(values(row(briefing, 'sand', '箱'), 3), 'boxes have no weight').toEqual([40])
    expect(briefing.facts[1]?.quantity, 'the evidence keeps what was printed').toMatchObject({
      value: 800,
      unit: '千克',
    })
  })

  it('puts one unit by several names in one row', () => {
    const hours = { category: 'care', item: '在线答疑' }
    const briefing = briefingOf(
      summary('甲', [{ ...hours, value: 30, unit: '小时' }]),
      summary('乙', [{ ...hours, value: 50, unit: '个小时' }]),
      summary('丙', [{ ...hours, value: 70, unit: '钟头' }]),
    )
    expect(rowsOf(briefing).map(({ cells }) => cells.map(({ entries: [first] }) => first?.value))).toEqual([
      [30, 50, 70],
    ])
  })

  it('converts nothing where all print one unit', () => {
    const briefing = briefingOf(
      summary('甲', [{ measure: 'sand', value: 500, unit: '公斤' }]),
      summary('乙', [{ measure: 'sand', value: 800, unit: '公斤' }]),
    )
    const sand = row(briefing, 'sand', '公斤')
    expect(sand.cells.map(({ entries: [first] }) => first?.value)).toEqual([500, 800])
    expect(sand.converted).toBeUndefined()
  })

  it('never takes person-times for persons, but reads in 次 and 人次 are one', () => {
    const briefing = briefingOf(
      summary('甲', [
        { measure: 'rescuers', value: 30, unit: '名' },
        { measure: 'reads', value: 9, unit: '次' },
      ]),
      summary('乙', [
        { measure: 'rescuers', value: 500, unit: '人次' },
        { measure: 'reads', value: 8, unit: '人次' },
      ]),
    )
    expect(values(row(briefing, 'rescuers', '名'), 1)).toEqual([])
    expect(values(row(briefing, 'rescuers', '人次'), 1)).toEqual([500])
    expect(row(briefing, 'reads').cells.every((cell) => cell.entries.length === 1)).toBe(true)
  })

  it('lets a narrower measure stand in the row of the broader one, named', () => {
    const briefing = briefingOf(
      summary('甲', [{ measure: 'mask', value: 500, unit: '只', item: '口罩' }]),
      summary('乙', [{ measure: 'mask.n95', value: 20, unit: '只', item: 'N95口罩' }]),
    )
    expect(entries(row(briefing, 'mask'), 1)[0]).toMatchObject({ value: 20, qualifier: { zh: 'N95口罩' } })
  })

  it('gives rates and shares rows of their own', () => {
    const briefing = briefingOf(
      summary('甲', [
        { measure: 'mask', value: 900, unit: '只' },
        { measure: 'mask', value: 90, unit: '只', per: '天' },
      ]),
    )
    expect(rowsOf(briefing).map(({ per }) => per)).toEqual([null, '天'])
    expect(rowsOf(briefing).map((one) => values(one))).toEqual([[900], [90]])
  })

  it('gives what was sent to somebody named a row of its own beside what was raised', () => {
    const briefing = briefingOf(
      summary('甲', [
        { measure: 'mask', value: 900, unit: '只', item: '口罩' },
        { measure: 'mask', value: 40, unit: '只', item: '口罩', recipient: '邻国' },
      ]),
      summary('乙', [{ measure: 'mask', value: 70, unit: '只', item: '口罩', recipient: '县医院' }]),
    )
    expect(rowsOf(briefing).map((one) => [one.label.en, values(one), values(one, 1)])).toEqual([
      ['mask', [900], [70]],
      ['mask (sent out)', [40], []],
    ])
    expect(entries(rowsOf(briefing)[1] as Row)[0]?.qualifier?.zh).toBe('→ 邻国')
  })

  it('brings goods together that articles tell of under different headings, but not money', () => {
    const briefing = briefingOf(
      summary('甲', [{ measure: 'mask', value: 1, unit: '只', category: 'giving' }]),
      summary('乙', [{ measure: 'mask', value: 2, unit: '只', category: 'giving' }]),
      summary('丙', [
        { measure: 'mask', value: 3, unit: '只', category: 'work' },
        { measure: 'cash', value: 9, unit: '元', category: 'work' },
      ]),
      summary('丁', [
        { measure: 'mask', value: 4, unit: '只', category: null },
        { measure: 'mask', value: 5, unit: '只', category: 'work' },
        { measure: 'cash', value: 8, unit: '元', category: 'giving' },
      ]),
    )
    const told = briefing.comparison.flatMap(({ category, rows }) =>
      rows.map((one) => [category, one.measure, one.cells.map((_, index) => values(one, index))]),
    )
    expect(told).toEqual([
      ['giving', 'cash', [[], [], [], [8]]],
      ['giving', 'mask', [[1], [2], [3], [5, 4]]],
      ['work', 'cash', [[], [], [9], []]],
    ])
  })

  it('keeps a categorised figure that no measure fits, and leaves out one without a category', () => {
    const briefing = briefingOf(
      summary('甲', [
        { value: 4, unit: '艘', item: '冲锋舟', category: 'work' },
        { value: 5, unit: '项', item: '举措', category: null },
      ]),
    )
    expect(rowsOf(briefing).map(({ label, unit }) => [label.zh, unit.zh])).toEqual([['冲锋舟', '艘']])
    expect(briefing.facts).toHaveLength(2)
  })

  it('shows what was not reported as nothing, never as 0', () => {
    const briefing = briefingOf(summary('甲', [{ measure: 'mask', value: 5, unit: '只' }]), summary('乙', []))
    expect(row(briefing, 'mask').cells[1]).toEqual({ organisation: 'o2', entries: [] })
    expect(JSON.stringify(briefing.comparison)).not.toContain('"value":0')
  })
})

describe('what is added up', () => {
  it('never adds a total to its parts', () => {
    const briefing = briefingOf(
      summary('甲', [
        { measure: 'total', value: 700, unit: '元', item: '款物', role: 'total', approximation: 'nearly', sentence: 1 },
        { measure: 'cash', value: 400, unit: '元', item: '现金', role: 'part', partOf: 0, sentence: 1 },
        { measure: 'goods', value: 290, unit: '元', item: '物资', role: 'part', partOf: 0, sentence: 1 },
        { measure: 'mask', value: 90, unit: '只', item: '口罩', role: 'total', sentence: 2 },
        { measure: 'mask', value: 50, unit: '只', item: '儿童口罩', role: 'part', partOf: 3, sentence: 2 },
        { measure: 'mask', value: 40, unit: '只', item: '防尘口罩', role: 'part', partOf: 3, sentence: 2 },
      ]),
    )
    expect(rowsOf(briefing).map(({ measure, indent }) => [measure, indent])).toEqual([
      ['total', 0],
      ['cash', 1],
      ['goods', 1],
      ['mask', 0],
    ])
    expect(values(row(briefing, 'mask'))).toEqual([90, 50, 40])
    expect(
      rowsOf(briefing)
        .flatMap((one) => entries(one))
        .some(({ sum }) => sum),
    ).toBe(false)
  })

  it('never sums cumulative counts of different dates, and says so', () => {
    const briefing = briefingOf(
      summary('甲', [
        { measure: 'cash', value: 600, unit: '元', item: '资金', asOf: '2021-07-10' },
        { measure: 'cash', value: 1500, unit: '元', item: '资金', asOf: '2021-07-25' },
      ]),
    )
    const cash = row(briefing, 'cash')
    expect(entries(cash).map(({ value, time }) => [value, time?.asOf])).toEqual([
      [1500, '2021-07-25'],
      [600, '2021-07-10'],
    ])
    expect(codes(briefing, cash)).toContain('cumulative-dates-differ')
  })

  it('sums one enumeration of different things, marked as ours', () => {
    const briefing = briefingOf(
      summary('甲', [
        { measure: 'rescuers', value: 3, unit: '名', item: '民警', sentence: 1 },
        { measure: 'rescuers', value: 5, unit: '名', item: '医生', sentence: 1, approximation: 'over' },
      ]),
    )
    const rescuers = row(briefing, 'rescuers')
    expect(entries(rescuers)).toEqual([
      expect.objectContaining({ value: 8, sum: true, facts: ['s1f1', 's1f2'], approximation: 'over' }),
    ])
    expect(codes(briefing, rescuers)).toEqual(['sum-is-ours'])
    expect(briefing.notes[rescuers.notes[0] ?? -1]?.params).toMatchObject({ terms: '3 + 5', total: '8' })
  })

  it.each([
    ['another giver', { actor: '企业家' }],
    ['another recipient', { recipient: '邻省' }],
    ['another day', { asOf: '2021-07-02' }],
    ['another sentence', { sentence: 2 }],
    ['the same thing again', { item: '沙袋口罩' }],
    ['a range', { approximation: 'range' as const }],
  ])('does not sum where there is %s', (_, difference) => {
    const briefing = briefingOf(
      summary('甲', [
        { measure: 'mask', value: 3, unit: '只', item: '口罩', recipient: '医院', sentence: 1 },
        { measure: 'mask', value: 5, unit: '只', item: '面罩', recipient: '医院', sentence: 1, ...difference },
      ]),
    )
    expect(values(row(briefing, 'mask')).sort()).toEqual([3, 5])
    expect(row(briefing, 'mask').notes).toHaveLength(1)
  })

  it('warns that an undated case may be inside a dated total', () => {
    const briefing = briefingOf(
      summary('甲', [
        { measure: 'mask', value: 300, unit: '只', item: '口罩', actor: '侨领', asOf: '2021-07-31' },
        { measure: 'mask', value: 150, unit: '只', item: '口罩', actor: '林某' },
      ]),
    )
    expect(entries(row(briefing, 'mask')).map(({ qualifier }) => qualifier?.zh)).toEqual(['侨领', '林某'])
    expect(codes(briefing, row(briefing, 'mask'))).toContain('possible-overlap')
  })

  it('counts a repeated figure once, with both places', () => {
    const briefing = briefingOf(
      summary('甲', [
        { measure: 'cash', value: 900, unit: '元' },
        { measure: 'cash', value: 900, unit: '元', repeats: 0 },
      ]),
    )
    expect(entries(row(briefing, 'cash'))).toEqual([expect.objectContaining({ value: 900, facts: ['s1f1', 's1f2'] })])
  })

  it('knows from a repetition what a headline left out: what is counted, the day, that it is a total', () => {
    const briefing = briefingOf(
      summary('甲', [
        { measure: null, category: null, value: 900, unit: '元' },
        { measure: 'total', value: 900, unit: '元', repeats: 0, role: 'total', asOf: '2021-07-09' },
        { measure: 'cash', value: 500, unit: '元', role: 'part', partOf: 1, asOf: '2021-07-09' },
      ]),
    )
    expect(rowsOf(briefing).map(({ measure, indent }) => [measure, indent])).toEqual([
      ['total', 0],
      ['cash', 1],
    ])
    expect(entries(row(briefing, 'total'))[0]).toMatchObject({ role: 'total', time: { asOf: '2021-07-09' } })
    expect(briefing.keyFigures.map(({ entry }) => entry.value)).toEqual([900])
  })

  it('takes the same figure in two articles of one organisation for one, of different days for two', () => {
    const briefing = briefingOf(
      summary('甲市工会', [
        { measure: 'cash', value: 900, unit: '元', asOf: '2021-07-01' },
        { measure: 'mask', value: 30, unit: '只', asOf: '2021-07-01' },
      ]),
      summary(' 甲市工会', [
        { measure: 'cash', value: 900, unit: '元' },
        { measure: 'mask', value: 30, unit: '只', asOf: '2021-07-09' },
      ]),
    )
    expect(briefing.organisations.map(({ id, sources }) => [id, sources])).toEqual([['o1', ['s1', 's2']]])
    expect(entries(row(briefing, 'cash'))).toEqual([expect.objectContaining({ facts: ['s1f1', 's2f1'] })])
    expect(values(row(briefing, 'mask'))).toEqual([30, 30])
  })
})

describe('what a reader must know', () => {
  it('says where a figure in a row of parts is no part of the total above', () => {
    const briefing = briefingOf(
      summary('甲', [
        { measure: 'total', value: 700, unit: '元', role: 'total' },
        { measure: 'cash', value: 400, unit: '元', role: 'part', partOf: 0 },
      ]),
      summary('乙', [
        { measure: 'total', value: 80, unit: '元', actor: '侨领' },
        { measure: 'cash', value: 5000, unit: '元' },
      ]),
    )
    const cash = row(briefing, 'cash')
    expect(cash.indent).toBe(1)
    const note = briefing.notes[cash.notes[0] ?? -1]
    expect(note).toMatchObject({ code: 'not-part-of-total', params: { organisation: '乙' }, facts: ['s2f2'] })
    expect(codes(briefing, row(briefing, 'total'))).toContain('givers-differ')
  })

  it('says where as-of dates differ, once for all rows of the same dates', () => {
    const briefing = briefingOf(
      summary('甲', [
        { measure: 'mask', value: 1, unit: '只', asOf: '2021-07-09' },
        { measure: 'gloves', value: 1, unit: '双', asOf: '2021-07-09' },
      ]),
      summary('乙', [
        { measure: 'mask', value: 2, unit: '只', asOf: '2021-07-31' },
        { measure: 'gloves', value: 2, unit: '副', asOf: '2021-07-31' },
      ]),
    )
    const about = briefing.notes.filter(({ code }) => code === 'as-of-dates-differ')
    expect(about).toHaveLength(1)
    expect(rowsOf(briefing).every((one) => codes(briefing, one).includes('as-of-dates-differ'))).toBe(true)
  })

  it('carries the doubts of every summary with its source and its facts', () => {
    const note = { severity: 'warning' as const, code: 'unit-lost', message: 'A unit is lost.', facts: ['f1'] }
    const briefing = briefingOf(
      summary('甲', []),
      summary('乙', [{ measure: 'mask', value: 2 }], { notes: [note], uri: 'b.txt' }),
    )
    expect(briefing.notes).toContainEqual({ ...note, source: 'b.txt', facts: ['s2f1'] })
    expect(codes(briefing, row(briefing, 'mask'))).toEqual(['unit-lost'])
  })

  it('is a valid briefing', () => {
    const briefing = briefingOf(
      summary('甲', [{ measure: 'mask', value: 2, unit: '只' }]),
      summary('', []),
      summary('', []),
    )
    expect(BriefingSchema.parse(briefing)).toEqual(briefing)
    expect(briefing.organisations).toHaveLength(3)
  })
})
