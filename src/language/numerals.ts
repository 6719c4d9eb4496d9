import { hanValue, isHanNumeral } from './han-numerals.js'
import { unitAt } from './measure-words.js'
import { execAt } from './sticky.js'

/** A number as it stands in a text: its characters (multiplier included, outer approximators not) and what it says. */
export interface Numeral {
  start: number
  end: number
  /** Multiplier applied; lower bound where `upper` is given. */
  value: number
  /** 七八百: 700 to 800. */
  upper: number | null
  script: 'digits' | 'han'
  /** 余, 多, 来, 几 inside or after the number: 500多万, 三百二十余, 十几. */
  inner: 'over' | 'about' | null
  /** No count can be told from it: 数万, 几十. */
  vague: boolean
  /** Nothing but a multiplier: 百, 千万. */
  bare: boolean
}

type Inner = 'over' | 'about'

const arabic = /(?:\d{1,3}(?:[,，]\d{3})+(?!\d)|\d+)(?:\.\d+)?/y
const multiplier = / {0,2}([多余来几]?)(?:个(?=亿))?([十百千]?万[亿万]?|[十百千]?亿|[百千])/y
const further = / ?(\d+(?:\.\d+)?)(?= ?[百千万])/y
/** 10万零800, 3万5000: what is left below the last multiplier; of 万 all four digits, which are no year. */
const least = /零(\d{1,4})(?![\d.,百千])(万?)/y
const leastOfMyriad = /[1-9]\d{3}(?![\d.,百千万亿年])/y
/** 1 234名: thousands apart by a blank (GB/T 15835), where a unit follows. */
const apart = /\d{1,3}(?: \d{3})+(?![\d.])/y
const bigger = / ?(?:个(?=亿))?([十百千]?万亿?|[十百千]?亿)/y
const decimals = / ?点 ?([零〇一二三四五六七八九壹贰叁肆伍陆柒捌玖]+)(?![十刻半钟多分])/y
/** Behind decimals without a unit: the number is over. */
const over = /[，。；、：！？,;）)]|$/y

/** Characters of a run beyond which it is a code, a table without its blanks or damage, and no number. */
const longest = 24

function unreadable(start: number, end: number, script: Numeral['script']): Numeral {
  return { start, end, value: 0, upper: null, script, inner: null, vague: true, bare: false }
}

/** The numeral that begins at `at` in a normalised text, or undefined. Reads digits and Han numerals (GB/T 15835). */
export function numeralAt(text: string, at: number): Numeral | undefined {
  const first = text[at]
  if (first === undefined) return undefined
  // 俩 and 仨 hold their measure word
  if (first === '俩' || first === '仨') {
    const value = first === '俩' ? 2 : 3
    return { start: at, end: at + 1, value, upper: null, script: 'han', inner: null, vague: false, bare: false }
  }
  if (first >= '0' && first <= '9') return digitsAt(text, at)
  return isHanNumeral(first) ? hanAt(text, at) : undefined
}

/** `value × by` without the noise of binary fractions: 12544.02 × 10⁴ is 125440200. */
export function scale(value: number, by: number): number {
  return Number((value * by).toPrecision(15))
}

function digitsAt(text: string, at: number): Numeral | undefined {
  const match = thousandsApart(text, at) ?? execAt(arabic, text, at)
  if (!match) return undefined
  const behind = at + match[0].length
  if (behind - at > longest) {
    return unreadable(at, execAt(multiplier, text, behind) ? multiplier.lastIndex : behind, 'digits')
  }
  const multiplied = multipliedAt(text, behind, Number(match[0].replace(/[,， ]/g, '')))
  const tail = multiplied.inner === null ? innerAt(text, multiplied.end) : undefined
  return {
    start: at,
    end: tail?.end ?? multiplied.end,
    value: multiplied.value,
    upper: null,
    script: 'digits',
    inner: tail?.inner ?? multiplied.inner,
    vague: false,
    bare: false,
  }
}

/** `first`, whose digits end at `at`, with its multipliers and the smaller groups behind them: 3亿5000万, 12万3千. */
function multipliedAt(text: string, at: number, first: number): { end: number; value: number; inner: Inner | null } {
  let [end, value, total, by] = [at, first, 0, 1]
  let inner: Inner | null = null
  for (;;) {
    const step = multiplierAt(text, end)
    if (!step) break
    ;({ end, by, inner } = step)
    value = scale(value, by)
    const next = inner === null && by >= 1e3 ? execAt(further, text, end) : null
    const smaller = next ? multiplierAt(text, end + next[0].length) : undefined
    if (!next || !smaller || smaller.by >= by) break
    total += value
    value = Number(next[1])
    end += next[0].length
  }
  const rest = inner === null ? remainder(text, end, by) : null
  return { end: end + (rest?.length ?? 0), value: total + value + (rest?.value ?? 0), inner }
}

/** What stands behind the last multiplier (`by`; 1 where there was none) and is less than it. */
function remainder(text: string, at: number, by: number): { length: number; value: number } | null {
  if (by === 1) return null
  const below = execAt(least, text, at)
  // 20亿零500万
  if (below?.[2] === '万' && by <= 1e4) return null
  if (below) return { length: below[0].length, value: Number(below[1]) * (below[2] === '万' ? 1e4 : 1) }
  const digits = by === 1e4 ? execAt(leastOfMyriad, text, at)?.[0] : undefined
  return digits === undefined ? null : { length: digits.length, value: Number(digits) }
}

