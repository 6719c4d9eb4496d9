import { findDates } from './dates.js'
import { monthNames, smallNumbers } from './english-words.js'
import { isFigure } from './figures.js'
import { maskLookAlikes } from './look-alikes.js'
import { normalise } from './normalise.js'
import { scanQuantities } from './quantities.js'

const words = smallNumbers.slice(1)
/** Days that are part of a name, not of a statement. */
const names = /March 8th|May 1st/g
/** Our own conversions in brackets. */
const conversions = /\([\d,.]+ ha\)/g
/** By how much the numbers of a unit differ in English: 斤 are told in kilograms, 成 in percent. */
const factors: Record<string, number> = { 斤: 0.5, 成: 10 }

export function englishFactor(unit: string | null): number {
  return factors[unit ?? ''] ?? 1
}

const stated = new RegExp(
  `(?<![\\w.,“-])(\\d[\\d,]*(?:\\.\\d+)?)( million| billion)?(?![\\w-])%?|\\b(${words.join('|')})\\b(?!-)|\\b(${monthNames.join('|')})\\b`,
  'gi',
)

/** The numbers that an English sentence of ours states, dates as day, month and year, in ascending order. */
export function numbersInEnglish(text: string): number[] {
  const shares = [...text.matchAll(fractions)].map(([, over = '', under = '']) => shareOf(over, under))
  const plain = text.replace(conversions, '').replace(names, '').replace(fractions, '')
  const numbers = [...plain.matchAll(stated)].flatMap(([, digits, scale, word, month]) => {
    if (word) return words.indexOf(word.toLowerCase()) + 1
    // May and March are words too.
    if (month) return monthNames.includes(month) ? monthNames.indexOf(month) + 1 : []
    const value = Number((digits ?? '').replaceAll(',', ''))
    return scale === ' million' ? value * 1e6 : scale === ' billion' ? value * 1e9 : value
  })
  return [...numbers, ...shares].sort((a, b) => a - b)
}

const fractions = /\b(a|one|two|three|four) (half|thirds?|quarters?|fifths?|tenths?)\b/gi
const denominators: Record<string, number> = { half: 2, third: 3, quarter: 4, fifth: 5, tenth: 10 }

function shareOf(over: string, under: string): number {
  return (words.indexOf(over.toLowerCase()) + 1 || 1) / (denominators[under.toLowerCase().replace(/s$/, '')] ?? 1)
}

/** The numbers that a Chinese sentence of ours states, 万 and 亿 applied, 斤 in kilograms, 成 in percent. */
export function numbersInChinese(text: string): number[] {
  const plain = normalise(text)
  const dateNumbers = [...plain.matchAll(/\[?(\d{4})\]?年|(\d{1,2})月|(\d{1,2})日/g)].map((match) =>
    Number(match[1] ?? match[2] ?? match[3]),
  )
  const bare = plain.replace(/\[?\d{4}\]?年(?:\d{1,2}月)?(?:\d{1,2}日)?|\d{1,2}月(?:\d{1,2}日)?/g, '、')
  const mask = maskLookAlikes(bare)
  for (const { start, end } of findDates(bare)) mask.fill(1, start, end)
  const counted = scanQuantities(bare, mask).flatMap((quantity) => {
    const { value, upper, unit, script, start, end } = quantity
    // 百联, 一般, 零部件: Han numerals count only where the analysis would read a figure.
    if (
      script === 'han' &&
      !/分之|半数|一半/u.test(bare.slice(start, end)) &&
      (unit === null || (value < 2 && unit !== '成' && !isFigure(bare, quantity, bare.slice(0, start))))
    )
      return []
    // 减负20亿元 may be read as a fall, of which the English says the amount.
    const factor = englishFactor(unit)
    return [value, ...(upper === null ? [] : [upper])].map((each) => Math.abs(each * factor))
  })
  return [...dateNumbers, ...counted].sort((a, b) => a - b)
}

/** Whether two sentences state the same numbers, each within the rounding of the house style (RMB 125.44 million). */
export function sameNumbers(zh: string, en: string): boolean {
  const [chinese, english] = [numbersInChinese(zh), numbersInEnglish(en)]
  if (chinese.length !== english.length) return false
  return chinese.every((value, index) => Math.abs(value - (english[index] ?? Number.NaN)) <= Math.abs(value) * 1e-4)
}
