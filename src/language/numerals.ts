import { hanValue, isHanNumeral } from './han-numerals.js'

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
const multiplier = / ?([多余来几]?)([十百千]?万亿?|[十百千]?亿|[百千])/y
const further = /\d+(?:\.\d+)?(?=[百千万])/y

/** The numeral that begins at `at` in a normalised text, or undefined. Reads digits and Han numerals (GB/T 15835). */
export function numeralAt(text: string, at: number): Numeral | undefined {
  const first = text[at]
  if (first === undefined) return undefined
  if (first >= '0' && first <= '9') return digitsAt(text, at)
  return isHanNumeral(first) ? hanAt(text, at) : undefined
}

/** `value × by` without the noise of binary fractions: 12544.02 × 10⁴ is 125440200. */
export function scale(value: number, by: number): number {
  return Number((value * by).toPrecision(15))
}

function digitsAt(text: string, at: number): Numeral | undefined {
  const match = execAt(arabic, text, at)
  if (!match) return undefined
  let end = at + match[0].length
  let value = Number(match[0].replace(/[,，]/g, ''))
  let total = 0
  let inner: Inner | null = null
  for (;;) {
    const step = multiplierAt(text, end)
    if (!step) break
    end = step.end
    inner = step.inner
    value = scale(value, step.by)
    // 3亿5000万, 12万3千: a further, smaller group
    const next = inner === null && step.by >= 1e4 ? execAt(further, text, end) : null
    if (!next) break
    total += value
    value = Number(next[0])
    end += next[0].length
  }
  const tail = inner === null ? innerAt(text, end) : undefined
  return {
    start: at,
    end: tail?.end ?? end,
    value: total + value,
    upper: null,
    script: 'digits',
    inner: tail?.inner ?? inner,
    vague: false,
    bare: false,
  }
}

/** 万, 千万, 多万 after digits; 百 and 千 only where they do not begin a word (5千米, 3百货公司). */
function multiplierAt(text: string, at: number): { end: number; by: number; inner: Inner | null } | undefined {
  const match = execAt(multiplier, text, at)
  if (!match) return undefined
  const [whole, mark = '', letters = ''] = match
  const end = at + whole.length
  const next = text[end] ?? ''
  if (/[百千]$/.test(letters) && /[货瓦米克卡赫帕伏]/.test(next)) return undefined
  if (letters === '万' && /[达科象]/.test(next)) return undefined
  const { value } = hanValue(letters)
  return { end, by: value, inner: mark === '' ? null : mark === '来' ? 'about' : 'over' }
}

/** 余, 多, 来, 几 right after a number. */
function innerAt(text: string, at: number): { end: number; inner: Inner } | undefined {
  const from = text[at] === ' ' ? at + 1 : at
  const mark = text[from]
  const next = text[from + 1] ?? ''
  if (mark === '余' && !/[下额热款项]/.test(next)) return { end: from + 1, inner: 'over' }
  if (mark === '多' && !/[边方样]/.test(next)) return { end: from + 1, inner: 'over' }
  if (mark === '来' && /[名个家人位天年户件种条辆次万亿]/.test(next)) return { end: from + 1, inner: 'about' }
  if (mark === '几' && /[名个家人位天年户件种条辆次万亿岁]/.test(next)) return { end: from + 1, inner: 'over' }
  return undefined
}

function hanAt(text: string, at: number): Numeral | undefined {
  const vague = text[at] === '几' || text[at] === '数'
  const from = vague ? at + 1 : at
  let end = from
  while (isHanNumeral(text[end]) && text[end] !== '几' && text[end] !== '数') end++
  if (end === from) return undefined
  const run = text.slice(from, end)
  const bare = !vague && /^[百千万亿]+$/.test(run)
  if (vague && !/^[十百千万亿]/.test(run)) return undefined
  let { value, upper } = hanValue(run)
  const tail = innerAt(text, end)
  if (tail) end = tail.end
  const big = tail ? execAt(/[万亿]/y, text, end) : null
  if (big) {
    const { value: by } = hanValue(big[0])
    value *= by
    upper = upper === null ? null : upper * by
    end++
  }
  return { start: at, end, value, upper, script: 'han', inner: tail?.inner ?? null, vague, bare }
}

function execAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}
