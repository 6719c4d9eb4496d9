import type { Approximation } from '../model/index.js'
import { approximatorAfter, approximatorBefore } from './approximators.js'
import { type UnitKind, unitAt } from './measure-words.js'
import { type Numeral, numeralAt, scale } from './numerals.js'

/** A number with what stands around it, whether or not it counts anything. Offsets are UTF-16, into the whole text. */
export interface ScannedQuantity {
  /** Number, approximators and unit. */
  start: number
  end: number
  numberStart: number
  numberEnd: number
  value: number
  upper: number | null
  unit: string | null
  unitKind: UnitKind | null
  approximation: Approximation
  script: 'digits' | 'han'
  vague: boolean
  bare: boolean
  /** 万 or 亿 was printed. */
  multiplied: boolean
}

const numeralStart = /[0-9零〇一二两三四五六七八九十百千万亿廿卅半壹贰叁肆伍陆柒捌玖拾佰仟几数]/g
const joiner = / ?(?:[-—–~～－―]{1,2}|至|到) ?/y
const fraction = /(百|千|万|[一二三四五六七八九十]+|\d+)分之/y
const currency = /(?:(?:US|HK|A|C|S)?[$＄]|[¥￥€£]|RMB|USD|人民币) ?$/
const signs: Record<string, string> = {
  $: '美元',
  US$: '美元',
  USD: '美元',
  HK$: '港元',
  '¥': '元',
  '￥': '元',
  RMB: '元',
  '€': '欧元',
  '£': '英镑',
  人民币: '元',
}

/** Every number of a normalised text that does not begin in the mask, with unit, approximation and range. */
export function scanQuantities(text: string, mask: Uint8Array): ScannedQuantity[] {
  const found: ScannedQuantity[] = []
  numeralStart.lastIndex = 0
  for (let match = numeralStart.exec(text); match; match = numeralStart.exec(text)) {
    const at = match.index
    if (mask[at]) {
      let end = at + 1
      while (mask[end]) end++
      numeralStart.lastIndex = end
      continue
    }
    const quantity = quantityAt(text, at, mask)
    if (quantity) found.push(quantity)
    numeralStart.lastIndex = Math.max(at + 1, quantity?.end ?? at + 1)
  }
  return found
}

function quantityAt(text: string, at: number, mask: Uint8Array): ScannedQuantity | undefined {
  const part = fractionAt(text, at)
  if (part) return part
  const numeral = numeralAt(text, at)
  if (!numeral) return undefined
  const range = rangeAfter(text, numeral, mask)
  return complete(text, numeral, range)
}

/** 百分之五 is 5 %, 千分之三 3 ‰, 三分之一 a third. */
function fractionAt(text: string, at: number): ScannedQuantity | undefined {
  fraction.lastIndex = at
  const match = fraction.exec(text)
  if (!match) return undefined
  const numerator = numeralAt(text, at + match[0].length)
  if (!numerator) return undefined
  let { end, value } = numerator
  const decimals = numerator.script === 'han' ? /点[零〇一二三四五六七八九]+/y : null
  if (decimals) {
    decimals.lastIndex = end
    const point = decimals.exec(text)
    if (point) {
      value = Number(
        `${value}.${[...point[0].slice(1)].map((d) => '零一二三四五六七八九'.indexOf(d === '〇' ? '零' : d)).join('')}`,
      )
      end += point[0].length
    }
  }
  const of = match[1] ?? ''
  const unit = of === '百' ? '%' : of === '千' ? '‰' : null
  const denominator = numeralAt(of, 0)?.value ?? 1
  const quantity = complete(
    text,
    { ...numerator, start: at, end, value: unit ? value : value / denominator },
    null,
    true,
  )
  return { ...quantity, unit, unitKind: 'share' }
}

interface Range {
  numeral: Numeral
  lower: number
}

