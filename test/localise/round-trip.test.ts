import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findDates } from '../../src/language/dates.js'
import { scanQuantities } from '../../src/language/quantities.js'
import { renderSpan } from '../../src/language/render.js'
import { numbersInEnglish } from '../../src/language/same-numbers.js'
import { localiseSummary } from '../../src/localise/index.js'
import type { Fact } from '../../src/model/index.js'
import { factOf, lens, summaryOf } from './build.js'

const approximations: [string, string, Fact['quantity']['approximation'], RegExp][] = [
  ['', '', 'exact', /^/],
  ['近', '', 'nearly', /\bnearly\b/i],
  ['约', '', 'about', /\babout\b/i],
  ['超过', '', 'over', /\bmore than\b/i],
  ['', '余', 'over', /\bmore than\b/i],
  ['不足', '', 'under', /\b(?:fewer|less) than\b/i],
  ['至少', '', 'atLeast', /\bat least\b/i],
]
/** Unit, item, and how much of its value the English keeps. */
const things: [string, string, number][] = [
  ['只', '口罩', 1],
  ['名', '志愿者', 1],
  ['元', '现金', 1],
  ['吨', '消毒液', 1],
  ['斤', '蔬菜', 0.5],
  ['篇', '推文', 1],
  ['平方米', '厂房', 1],
]

/** A number as a Chinese text prints it: 374.6万, 1.2亿, 35000. */
const printed = fc.oneof(
  fc.integer({ min: 2, max: 99999 }).map(String),
  fc.integer({ min: 11, max: 99999 }).map((n) => `${n / 10}万`),
  fc.integer({ min: 101, max: 99999 }).map((n) => `${n / 100}亿`),
)

function read(
  text: string,
): Pick<Fact['quantity'], 'value' | 'upper' | 'unit' | 'approximation'> & { surface: string } {
  const [found] = scanQuantities(text, new Uint8Array(text.length))
  if (!found) throw new Error(`no figure in ${text}`)
  const { value, upper, unit, approximation, start, end } = found
  return { value, upper, unit, approximation, surface: text.slice(start, end) }
}

function english(surface: string, item: string, quantity: Omit<ReturnType<typeof read>, 'surface'>): string {
  const { value, upper, unit, approximation } = quantity
  const input = { item, value, unit, approximation, ...(upper !== null && { upper }) }
  return localiseSummary(summaryOf('', [factOf(`${item}【${surface}】。`, input)]), lens).facts[0]?.statement.en ?? ''
}

describe('figures read back from their English', () => {
  it('keep value and approximation at every magnitude', () => {
    fc.assert(
      fc.property(
        printed,
        fc.constantFrom(...approximations),
        fc.constantFrom(...things),
        (number, [before, behind, approximation, words], [unit, item, kept]) => {
          // 5.5余吨 is nobody's Chinese.
          fc.pre(behind === '' || !/[.\d]$/.test(number) || Number(number) % 10 === 0)
          const figure = read(`${before}${number}${behind}${unit}`)
          expect(figure.approximation).toBe(approximation)
          const en = english(figure.surface, item, figure)
          const [value = 0] = numbersInEnglish(en)
          expect(Math.abs(value - figure.value * kept) / figure.value, en).toBeLessThan(1e-4)
          expect(en).toMatch(words)
        },
      ),
      { numRuns: 300 },
    )
  })

  it('keep both ends of a range', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 400 }), fc.integer({ min: 1, max: 500 }), (low, more) => {
        const figure = read(`${low}至${low + more}名`)
        expect(numbersInEnglish(english(figure.surface, '志愿者', figure))).toEqual([low, low + more])
      }),
    )
  })

  it('keep percents with their decimals', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99999 }), (n) => {
        const figure = read(`${n / 100}%`)
        expect(numbersInEnglish(english(figure.surface, '复工率', figure))).toEqual([figure.value])
      }),
    )
  })
})

const day = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2035-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))

const months = 'January February March April May June July August September October November December'.split(' ')

/** The days that an English span names, most exact reading; a whole month by its first and last day. */
function daysIn(english: string): string[] {
  const pattern = /(?:(\d{1,2}) )?([A-Z]\p{Ll}+)(?: \[?(\d{4})\]?)?/gu
  const found = [...english.matchAll(pattern)].map(([, date, month = '', year]) => ({ date, month, year }))
  const year = found.at(-1)?.year ?? ''
  return found.flatMap((one) => {
    const month = months.indexOf(one.month) + 1
    const iso = (date: number): string =>
      `${one.year ?? year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`
    if (one.date !== undefined) return [iso(Number(one.date))]
    return [iso(1), iso(new Date(Date.UTC(Number(one.year ?? year), month, 0)).getUTCDate())]
  })
}

describe('days read back from their English', () => {
  it('are the days of the model, printed or inferred', () => {
    fc.assert(
      fc.property(day, fc.boolean(), (iso, inferred) => {
        const en = renderSpan(null, iso, 'en', inferred)
        expect(daysIn(en)).toEqual([iso])
        expect(en.includes('[')).toBe(inferred)
      }),
    )
  })

  it('of a span are both its ends', () => {
    fc.assert(
      fc.property(day, day, (one, other) => {
        const [from = '', to = ''] = [one, other].sort()
        fc.pre(from !== to)
        expect(daysIn(renderSpan(from, to, 'en'))).toEqual([from, to])
      }),
    )
  })

  it('come from Chinese and are found again in the Chinese of the same day', () => {
    fc.assert(
      fc.property(day, (iso) => {
        const zh = renderSpan(null, iso, 'zh')
        const [found] = findDates(zh)
        expect(zh.slice(found?.start, found?.end)).toBe(zh)
        expect(zh.match(/\d+/g)?.map(Number)).toEqual(iso.split('-').map(Number))
      }),
    )
  })
})
