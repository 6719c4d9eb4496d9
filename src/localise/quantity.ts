import { amountInText, approximationWords, digits } from '../language/render.js'
import type { Quantity } from '../model/index.js'
import { composePhrase } from './phrases.js'
import { renderUnit, type Unit } from './units.js'

export interface CountedPhrase {
  /** `more than 300 WeChat posts`. */
  en: string
  plural: boolean
}

/** A noun in both numbers, from terms or not at all. */
export interface Item {
  one: string
  many: string
  uncountable: boolean
  domain: string
  /** Its English is a dictionary's. */
  fromDictionary?: true
}

/** The item of a figure in English; null where the terms do not cover it. */
export function renderItem(zh: string): Item | null {
  const many = composePhrase(zh, 'many')
  const one = composePhrase(zh, 'one')
  return many && one ? { one: one.en, many: many.en, uncountable: many.uncountable, domain: many.domain } : null
}

/** A figure with what it counts, as it stands in an English sentence. */
export function renderQuantity(quantity: Quantity, item: Item | null): CountedPhrase {
  // 块 is a piece of something or, of prices, a yuan.
  const unit = renderUnit(quantity.unit === '块' && quantity.per !== null ? '元' : quantity.unit)
  const phrase =
    quantity.unit === '成' ? tenths(quantity, item) : (fraction(quantity, item) ?? byKind(quantity, unit, item))
  if (quantity.per === null) return phrase
  const each = /^[次批场回]$/u.test(quantity.per) ? 'each time' : `per ${perWord(quantity.per)}`
  return { ...phrase, en: `${phrase.en} ${each}` }
}

/** 八成商户 → 80% of merchants. */
function tenths(quantity: Quantity, item: Item | null): CountedPhrase {
  const share = { ...quantity, value: quantity.value * 10, upper: quantity.upper && quantity.upper * 10 }
  const amount = `${amountInText(share, { words: false, mass: true })}%`
  return { en: item === null ? amount : `${amount} of ${item.many}`, plural: true }
}

const denominators: [number, string][] = [
  [2, 'half'],
  [3, 'third'],
  [4, 'quarter'],
  [5, 'fifth'],
  [10, 'tenth'],
]
const over = ['', 'one', 'two', 'three', 'four']

/** 四分之三企业 → three quarters of enterprises; null where it is no such share. */
function fraction({ value, unit, approximation, upper }: Quantity, item: Item | null): CountedPhrase | null {
  if (unit !== null || value <= 0 || value >= 1 || upper !== null) return null
  for (const [under, name] of denominators) {
    const times = value * under
    const word = Math.abs(times - Math.round(times)) < 1e-9 ? over[Math.round(times)] : undefined
    if (word === undefined) continue
    const share = `${approximationWords(approximation, true)}${word} ${name}${word === 'one' ? '' : 's'}`
    return { en: item === null ? share : `${share} of ${item.many}`, plural: true }
  }
  return null
}

/** 天 → day, 餐 → meal: what a rate is per. */
export function perWord(per: string): string {
  const unit = renderUnit(per)
  if (unit.one !== '') return unit.one
  return composePhrase(per, 'one')?.en ?? 'unit'
}

function byKind(quantity: Quantity, unit: Unit, item: Item | null): CountedPhrase {
  switch (unit.kind) {
    case 'money':
      return { en: withItem(moneyInText(quantity, unit.one), item, quantity.per !== null), plural: false }
    case 'percent':
      return { en: `${amountInText(quantity, { words: false, mass: true })}%`, plural: false }
    case 'points':
    case 'time':
    case 'age':
    case 'fold':
      return measured(quantity, unit, null)
    case 'of':
    case 'pair':
    case 'batch':
    case 'mass':
    case 'length':
      return measured(quantity, unit, item)
    case 'area':
      return area(quantity, unit, item)
    case 'household':
      return counted(quantity, householdsOf(item))
    case 'person':
      return persons(quantity, item)
    case 'times':
      return times(quantity, item)
    case 'persontimes':
      return personTimes(quantity, item)
    default:
      return counted(quantity, item)
  }
}

/** RMB 125.44 million; US$20,000. */
export function moneyInText(quantity: Quantity, currency: string): string {
  const amount = amountInText({ ...quantity, approximation: 'exact' }, { words: false })
  const upper = quantity.approximation === 'range' ? quantity.upper : null
  const range = upper === null ? amount : `${amount} to ${digits(upper)}`
  return (
    approximationWords(quantity.approximation, true) +
    (/\w$/.test(currency) && currency.length > 2 ? `${currency} ${range}` : currency + range)
  )
}

function withItem(money: string, item: Item | null, price: boolean): string {
  if (item === null) return money
  const name = item.many
  if (/^(?:standard|amount|scale)s?$/.test(name)) return money
  // What is not sold has no price: subsidies of so much a person.
  if (price && item.domain === 'goods' && !/^at /.test(money)) return `${name} priced at ${money}`
  if (price && item.domain !== 'money') return `${name}: ${money}`
  if (item.domain === 'goods') return `${name} valued at ${money}`
  if (/^(?:total|total value|total amount)s?$/.test(name)) return `${money} in total`
  if (/^(?:person|organisation|mass|epidemic|region)$/.test(item.domain)) return `${money} for ${name}`
  return `${money} in ${name}`
}

function isOne({ value, upper, approximation }: Quantity): boolean {
  return value === 1 && upper === null && approximation === 'exact'
}

