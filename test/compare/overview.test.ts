import { describe, expect, it } from 'vitest'
import { compare } from '../../src/compare/index.js'
import type { Act, Briefing, Summary } from '../../src/model/index.js'
import { zhOnly } from '../../src/model/index.js'
import { type FactInput, lens, summary } from './build.js'

const briefingOf = (...summaries: Summary[]): Briefing => compare(summaries, { lens })

function act(category: string, text: string, sentenceStart: number, on?: string): Act {
  const time =
    on === undefined ? null : { kind: 'on' as const, asOf: on, from: null, basis: 'printed' as const, surface: on }
  const evidence = { start: sentenceStart, end: sentenceStart + text.length, sentence: text, sentenceStart }
  return { category, text: zhOnly(text), time, facts: [], evidence }
}

describe('facts', () => {
  it('are numbered in evidence order and named once in the briefing', () => {
    const first = summary('甲', [
      { measure: 'mask', value: 1, unit: '只' },
      { measure: 'mask', value: 2, unit: '只', partOf: 0, role: 'part' },
    ])
    first.facts.reverse()
    const { facts } = briefingOf(first, summary('乙', [{ measure: 'mask', value: 3, unit: '只' }]))
    expect(facts.map(({ id, number, source, organisation }) => [id, number, source, organisation])).toEqual([
      ['s1f1', 1, 's1', 'o1'],
      ['s1f2', 2, 's1', 'o1'],
      ['s2f1', 3, 's2', 'o2'],
    ])
    expect(facts[1]?.partOf).toBe('s1f1')
  })
})

describe('who did what', () => {
  it('tells figures, words only and nothing apart, and names what nobody reported', () => {
    const { matrix, gaps } = briefingOf(
      summary('甲', [{ measure: 'mask', value: 1, unit: '只' }], { acts: [act('praise', '表彰先进。', 0)] }),
      summary('乙', [{ measure: 'posts', value: 5, unit: '篇', category: 'media' }]),
    )
    const level = (organisation: string, category: string) =>
      matrix.cells.find((cell) => cell.organisation === organisation && cell.category === category)?.level
    expect([level('o1', 'giving'), level('o1', 'praise'), level('o1', 'media')]).toEqual([
      'figures',
      'reported',
      'none',
    ])
    expect([level('o2', 'giving'), level('o2', 'media')]).toEqual(['none', 'figures'])
    expect(gaps.map(({ id }) => id)).toEqual(['work'])
  })
})

describe('the key figures', () => {
  const many: FactInput[] = [
    { measure: 'total', value: 700, unit: '元', role: 'total' },
    { measure: 'cash', value: 400, unit: '元', role: 'part', partOf: 0 },
    { measure: 'mask', value: 90, unit: '只' },
    { measure: 'gloves', value: 9000, unit: '双' },
    { measure: 'rescuers', value: 30, unit: '名', category: 'work' },
    { measure: 'reads', value: 80_000, unit: '次', category: 'media' },
    { measure: 'share', value: 99, unit: '%', category: 'work' },
  ]

  it('mix money, supplies, people and reach, and prefer what several organisations report', () => {
    const { keyFigures } = briefingOf(
      summary('甲', many),
      summary('乙', [
        { measure: 'mask', value: 50, unit: '只' },
        { measure: 'total', value: 20, unit: '元' },
      ]),
    )
    const told = keyFigures.map(({ label, organisation, entry }) => [label.en, organisation, entry.value])
    expect(told).toEqual([
      ['total', 'o1', 700],
      ['mask', 'o1', 90],
      ['gloves', 'o1', 9000],
      ['rescuers', 'o1', 30],
      ['reads', 'o1', 80_000],
    ])
  })

  it('put the largest figure of a shared measure first, and no part beside its total', () => {
    const { keyFigures } = briefingOf(
      summary('甲', [
        { measure: 'total', value: 700, unit: '元', role: 'total' },
        { measure: 'cash', value: 400, unit: '元', role: 'part', partOf: 0 },
      ]),
      summary('乙', [{ measure: 'cash', value: 90_000, unit: '元' }]),
    )
    expect(keyFigures.map(({ label, organisation, entry }) => [label.en, organisation, entry.value])).toEqual([
      ['cash', 'o2', 90_000],
    ])
  })
})

