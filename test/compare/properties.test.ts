import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compare } from '../../src/compare/index.js'
import type { Briefing, Summary } from '../../src/model/index.js'
import { Briefing as BriefingSchema } from '../../src/model/index.js'
import { processorTime } from '../processor-time.js'
import { type FactInput, lens, summary } from './build.js'

const days = ['2021-07-01', '2021-07-09', '2021-07-31']
const units: Record<string, string[]> = {
  total: ['元'],
  cash: ['元', '美元'],
  mask: ['个', '只', '盒'],
  'mask.n95': ['枚', '只'],
  gloves: ['双', '副', '箱'],
  rescuers: ['名', '人', '人次'],
  posts: ['篇', '条'],
}

const factInput: fc.Arbitrary<FactInput> = fc.constantFrom(...Object.keys(units)).chain((measure) =>
  fc.record(
    {
      measure: fc.constant(measure),
      category: fc.constantFrom('giving', 'work', 'media'),
      value: fc.integer({ min: 1, max: 5000 }),
      unit: fc.constantFrom<(string | null)[]>(...(units[measure] ?? []), null),
      item: fc.constantFrom('民警', '医生', '口罩', '款物'),
      actor: fc.constantFrom('侨领', '党员'),
      recipient: fc.constantFrom('邻省', '医院'),
      asOf: fc.constantFrom(...days),
      approximation: fc.constantFrom('exact' as const, 'over' as const, 'nearly' as const, 'range' as const),
      sentence: fc.integer({ min: 0, max: 2 }),
      per: fc.constant('天'),
    },
    { requiredKeys: ['measure', 'category', 'value', 'unit', 'item'] },
  ),
)

/** Articles whose later facts are now and then parts or repeats of the first. */
const article: fc.Arbitrary<Summary> = fc
  .tuple(
    fc.constantFrom('甲市工会', '乙市工会', '丙市工会', '丁市工会', ''),
    fc.array(fc.tuple(factInput, fc.constantFrom('plain', 'plain', 'part', 'repeat')), { maxLength: 10 }),
  )
  .map(([organisation, told]) =>
    summary(
      organisation,
      told.map(([input, how], index): FactInput => {
        if (index === 0 || how === 'plain') return input
        return how === 'part' ? { ...input, role: 'part', partOf: 0 } : { ...input, repeats: 0 }
      }),
    ),
  )
const articles = fc.array(article, { minLength: 1, maxLength: 6 })
const entriesOf = (briefing: Briefing) =>
  briefing.comparison.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.flatMap(({ entries }) => entries)))