function thousandsApart(text: string, at: number): RegExpExecArray | null {
  if (!/^\d{1,3} \d{3}/.test(text.slice(at, at + 7)) || /[\d.]/.test(text[at - 1] ?? '')) return null
  const match = execAt(apart, text, at)
  return match && unitAt(text, at + match[0].length) ? match : null
}

/** 万, 千万, 多万 after digits; 百 and 千 only where they do not begin a word (5千米, 3百货公司). */
function multiplierAt(text: string, at: number): { end: number; by: number; inner: Inner | null } | undefined {
  const match = execAt(multiplier, text, at)
  if (!match) return undefined
  const [whole, mark = '', letters = ''] = match
  const end = at + whole.length
  const next = text[end] ?? ''
  if (/[百千]$/.test(letters) && /[货瓦米克卡赫帕伏字]/.test(next)) return undefined
  if (letters === '万' && /[达科象]/.test(next)) return undefined
  const { value } = hanValue(letters)
  return { end, by: value, inner: mark === '' ? null : mark === '来' ? 'about' : 'over' }
}

/** 余, 多, 来, 几, + right after a number. */
function innerAt(text: string, at: number): { end: number; inner: Inner } | undefined {
  const from = text[at] === ' ' ? at + 1 : at
  const mark = text[from]
  const next = text[from + 1] ?? ''
  if (mark === '+' && !/\d/.test(next)) return { end: from + 1, inner: 'over' }
  if (mark === '余' && !/[下额热款项]/.test(next)) return { end: from + 1, inner: 'over' }
  if (mark === '多' && !/[边方样]/.test(next)) return { end: from + 1, inner: 'over' }
  if (mark === '来' && /[名个家人位天年户件种条辆次万亿]/.test(next)) return { end: from + 1, inner: 'about' }
  if (mark === '几' && /[名个家人位天年户件种条辆次万亿岁]/.test(next)) return { end: from + 1, inner: 'over' }
  return undefined
}

function hanAt(text: string, at: number): Numeral | undefined {
  const vague = text[at] === '几' || text[at] === '数'
  const from = vague ? at + 1 : at
  const run = runAt(text, from)
  // 队[伍]十二批, 大[陆]三家: a numeral of bank notes is no part of one in plain numerals
  const note = vague
    ? 0
    : (/^[壹贰叁肆伍陆柒捌玖拾佰仟]+(?=[一二两三四五六七八九十百千])/.exec(run.letters)?.[0].length ?? 0)
  if (note > 0) return hanAt(text, at + note)
  if (run.letters === '' || (run.letters === '零' && text[run.end] === '下')) return undefined
  if (run.letters.length > longest) return unreadable(at, run.end, 'han')
  const bare = !vague && /^[百千万亿兆]+$/.test(run.letters)
  if (vague && !/^[十百千万亿]/.test(run.letters)) return undefined
  let { value, upper } = hanValue(run.letters)
  let { end } = run
  const point = vague || bare ? null : decimalsAt(text, end)
  if (point) {
    value = Number(`${value}.${point.digits}`)
    end = point.end
  }
  const tail = innerAt(text, end)
  if (tail) end = tail.end
  const big = tail || point || /^个亿/.test(text.slice(end, end + 2)) ? execAt(bigger, text, end) : null
  if (big) {
    const { value: by } = hanValue(big[1] ?? '')
    value = scale(value, by)
    upper = upper === null ? null : upper * by
    end += big[0].length
  }
  return { start: at, end, value, upper, script: 'han', inner: tail?.inner ?? null, vague, bare }
}

/** The Han numerals that stand together from `at`; a blank between them (三千 五百) is the scrape's. */
function runAt(text: string, at: number): { letters: string; end: number } {
  let letters = ''
  let end = at
  let blanks = 0
  for (;;) {
    const next = text[end]
    if (isRunning(text, end)) letters += next
    else if (next === ' ' && continues(text, end + 1, letters, blanks)) blanks++
    else break
    end++
  }
  // 三十[两]黄金 and 一百[千]瓦: the last one is of the unit
  const ofUnit =
    letters.length > 1 &&
    (letters.endsWith('两') || (/[千兆]$/.test(letters) && /^(?:[瓦卡赫帕伏焦字]|比特)/.test(text.slice(end, end + 2))))
  return ofUnit ? { letters: letters.slice(0, -1), end: end - 1 } : { letters, end }
}

function isRunning(text: string, at: number): boolean {
  const character = text[at]
  if (character === '兆') return /^[零一二三四五六七八九十元]/.test(text.slice(at + 1, at + 2))
  return isHanNumeral(character) && character !== '几' && character !== '数'
}

function continues(text: string, at: number, letters: string, blanks: number): boolean {
  if (!/[十百千万亿]/.test(letters) || !isRunning(text, at)) return false
  return /^(?:[十百千万亿]|[一二两三四五六七八九零] ?[十百千万亿])/.test(text.slice(at, at + 3)) || blanks > 0
}

/** 十五[点七]亿: decimals after a Han numeral, where a multiplier or a unit follows; 三点五分 is a time. */
function decimalsAt(text: string, at: number): { digits: string; end: number } | null {
  const match = execAt(decimals, text, at)
  const end = at + (match?.[0].length ?? 0)
  const next = text[end] === ' ' ? end + 1 : end
  if (!match || !(execAt(bigger, text, end) || unitAt(text, next) || execAt(over, text, end))) return null
  const digits = [...(match[1] ?? '')].map((digit) => String(hanValue(digit).value)).join('')
  return { digits, end }
}