describe('the lead', () => {
  it('tells together what one sentence of the source tells, money first, and every organisation speaks', () => {
    const { lead } = briefingOf(
      summary('甲', [
        { measure: 'posts', value: 3, unit: '篇', category: 'media' },
        { measure: 'total', value: 700, unit: '元', role: 'total', sentence: 1 },
        { measure: 'cash', value: 400, unit: '元', role: 'part', partOf: 1, sentence: 1 },
        { measure: 'rescuers', value: 30, unit: '名', category: 'work' },
      ]),
      summary('乙', [
        { measure: 'reads', value: 30, unit: '次', category: 'media' },
        { measure: 'cash', value: 20, unit: '元' },
      ]),
    )
    expect(lead.map(({ facts }) => facts)).toEqual([['s1f2', 's1f3'], ['s2f2'], ['s1f4'], ['s2f1']])
    expect(lead.every(({ text }) => text.zh === '' && text.en === '')).toBe(true)
  })

  it('has at most six sentences however many organisations there are', () => {
    const summaries = Array.from({ length: 9 }, (_, i) =>
      summary(`${'甲乙丙丁戊己庚辛壬'[i]}市工会`, [
        { measure: 'cash', value: 10 + i, unit: '元' },
        { measure: 'mask', value: 90 - i, unit: '只' },
        { measure: 'rescuers', value: 5 + i, unit: '名', category: 'work' },
      ]),
    )
    const { lead, keyFigures } = briefingOf(...summaries)
    expect(lead.length).toBeGreaterThanOrEqual(3)
    expect(lead.length).toBeLessThanOrEqual(6)
    const told = new Set(lead.flatMap(({ facts }) => facts))
    expect(keyFigures.every(({ entry }) => entry.facts.some((id) => told.has(id)))).toBe(true)
  })
})

describe('the timeline', () => {
  it('runs in order: dated sentences, states of a day by category, spans at their first day, publications', () => {
    const { timeline, period, date } = briefingOf(
      summary(
        '甲',
        [
          { measure: 'cash', value: 9, unit: '元', asOf: '2021-07-09' },
          { measure: 'mask', value: 8, unit: '只', asOf: '2021-07-09' },
          {
            measure: 'posts',
            value: 7,
            unit: '篇',
            category: 'media',
            asOf: '2021-07-31',
            from: '2021-07-02',
            inferred: true,
          },
          { measure: 'cash', value: 9, unit: '元', asOf: '2021-07-09', repeats: 0 },
        ],
        { publishedAt: '2021-08-01T09:30', acts: [act('work', '成立救援队。', 500, '2021-07-05')] },
      ),
    )
    expect(timeline.map(({ time, text, facts }) => [time.from ?? time.asOf, time.kind, text.zh, facts])).toEqual([
      ['2021-07-02', 'span', '7篇posts。', ['s1f3']],
      ['2021-07-05', 'on', '成立救援队。', []],
      ['2021-07-09', 'asOf', '捐赠', ['s1f1', 's1f2']],
      ['2021-08-01', 'on', '甲在行动', []],
    ])
    expect(period).toEqual({ from: '2021-07-02', to: '2021-07-31', basis: 'inferred' })
    expect(date).toBe('2021-08-01')
  })

  it('tells a sentence that two articles of one organisation share once', () => {
    const shared = { acts: [act('work', '成立救援队。', 0, '2021-07-05')] }
    expect(briefingOf(summary('甲', [], shared), summary('甲', [], shared)).timeline).toHaveLength(1)
  })
})

describe('date and title', () => {
  it('come from the caller, and from nowhere else if there is none', () => {
    const dated = compare([summary('甲', [])], { lens, date: '2022-01-02', title: { zh: '简报' } })
    expect([dated.date, dated.title.zh, dated.title.en]).toEqual(['2022-01-02', '简报', ''])
    const undated = compare([summary('甲', [])], { lens })
    expect([undated.date, undated.title.zh, undated.period.basis]).toEqual([null, '', 'unknown'])
  })
})

describe('the subject', () => {
  const about = (...onSubject: boolean[]) =>
    briefingOf(
      ...onSubject.map((each, at) => ({
        ...summary(`${at}`, [{ measure: 'mask', value: 1, unit: '只' }]),
        onSubject: each,
      })),
    ).lens.subject.en

  it('is that of the lens where half of the articles are on it, and names nothing that they do not', () => {
    expect(about(true, false)).toBe(lens.subject.en)
    expect(about(true, false, false)).toBe('work reported')
  })
})
