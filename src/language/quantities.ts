import type { Approximation } from '../model/index.js'
import { approximatorAfter, approximatorBefore } from './approximators.js'
import { fractionAt } from './fractions.js'
import { type UnitKind, unitAt } from './measure-words.js'
import { type Numeral, numeralAt, scale } from './numerals.js'
import { type PlacedUnit, unitOf } from './placed-units.js'
import { execAt } from './sticky.js'

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

const startsNumeral = new Uint8Array(0x10000)
for (const character of '0123456789零〇一二两三四五六七八九十百千万亿廿卅俩仨半壹贰叁肆伍陆柒捌玖拾佰仟几数')
  startsNumeral[character.charCodeAt(0)] = 1

const joiner = / ?(?:[-—–~～－―]{1,2}|至|到) ?/y
const currency = /(?:(?:US|HK|A|C|S)?[$＄]|[¥￥€£￡]|RMB|USD|人民币|[美欧日港澳加韩]元|港币|英镑|澳门元) ?$/
const signs: Record<string, string> = {
  $: '美元',
  US$: '美元',
  USD: '美元',
  HK$: '港元',
  A$: '澳元',
  C$: '加元',
  S$: '新加坡元',
  '¥': '元',
  '￥': '元',
  RMB: '元',
  '€': '欧元',
  '£': '英镑',
  '￡': '英镑',
  人民币: '元',
}
/** Named, not signed: belongs to the amount only where no unit is printed behind it (欧元8万). */
const currencyName = /[元币镑]$/

/** 20万元和30万元之间: 和 joins two bounds only before 之间. */
const between = / ?[和与] ?/y
const betweenEnd = /^ ?之间/

/** 负 and 零下 before a number; a minus sign only where it can be no dash. */
const negative = /(?:负|零下 ?|(?<![\dA-Za-z)）日月年时号”])-)$/

/** 最高[补助]5万元, 最高可获[救助]5万元: a ceiling, though a verb stands between. */
const limited =
  /最[高多](?:可以?|能)?(?:获得?|享受?|给予|予以)?(?:补[助贴偿]|救助|资助|奖励|支持|赔付|报销|贷|贷款|给予|获得?|享受?|授信)$/

/** Every number of a normalised text that does not begin in the mask, with unit, approximation and range. */
export function scanQuantities(text: string, mask: Uint8Array): ScannedQuantity[] {
  const found: ScannedQuantity[] = []
  for (let at = 0; at < text.length; ) {
    const quantity = startsNumeral[text.charCodeAt(at)] === 1 && !mask[at] ? quantityAt(text, at, mask) : undefined
    if (quantity) found.push(quantity)
    at = Math.max(at + 1, quantity?.end ?? 0)
  }
  return found
}

function quantityAt(text: string, at: number, mask: Uint8Array): ScannedQuantity | undefined {
  const part = fractionAt(text, at)
  if (part) return { ...complete(text, part, null, true), unit: part.unit, unitKind: 'share' }
  const numeral = numeralAt(text, at)
  if (!numeral) return undefined
  const range = rangeAfter(text, numeral, mask)
  return complete(text, numeral, range)
}

interface Range {
  numeral: Numeral
  lower: number
}

