import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findDates, maskLookAlikes, normalise, scanQuantities } from '../../src/language/index.js'
import type { Approximation } from '../../src/model/index.js'

function scan(text: string) {
  const plain = normalise(text)
  const mask = maskLookAlikes(plain)
  for (const { start, end } of findDates(plain)) mask.fill(1, start, end)
  return scanQuantities(plain, mask)
}

const digits = '零一二三四五六七八九'

/** A whole number below 10¹² in words, as GB/T 15835 writes it: 20 005 → 二万零五. */
function inWords(value: number): string {
  for (const [by, letter] of [
    [1e8, '亿'],
    [1e4, '万'],
  ] as const) {
    if (value < by) continue
    const rest = value % by
    const gap = rest > 0 && rest < by / 10 ? '零' : ''
    return `${inWords(Math.floor(value / by))}${letter}${rest === 0 ? '' : gap + inWords(rest)}`
  }
  let words = ''
  let zero = false
  for (const [by, letter] of [
    [1000, '千'],
    [100, '百'],
    [10, '十'],
    [1, ''],
  ] as const) {
    const digit = Math.floor(value / by) % 10
    if (digit === 0) zero = words !== ''
    else {
      words += (zero ? '零' : '') + digits[digit] + letter
      zero = false
    }
  }
  return words
}

const units = ['人', '名', '元', '只', '公斤', '平方米', '家', '万元'] as const
const before: [string, Approximation][] = [
  ['', 'exact'],
  ['近', 'nearly'],
  ['约', 'about'],
  ['超过', 'over'],
  ['不足', 'under'],
  ['至少', 'atLeast'],
  ['不超过', 'atMost'],
  ['不大于', 'atMost'],
  ['大于等于', 'atLeast'],
]
const carriers = [
  ['全县共有', '。'],
  ['同期收到', '，比前期多。'],
  ['据统计达', '；其他不详。'],
] as const

describe('any number that can be printed', () => {
  it('is read back from digits and from words, with its unit and approximator', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 999_999_999 }),
        fc.constantFrom('digits', 'commas', 'wide', 'words'),
        fc.constantFrom(...units),
        fc.constantFrom(...before),
        fc.constantFrom(...carriers),
        (value, form, unit, [mark, approximation], [lead, tail]) => {
          // 一亿万元 is no way to write a number
          fc.pre(form !== 'words' || unit !== '万元' || value < 1e4)
          const printed = {
            digits: String(value),
            commas: value.toLocaleString('en-GB'),
            wide: String(value).replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
            words: inWords(value),
          }[form]
          const surface = `${mark}${printed}${unit}`
          const text = `${lead}${surface}${tail}`
          const by = unit === '万元' ? 1e4 : 1
          const [first, ...others] = scan(text)
          expect(first).toMatchObject({ value: value * by, unit: unit.replace('万', ''), approximation, upper: null })
          expect(text.slice(first?.start, first?.end)).toBe(surface)
          expect(others).toEqual([])
        },
      ),
      { numRuns: 400 },
    )
  })

  it('is read back with its decimals', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 99_999 }),
        fc.integer({ min: 1, max: 99 }),
        fc.constantFrom('亿元', '万人', '%', '公里'),
        (whole, part, unit) => {
          const value = Number(`${whole}.${String(part).padStart(2, '0')}`)
          const by = unit.startsWith('亿') ? 1e8 : unit.startsWith('万') ? 1e4 : 1
          const [found] = scan(`比重达${whole}.${String(part).padStart(2, '0')}${unit}，`)
          expect((found?.value ?? 0) / (value * by)).toBeCloseTo(1, 12)
          expect(found?.unit).toBe(unit.replace(/^[亿万]/, ''))
        },
      ),
      { numRuns: 150 },
    )
  })

  it('is read back as a range, however its bounds are joined', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 9000 }),
        fc.integer({ min: 1, max: 900 }),
        fc.constantFrom('至', '到', '—', '~', '～', '-'),
        (lower, more, joint) => {
          const [found] = scan(`每批${lower}${joint}${lower + more}吨。`)
          expect(found).toMatchObject({ value: lower, upper: lower + more, unit: '吨', approximation: 'range' })
        },
      ),
      { numRuns: 150 },
    )
  })
})