describe('whatever is compared', () => {
  it('every table value is one fact as printed, or the sum of exactly its facts', () => {
    fc.assert(
      fc.property(articles, (summaries) => {
        const briefing = compare(summaries, { lens })
        const facts = new Map(briefing.facts.map((fact) => [fact.id, fact]))
        for (const entry of entriesOf(briefing)) {
          const own = entry.facts.flatMap((id) => facts.get(id) ?? [])
          expect(own).toHaveLength(entry.facts.length)
          if (!entry.sum) {
            expect(entry.value).toBe(own[0]?.quantity.value)
            continue
          }
          const terms = own.filter((fact) => fact.repeats === null && fact.source === own[0]?.source)
          expect(entry.value).toBe(terms.reduce((sum, fact) => sum + fact.quantity.value, 0))
          expect(new Set(terms.map((fact) => fact.evidence.sentenceStart)).size).toBe(1)
          expect(new Set(terms.map((fact) => fact.time?.asOf)).size).toBe(1)
          expect(new Set(terms.map((fact) => fact.actor?.zh)).size).toBe(1)
          expect(terms.every((fact) => fact.role === 'single')).toBe(true)
        }
      }),
      { numRuns: 100 },
    )
  })

  it('no fact is lost, and none stands in two places', () => {
    fc.assert(
      fc.property(articles, (summaries) => {
        const briefing = compare(summaries, { lens })
        const shown = entriesOf(briefing).flatMap(({ facts }) => facts)
        expect([...shown].sort()).toEqual(briefing.facts.map(({ id }) => id).sort())
      }),
      { numRuns: 100 },
    )
  })

  it('the order of articles changes no value', () => {
    const told = (briefing: Briefing) => {
      const names = new Map(briefing.organisations.map(({ id, zh }) => [id, zh]))
      return briefing.comparison
        .flatMap(({ category, rows }) =>
          rows.flatMap((row) =>
            row.cells.flatMap(({ organisation, entries }) =>
              entries.map(({ value, approximation, sum, qualifier, role }) =>
                JSON.stringify([
                  [category, row.measure, row.label.zh, row.per],
                  [names.get(organisation), value, approximation, sum, qualifier?.zh, role],
                ]),
              ),
            ),
          ),
        )
        .sort()
    }
    // One article an organisation: reprints are merged into whichever comes first.
    const single = fc.uniqueArray(article, {
      minLength: 1,
      maxLength: 4,
      selector: ({ organisation }) => organisation.zh,
    })
    fc.assert(
      fc.property(single, (summaries) => {
        const forwards = compare(summaries, { lens })
        const backwards = compare([...summaries].reverse(), { lens })
        expect(told(backwards)).toEqual(told(forwards))
      }),
      { numRuns: 100 },
    )
  })

  it('an article read twice changes no value', () => {
    const values = (briefing: Briefing) => entriesOf(briefing).map(({ value, sum, role }) => [value, sum, role])
    fc.assert(
      fc.property(
        article.filter(({ organisation }) => organisation.zh !== ''),
        (one) => {
          expect(values(compare([one, one], { lens }))).toEqual(values(compare([one], { lens })))
        },
      ),
      { numRuns: 100 },
    )
  })

  it('the briefing is valid, its rows full, its notes and key figures found', () => {
    fc.assert(
      fc.property(articles, (summaries) => {
        const briefing = compare(summaries, { lens })
        expect(BriefingSchema.safeParse(briefing).error).toBeUndefined()
        const organisations = briefing.organisations.map(({ id }) => id)
        const rows = briefing.comparison.flatMap((group) => group.rows)
        for (const row of rows) {
          expect(row.cells.map(({ organisation }) => organisation)).toEqual(organisations)
          for (const note of row.notes) expect(briefing.notes[note]).toBeDefined()
        }
        const ids = new Set(rows.map(({ id }) => id))
        for (const { row } of briefing.keyFigures) expect(ids).toContain(row)
        expect(briefing.matrix.cells).toHaveLength(organisations.length * lens.categories.length)
      }),
      { numRuns: 100 },
    )
  })
})

describe('a thousand organisations', () => {
  const numbers = (count: number): Summary[] =>
    Array.from({ length: count }, (_, i) =>
      summary(`第${i}县工会`, [
        { measure: 'total', value: 1000 + i, unit: '元', role: 'total', asOf: days[i % 3] ?? '' },
        { measure: 'cash', value: 900 + i, unit: '元', role: 'part', partOf: 0, actor: `企业${i}` },
        ...['mask', 'gloves', 'posts', 'reads'].map((measure, j) => ({ measure, value: i + j + 1, unit: null })),
        ...Array.from({ length: 14 }, (__, j) => ({
          value: j + 1,
          unit: '件',
          item: `物品${i}之${j}`,
          category: 'work',
        })),
      ]),
    )
  it('are compared in seconds', () => {
    const summaries = numbers(1000)
    const start = processorTime()
    compare(summaries, { lens })
    // About a second on two slow cores; quadratic work would take minutes.
    expect(processorTime() - start).toBeLessThan(15_000)
  })

  it('still make rows that a page can hold: what only one of them counts has none, and a note says so', () => {
    const briefing = compare(numbers(1000), { lens })
    expect(briefing.comparison.flatMap(({ rows }) => rows).length).toBeLessThan(30)
    expect(briefing.notes.find(({ code }) => code === 'items-left-out')?.params).toEqual({ count: 14_000 })
    expect(briefing.notes.length).toBeLessThan(60)
  })
})