/** The upper bound after 至, 到 or a dash: 3至5名, 10万元至20万元; not 由5年至8年, which is a change. */
function rangeAfter(text: string, lower: Numeral, mask: Uint8Array): Range | null {
  if (lower.vague) return null
  const unit = unitAt(text, lower.end)
  for (const from of unit ? [lower.end, lower.end + unit.text.length] : [lower.end]) {
    const match = execAt(joiner, text, from) ?? execAt(between, text, from)
    if (!match) continue
    const at = from + match[0].length
    const upper = mask[at] ? undefined : numeralAt(text, at)
    if (!upper || upper.bare || upper.vague || upper.script !== lower.script) continue
    const behind = upper.end + (unitAt(text, upper.end)?.text.length ?? 0)
    const closed = betweenEnd.test(text.slice(behind, behind + 3))
    if (/[和与]/.test(match[0]) && !closed) continue
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
  const sign = unitless ? undefined : currencyBefore(text, numeral.start)
  const unit = signed(unitless ? null : unitOf(text, numberEnd), sign, numberEnd)
  const front = sign?.taken(unit) ? sign.start : numeral.start
  const lead = approximatorBefore(text, front)
  const ceiling = !lead && unit?.kind === 'money' && limited.test(text.slice(Math.max(0, front - 9), front))
  const bareLead = numeral.bare && !lead && /[上成过]$/.test(text.slice(Math.max(0, front - 1), front))
  const minus = lead ? '' : minusBefore(text, front, unit?.kind)
  const tail = tailOf(text, unit?.end ?? numberEnd, range !== null)
  const upper = range?.numeral.value ?? numeral.upper
  const inner =
    range?.numeral.inner ?? numeral.inner ?? (unit?.over || tail.approximation === 'plus' || bareLead ? 'over' : null)
  // 八五折 and 75折 are 8.5 折
  const scaled = unit?.text === '折' && numeral.value >= 10 ? 0.1 : 1
  const value = (range?.lower ?? numeral.value) + (unit?.more ?? 0)
  return {
    start: lead?.start ?? front - (bareLead ? 1 : minus.length),
    end: tail.end,
    numberStart: numeral.start,
    numberEnd,
    value: scale(value, minus === '' ? scaled : -scaled),
    upper,
    unit: unit?.text ?? null,
    unitKind: unit?.kind ?? null,
    approximation:
      upper !== null
        ? 'range'
        : (lead?.approximation ??
          (ceiling ? 'atMost' : null) ??
          (tail.approximation === 'plus' ? null : tail.approximation) ??
          inner ??
          'exact'),
    script: numeral.script,
    vague: numeral.vague,
    bare: numeral.bare,
    multiplied: /[万亿]/.test(text.slice(numeral.start, numberEnd)),
  }
}

interface CurrencySign {
  start: number
  unit: string
  /** Whether it belongs to the amount: a sign does; 人民币 only where no unit is printed. */
  taken(unit: PlacedUnit | null): boolean
}

/** $, ￥, RMB, 人民币 right before a number. */
function currencyBefore(text: string, at: number): CurrencySign | undefined {
  if (!/[$＄¥￥€£￡BD币元镑 ]/.test(text[at - 1] ?? '')) return undefined
  const sign = currency.exec(text.slice(Math.max(0, at - 4), at))?.[0]
  if (sign === undefined) return undefined
  const word = currencyName.test(sign.trimEnd())
  const taken = (unit: PlacedUnit | null): boolean => unit?.kind === 'money' && (!word || unit.bySign === true)
  return { start: at - sign.length, unit: signs[sign.trim()] ?? (word ? sign.trim() : '元'), taken }
}

/** The printed unit, else that of the sign; 元 behind a foreign sign is of that currency. */
function signed(unit: PlacedUnit | null, sign: CurrencySign | undefined, end: number): PlacedUnit | null {
  if (!sign) return unit
  if (!unit) return { end, text: sign.unit, kind: 'money', over: false, more: 0, bySign: true }
  return unit.text === '元' ? { ...unit, text: sign.unit } : unit
}

function minusBefore(text: string, at: number, kind: UnitKind | undefined): string {
  if (!/[-负下 ]/.test(text[at - 1] ?? '')) return ''
  const minus = negative.exec(text.slice(Math.max(0, at - 4), at))?.[0] ?? ''
  // 净利润-500万元: a balance may be below zero
  const balance = kind === 'money' && /[润益额余损量]$/.test(text.slice(Math.max(0, at - 3), at - 1))
  return minus !== '-' || kind === 'share' || kind === 'physical' || balance ? minus : ''
}

/** What stands behind number and unit and is of the amount: 以上, 左右, +, 之间 behind a range. */
function tailOf(
  text: string,
  at: number,
  ranged: boolean,
): { end: number; approximation: Approximation | 'plus' | null } {
  const tail = approximatorAfter(text, at)
  if (tail) return tail
  if (text[at] === '+' && !/\d/.test(text[at + 1] ?? '')) return { end: at + 1, approximation: 'plus' }
  return { end: at + (ranged ? (betweenEnd.exec(text.slice(at, at + 3))?.[0].length ?? 0) : 0), approximation: null }
}
