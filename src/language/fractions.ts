import { hanValue } from './han-numerals.js'
import { type Numeral, numeralAt, scale } from './numerals.js'
import { execAt } from './sticky.js'

/** A share as a number of parts: 百分之五, 三分之一, 一又二分之一, 1/3. */
export interface Fraction extends Numeral {
  /** % of 百分之, ‰ of 千分之; null where the value itself is the share. */
  unit: '%' | '‰' | null
}

const han = '[一二两三四五六七八九十百千万亿零壹贰叁肆伍陆柒捌玖拾佰仟]{1,9}'
const parts = new RegExp(`(?:(${han}|\\d{1,9}) ?又 ?)?(${han}|\\d{1,9}) ?分 ?之 ?(负?)`, 'y')
const point = / ?点 ?([零〇一二三四五六七八九壹贰叁肆伍陆柒捌玖]+)/y
const slash = /(\d{1,2})\/(\d{1,3})(?![\d/.])/y
/** 一半, 半数; 一半 of a pair (一半…一半) and 对半 are left out. */
const halves = /(?<![多大小对减])(?:一半|半数)(?!路|多|天|年|截|会儿|[是靠]|[\u4e00-\u9fff]{0,6}一半)/y
const joiner = / ?(?:[-—–~～－―]{1,2}|至|到) ?/y

export function fractionAt(text: string, at: number): Fraction | undefined {
  const match = text.slice(at, at + 24).includes('之') ? execAt(parts, text, at) : null
  if (!match) return half(text, at) ?? slashed(text, at)
  const [whole, wholes, of = '', minus] = match
  const first = numerator(text, at + whole.length)
  if (!first) return undefined
  const unit = of === '百' ? '%' : of === '千' ? '‰' : null
  const denominator = unit ? 1 : (numeralAt(of, 0)?.value ?? 1)
  const share = (value: number): number =>
    (wholes === undefined ? 0 : (numeralAt(wholes, 0)?.value ?? 0)) + (minus === '负' ? -value : value) / denominator
  const last = unit ? upperOf(text, first, of) : undefined
  const upper = last?.value ?? first.upper
  return {
    ...first,
    start: at,
    end: last?.end ?? first.end,
    value: share(first.value),
    upper: upper === null ? null : share(upper),
    unit,
  }
}

/** The number after 分之, with decimals of its own: 三十五点七. */
function numerator(text: string, at: number): Numeral | undefined {
  const numeral = numeralAt(text, at)
  const decimals = numeral?.script === 'han' ? execAt(point, text, numeral.end) : null
  if (!numeral || !decimals) return numeral
  const digits = [...(decimals[1] ?? '')].map((each) => String(hanValue(each).value)).join('')
  return { ...numeral, value: Number(`${numeral.value}.${digits}`), end: numeral.end + decimals[0].length }
}

/** 百分之五[至百分之八], 百分之五[至八]. */
function upperOf(text: string, lower: Numeral, of: string): Numeral | undefined {
  const join = execAt(joiner, text, lower.end)
  if (!join) return undefined
  const at = lower.end + join[0].length
  const upper = numerator(text, text.startsWith(`${of}分之`, at) ? at + of.length + 2 : at)
  return upper && upper.value > lower.value ? upper : undefined
}

function half(text: string, at: number): Fraction | undefined {
  const match = text[at] === '一' || text[at] === '半' ? execAt(halves, text, at) : null
  if (!match) return undefined
  const plain = { upper: null, inner: null, vague: false, bare: false, unit: null }
  return { ...plain, start: at, end: at + match[0].length, value: 0.5, script: 'han' }
}

/** 1/3 where it can be no date: before 的 or an approximator, or after one. */
function slashed(text: string, at: number): Fraction | undefined {
  const match = text[at + 1] === '/' || text[at + 2] === '/' ? execAt(slash, text, at) : null
  if (!match || /[\d/.]/.test(text[at - 1] ?? '')) return undefined
  const [whole, above, below] = match
  const [value, of] = [Number(above), Number(below)]
  const end = at + whole.length
  const said =
    /^(?:的|以上|左右|强|多)/.test(text.slice(end, end + 2)) || /[近约超过占]$/.test(text.slice(0, at).slice(-1))
  if (!said || value >= of) return undefined
  return {
    start: at,
    end,
    value: scale(value / of, 1),
    upper: null,
    script: 'digits',
    inner: null,
    vague: false,
    bare: false,
    unit: null,
  }
}