/** The upper bound after 至, 到 or a dash: 3至5名, 10万元至20万元; not 由5年至8年, which is a change. */
function rangeAfter(text: string, lower: Numeral, mask: Uint8Array): Range | null {
  const unit = unitAt(text, lower.end)
  for (const from of unit ? [lower.end, lower.end + unit.text.length] : [lower.end]) {
    joiner.lastIndex = from
    const match = joiner.exec(text)
    if (!match) continue
    const at = from + match[0].length
    const upper = mask[at] ? undefined : numeralAt(text, at)
    if (!upper || upper.bare || upper.vague || upper.script !== lower.script) continue
    if (from > lower.end && /[从由自]/.test(text.slice(Math.max(0, lower.start - 6), lower.start))) return null
    const by = multiplierOf(text, upper)
    const shared = by > 1 && multiplierOf(text, lower) === 1 && scale(lower.value, by) < upper.value
    const value = shared ? scale(lower.value, by) : lower.value
    if (value >= upper.value) continue
    if (from > lower.end && unitAt(text, upper.end)?.text !== unit?.text) continue
    return { numeral: upper, lower: value }
  }
  return null
}

function multiplierOf(text: string, numeral: Numeral): number {
  const letters = /[百千万亿]+$/.exec(text.slice(numeral.start, numeral.end).replace(/[余多来几]$/, ''))?.[0]
  if (numeral.script === 'han' || letters === undefined) return 1
  return [...letters].reduce((by, letter) => by * ({ 百: 100, 千: 1000, 万: 1e4, 亿: 1e8 }[letter] ?? 1), 1)
}

function complete(text: string, numeral: Numeral, range: Range | null, unitless = false): ScannedQuantity {
  const numberEnd = range?.numeral.end ?? numeral.end
  let end = numberEnd
  let unit = unitless ? null : unitOf(text, numberEnd)
  if (unit) end = unit.end
  const front = numeral.start
  const lead = approximatorBefore(text, front)
  const bareLead = numeral.bare && !lead && /[上成过]$/.test(text.slice(Math.max(0, front - 1), front))
  const sign = currency.exec(text.slice(Math.max(0, front - 4), front))?.[0]
  let start = lead?.start ?? (bareLead ? front - 1 : front)
  if (sign && !unit) {
    start = front - sign.length
    unit = { end, text: signs[sign.trim()] ?? '元', kind: 'money', over: false }
  }
  const tail = approximatorAfter(text, end)
  if (tail) end = tail.end
  else if (text[end] === '+' && !/\d/.test(text[end + 1] ?? '')) end++
  const plus = text[end - 1] === '+'
  const inner = range?.numeral.inner ?? numeral.inner ?? (unit?.over || plus || bareLead ? 'over' : null)
  const upper = range?.numeral.value ?? numeral.upper
  const approximation = upper !== null ? 'range' : (lead?.approximation ?? tail?.approximation ?? inner ?? 'exact')
  return {
    start,
    end,
    numberStart: front,
    numberEnd,
    value: range?.lower ?? numeral.value,
    upper,
    unit: unit?.text ?? null,
    unitKind: unit?.kind ?? null,
    approximation,
    script: numeral.script,
    vague: numeral.vague,
    bare: numeral.bare,
    multiplied: /[万亿]/.test(text.slice(front, numberEnd)),
  }
}

interface PlacedUnit {
  end: number
  text: string
  kind: UnitKind
  over: boolean
}

const split = / ?个(多|半)(月|小时|星期|工作日|钟头)/y

/** The unit after a number: also 两个多月, 1块多钱, 三年多. */
function unitOf(text: string, at: number): PlacedUnit | null {
  split.lastIndex = at
  const parted = split.exec(text)
  if (parted && parted[1] === '多') {
    return { end: at + parted[0].length, text: `个${parted[2]}`, kind: 'duration', over: true }
  }
  const from = text[at] === ' ' ? at + 1 : at
  const unit = unitAt(text, from)
  if (!unit) return null
  const end = from + unit.text.length
  const over =
    /^[多余](?![次数种个名])/.test(text.slice(end, end + 2)) &&
    ['money', 'duration', 'physical', 'share'].includes(unit.kind)
  const plain = unit.text.replace(/^(块|毛|元)(?:钱|人民币)$/, '$1')
  return { end: end + (over ? 1 : 0), text: plain, kind: unit.kind, over }
}
