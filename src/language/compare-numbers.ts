import { readEnglishNumbers, type StatedNumber } from './english-numbers.js'
import { hanValue, isHanNumeral } from './han-numerals.js'
import { normalise } from './normalise.js'
import { numbersInChinese } from './same-numbers.js'

/** What a translation states otherwise than its source. */
export interface NumberDifferences {
  /** Of the source and not in the translation. */
  missing: number[]
  /** In the translation, and nowhere in the source. */
  added: number[]
}

/**
 * Compares the numbers of a Chinese text with those of anybody's English of it: figures, amounts with 万 and 亿 applied,
 * and dates as day, month and year. A month or a year need not be said twice; numerals that count nothing in Chinese
 * (一线, 三八) may be there or not.
 */
export function compareNumbers(zh: string, en: string): NumberDifferences {
  const stated = readEnglishNumbers(en)
  const open = new Set(stated)
  const missing: number[] = []
  for (const value of numbersInChinese(zh)) {
    const found = bestOf(value, zh, open)
    if (found) open.delete(found)
    else if (!stated.some((other) => other.calendar && matches(other, value, zh))) missing.push(value)
  }
  const loose = looseNumbers(zh)
  const added = [...open].filter((other) => {
    const repeated = other.calendar && numbersInChinese(zh).some((value) => matches(other, value, zh))
    return other.certain && !repeated && !loose.some((value) => matches(other, value, zh))
  })
  return { missing, added: added.map(({ values }) => values[0] ?? 0) }
}

/** The surest one of that value. */
function bestOf(value: number, zh: string, open: ReadonlySet<StatedNumber>): StatedNumber | undefined {
  const same = [...open].filter((each) => matches(each, value, zh))
  return same.find(({ certain }) => certain) ?? same[0]
}

const rounding = 1e-4
const jinInKilogram = 2

function matches({ values }: StatedNumber, value: number, zh: string): boolean {
  const also = zh.includes('斤') ? [value, value * jinInKilogram] : [value]
  return also.some((wanted) => values.some((each) => Math.abs(wanted - each) <= Math.abs(wanted) * rounding))
}

/** Everything in the text that can be read as a number and counts nothing: 一, 三八 (3, 8, 38), 84消毒液. */
function looseNumbers(zh: string): number[] {
  const counted = numbersInChinese(zh)
  const plain = normalise(zh)
  const found: number[] = []
  for (const [run] of plain.matchAll(/[零〇一二两三四五六七八九十百千万亿半]+/gu)) {
    const { value, upper } = hanValue(run)
    found.push(value, ...(upper === null ? [] : [upper]))
    if (!/[十百千万亿]/u.test(run)) for (const one of run) if (isHanNumeral(one)) found.push(hanValue(one).value)
  }
  for (const [digits] of plain.matchAll(/\d+(?:\.\d+)?/gu)) found.push(Number(digits))
  if (/首/u.test(plain)) found.push(1)
  if (/双/u.test(plain)) found.push(2)
  // A figure that counts something is said as often as the source says it.
  return found.filter((value) => !counted.includes(value))
}