function counted(quantity: Quantity, item: Item | null): CountedPhrase {
  const amount = amountInText(quantity)
  if (item === null) return { en: `${amount}${thingsOf(quantity)}`, plural: !isOne(quantity) }
  if (item.uncountable && item.domain === 'organisation') {
    const people = /^[名位人]$/u.test(quantity.unit ?? '') ? ' people' : ''
    return { en: `${amount}${people} (${item.many})`, plural: !isOne(quantity) }
  }
  if (item.uncountable)
    return { en: `${amount} ${isOne(quantity) ? 'item' : 'items'} of ${item.many}`, plural: !isOne(quantity) }
  return { en: `${amount} ${isOne(quantity) ? item.one : item.many}`, plural: !isOne(quantity) }
}

/** What a measure word alone tells of the things counted. */
const things: Record<string, [string, string]> = {
  册: ['copy', 'copies'],
  本: ['copy', 'copies'],
  份: ['copy', 'copies'],
  篇: ['item', 'items'],
  幅: ['piece', 'pieces'],
  名: ['person', 'people'],
  位: ['person', 'people'],
  家: ['organisation', 'organisations'],
  场: ['event', 'events'],
  期: ['issue', 'issues'],
  支: ['team', 'teams'],
  台: ['unit', 'units'],
  辆: ['vehicle', 'vehicles'],
  例: ['case', 'cases'],
}

/** What is counted, for a row's head, where a measure word alone tells it; 辆 are of wheelchairs too. */
export function thingsCounted(unit: string): string | undefined {
  if (unit === '辆') return undefined
  return things[unit]?.[1]
}

function thingsOf(quantity: Quantity): string {
  const noun = things[quantity.unit ?? '']
  return noun ? ` ${noun[isOne(quantity) ? 0 : 1]}` : ''
}

function measured(quantity: Quantity, unit: Unit, item: Item | null): CountedPhrase {
  const bulk = unit.kind === 'mass' || unit.kind === 'of'
  const kilograms =
    unit.one === 'jin'
      ? { ...quantity, value: quantity.value / 2, upper: quantity.upper && quantity.upper / 2 }
      : quantity
  const words =
    unit.kind === 'pair' || unit.kind === 'batch' || (unit.kind === 'time' && Number.isInteger(quantity.value))
  const amount = amountInText(kilograms, { words, mass: bulk })
  const single = quantity.value === 1 && quantity.upper === null
  const name = unit.one === 'jin' ? 'kg' : single ? unit.one : unit.many
  const of = item === null ? '' : ` of ${item.many}`
  return { en: `${amount} ${name}${of}`, plural: !isOne(quantity) }
}

const hectaresInMu = 15

/** 亩 stay mu, the hectares in brackets. */
function area(quantity: Quantity, unit: Unit, item: Item | null): CountedPhrase {
  const base = measured(quantity, unit, null)
  if (unit.one !== 'mu') return { ...base, en: item === null ? base.en : `${base.en} of ${item.many}` }
  const hectares = quantity.value / hectaresInMu
  const rounded = hectares >= 100 ? Math.round(hectares) : Number(hectares.toPrecision(2))
  return { ...base, en: `${base.en} (${digits(rounded)} ha)${item === null ? '' : ` of ${item.many}`}` }
}

/** 2次倡议 are two appeals; 3次 of anything that does not happen are three times. */
function times(quantity: Quantity, item: Item | null): CountedPhrase {
  if (item && !item.uncountable && !/^(?:person|goods|region|)$/.test(item.domain)) return counted(quantity, item)
  const amount = amountInText(quantity)
  return { en: `${amount} ${isOne(quantity) ? 'time' : 'times'}`, plural: !isOne(quantity) }
}

/** 11人医学观察: people, and what they were under. */
function persons(quantity: Quantity, item: Item | null): CountedPhrase {
  const people: Item = { one: 'person', many: 'people', uncountable: false, domain: 'person' }
  if (item === null) return counted(quantity, people)
  if (!item.uncountable) return counted(quantity, item)
  const phrase = counted(quantity, people)
  return { ...phrase, en: `${phrase.en} (${item.many})` }
}

/** 家属38户 are families; 企业2476户 enterprises; 贫困28户 poor households. */
function householdsOf(item: Item | null): Item {
  if (item === null) return { one: 'household', many: 'households', uncountable: false, domain: 'person' }
  if (/family members?\b/.test(item.one)) {
    const families = item.many.replace(/family members?\b/, 'families')
    return { ...item, one: item.one.replace(/family members?\b/, 'family'), many: families }
  }
  if (/household|famil|^home/.test(item.one) || item.domain === 'organisation') return item
  // 低保户、特困人员60户: households of people in extreme hardship
  if (item.domain === 'person') return { ...item, one: `household of ${item.many}`, many: `households of ${item.many}` }
  return { ...item, one: `${item.one} household`, many: `${item.one} households`, uncountable: false }
}

/** 人次 counts visits and acts, not persons: reads and tests by their noun, persons as person-times. */
function personTimes(quantity: Quantity, item: Item | null): CountedPhrase {
  if (item && item.domain !== 'person' && !item.uncountable) return counted(quantity, item)
  const amount = amountInText(quantity, { words: false })
  return {
    en:
      item === null || item.domain !== 'person'
        ? `${amount} person-times${item ? ` of ${item.many}` : ''}`
        : `${amount} ${item.many} (repeats counted)`,
    plural: true,
  }
}
