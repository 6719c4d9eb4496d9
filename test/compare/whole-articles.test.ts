import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, it } from 'vitest'
import { analyse } from '../../src/analyse/index.js'
import { collect } from '../../src/collect/index.js'
import { compare } from '../../src/compare/index.js'
import { loadLens } from '../../src/config/lens.js'
import { extract } from '../../src/extract/index.js'
import type { Briefing, Row } from '../../src/model/index.js'

const root = fileURLToPath(new URL('../../', import.meta.url))
const corpus = fileURLToPath(new URL('../../../shared/corpus/articles/', import.meta.url))

async function briefingOf(inputs: string[]): Promise<Briefing> {
  const lens = await loadLens('public-response', root)
  const collected = await collect(inputs, { cwd: root })
  const articles = collected.flatMap(({ source }) => (source ? (extract(source).value ?? []) : []))
  return compare(
    articles.map((article) => analyse(article, lens)),
    { lens },
  )
}

let briefing: Briefing
const rows = (category: string, measure: string): Row[] =>
  briefing.comparison.find((group) => group.category === category)?.rows.filter((row) => row.measure === measure) ?? []
const values = (category: string, measure: string): (number[] | null)[] => {
  const [row] = rows(category, measure)
  return row?.cells.map(({ entries }) => (entries.length === 0 ? null : entries.map(({ value }) => value))) ?? []
}
const notesOf = (row: Row | undefined): string[] => row?.notes.map((index) => briefing.notes[index]?.code ?? '') ?? []

// The corpus is other people's text and is not part of a clone.
describe.skipIf(!existsSync(corpus))(
  'the two whole articles of the corpus, beside how an analyst compared them',
  () => {
    beforeAll(async () => {
      briefing = await briefingOf([`${corpus}tongren-womens-federation.txt`, `${corpus}zhigong-fujian.txt`])
    })

    it('money: totals above their parts, two drives shown apart, nothing added up', () => {
      expect(values('donation', 'money.total')).toEqual([[700_000], [3_746_000]])
      expect(values('donation', 'money.cash')).toEqual([[361_470], [125_440_200, 350_000]])
      expect(values('donation', 'money.supplies')).toEqual([[337_386], [14_799_600]])
      expect(rows('donation', 'money.cash')[0]?.indent).toBe(1)
      expect(notesOf(rows('donation', 'money.cash')[0])).toEqual(
        expect.arrayContaining(['different-givers', 'not-part-of-total', 'as-of-dates-differ']),
      )
      expect(values('recovery', 'money.cash')).toEqual([null, [57_800]])
    })

    it('masks in one unit, the single case beside the drives, those sent abroad in a row of their own', () => {
      const [masks, sent] = rows('donation', 'mask')
      expect(values('donation', 'mask')).toEqual([null, [357_100, 300_000, 150_000]])
      expect(notesOf(masks)).toContain('possible-overlap')
      expect(sent?.label.en).toContain('sent out')
      expect(sent?.cells[1]?.entries.map(({ value }) => value)).toEqual([4500])
      expect(values('donation', 'gloves')).toEqual([null, [100_000, 800]])
      expect(values('donation', 'suit')).toEqual([null, [2950, 2500]])
    })

    it('publicity: posts with posts, reads with reads, readers apart', () => {
      expect(values('publicity', 'posts')).toEqual([[300], [108]])
      expect(rows('publicity', 'posts')[0]?.cells[0]?.entries[0]?.approximation).toBe('over')
      expect(values('publicity', 'reads')).toEqual([[20_000], [100_000]])
      expect(JSON.stringify(rows('publicity', 'reads'))).not.toContain('68000')
    })

    it('people: blood donors are summed as ours, groups on duty are not', () => {
      const [donors] = rows('donation', 'blood-donors')
      expect(donors?.cells[0]?.entries).toEqual([expect.objectContaining({ value: 6, sum: true })])
      expect(notesOf(donors)).toContain('sum-is-ours')
      const duty = rows('frontline', 'officials')[0]?.cells[0]?.entries
      expect(duty?.map(({ value, sum }) => [value, sum])).toEqual([
        [10, false],
        [3, false],
      ])
    })

    it('the timeline runs from the leading groups to the last figures', () => {
      const days = briefing.timeline.map(({ time, organisation }) => [time.from ?? time.asOf, organisation])
      expect(days).toEqual(
        expect.arrayContaining([
          ['2020-01-25', 'o2'],
          ['2020-01-26', 'o2'],
          ['2020-02-09', 'o1'],
          ['2020-02-16', 'o1'],
          ['2020-03-26', 'o2'],
          ['2020-03-29', 'o2'],
          ['2020-03-31', 'o2'],
        ]),
      )
      expect(briefing.period).toEqual({ from: '2020-01-25', to: '2020-03-31', basis: 'inferred' })
    })

    it('the notes name the damages, the sums that agree and the sum that stands out', () => {
      const codes = briefing.notes.map(({ code }) => code)
      for (const code of ['damaged-date', 'unit-lost', 'parts-add-up', 'implausible-jump', 'publication-date-missing'])
        expect(codes).toContain(code)
    })
  },
)

describe('the sample articles', () => {
  beforeAll(async () => {
    briefing = await briefingOf(['assets/examples'])
  })

  it('give a first briefing worth looking at: many measures that two or more organisations share', () => {
    expect(briefing.organisations).toHaveLength(4)
    const shared = briefing.comparison
      .flatMap((group) => group.rows)
      .filter((row) => row.cells.filter(({ entries }) => entries.length > 0).length >= 2)
    expect(shared.length).toBeGreaterThanOrEqual(12)
    expect(briefing.keyFigures.length).toBeGreaterThanOrEqual(4)
    expect(briefing.lead.length).toBeGreaterThanOrEqual(3)
    expect(new Set(briefing.keyFigures.map(({ organisation }) => organisation)).size).toBeGreaterThanOrEqual(3)
  })

  it('show a damaged date, a lost unit and parts that agree with their total', () => {
    const codes = briefing.notes.map(({ code }) => code)
    expect(codes).toEqual(expect.arrayContaining(['damaged-date', 'unit-lost', 'parts-add-up']))
  })
})
