import { amountInText, renderSpan } from '../language/render.js'
import type { Fact, FactTime, Lens, LensPattern, Text } from '../model/index.js'
import { sentenceCase } from './english.js'
import { type Home, isHome, type Party, renderParty } from './names.js'
import { romanised } from './pinyin.js'
import { type CountedPhrase, type Item, moneyInText, renderQuantity } from './quantity.js'
import { type Reading, readFact } from './reading.js'
import { statementZh } from './statements-zh.js'
import { renderUnit } from './units.js'
import { recipientPreposition } from './verbs.js'

export interface StatementContext {
  lens: Lens
  home: Home
  /** Parts of a total, in text order. */
  partsOf: (fact: Fact) => readonly Fact[]
}

/** What every sentence about a figure is made of, in English. */
export interface Words {
  fact: Fact
  reading: Reading
  quantity: CountedPhrase
  item: Item
  /** True where the item is pinyin only. */
  romanised: boolean
  actor: Party | null
  agent: Party | null
  recipient: Party | null
}

/** A fact in both languages: what was counted, done by whom, for whom, as of when; nothing that the fact does not hold. */
export function composeStatement(fact: Fact, context: StatementContext): Text {
  const words = wordsOf(fact, context)
  const parts = fact.role === 'total' ? context.partsOf(fact) : []
  const body = sentence(words, context.lens)
  const list = parts.map((part) => partPhrase(part, context)).join('; ')
  const en = `${body}${timePhrase(fact.time)}${list === '' ? '' : `: ${list}`}.`
  const zh = statementZh(fact, words.reading, parts)
  return { zh, en: sentenceCase(en.replace(/\s+/g, ' ')), enBasis: words.romanised ? 'pinyin' : 'composed' }
}

export function wordsOf(fact: Fact, { home }: StatementContext): Words {
  const reading = readFact(fact)
  const known = reading.noun.item
  const name = romanised(fact.item.zh)
  const item: Item = known ?? { one: name, many: name, uncountable: false, domain: '' }
  const named = fact.item.zh === '' ? null : item
  const party = (text: Text | null): Party | null =>
    text === null || text.zh === '' ? null : renderParty(text.zh, home)
  const actor = fact.actor && !isHome(fact.actor.zh, home) ? party(fact.actor) : null
  return {
    fact,
    reading,
    quantity: renderQuantity(fact.quantity, named),
    item,
    romanised: known === null && fact.item.zh !== '',
    actor,
    agent: reading.agent === null ? null : renderParty(reading.agent, home),
    recipient: party(fact.recipient),
  }
}

function sentence(words: Words, lens: Lens): string {
  const pattern = lens.patterns.find((candidate) => holds(candidate, words))
  if (pattern) return fillPattern(words.actor && pattern.active ? pattern.active : pattern.en, words)
  return plainSentence(words)
}

function holds({ when }: LensPattern, { fact, reading }: Words): boolean {
  if (when.measure && !when.measure.includes(fact.measure ?? '')) return false
  if (when.category && !when.category.includes(fact.category ?? '')) return false
  if (when.unit && !when.unit.includes(fact.quantity.unit ?? '')) return false
  if (when.role && !when.role.includes(fact.role)) return false
  if (when.agent !== undefined && when.agent !== (reading.agent !== null)) return false
  if (!when.action) return true
  const said = [fact.action ?? '', reading.verb?.zh ?? '']
  return when.action.some((word) => said.some((action) => action.includes(word)))
}

/** `{quantity}` the figure with its noun; `{number}` the figure alone; `{item}`, `{by}`, `{to}`, `{for}`, `{be}`, `{actor}`. */
function fillPattern(pattern: string, words: Words): string {
  const { fact, quantity, item, agent, actor, reading } = words
  const values: Record<string, string> = {
    quantity: quantity.en,
    number: bareNumber(fact),
    item: item.many,
    actor: actor?.en ?? '',
    by: agent ? ` by ${agent.en}` : actor && !pattern.includes('{actor}') ? ` by ${actor.en}` : '',
    to: recipientPhrase(words),
    for: reading.purpose ? ` ${reading.purpose.en}` : '',
    be: quantity.plural ? 'were' : 'was',
  }
  return pattern.replaceAll(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole)
}

function bareNumber({ quantity }: Fact): string {
  const unit = renderUnit(quantity.unit)
  if (unit.kind === 'money') return moneyInText(quantity, unit.one)
  return `${amountInText(quantity, { words: unit.kind !== 'percent' })}${unit.kind === 'percent' ? '%' : ''}`
}

function recipientPhrase({ recipient, reading }: Words): string {
  return recipient ? ` ${recipientPreposition(reading.verb?.en ?? null)} ${recipient.en}` : ''
}

/** Without a pattern: number, item, action; the passive has no auxiliary, as in headlines and captions of the wire. */
function plainSentence(words: Words): string {
  const { fact, reading, quantity, item, actor, agent } = words
  const unit = renderUnit(fact.quantity.unit)
  const purpose = reading.purpose ? ` ${reading.purpose.en}` : ''
  const to = recipientPhrase(words)
  if (unit.kind === 'percent' || unit.kind === 'points') {
    const of = actor ? ` (${actor.en})` : ''
    return fact.item.zh === '' ? `${quantity.en}${of}` : `${item.one}: ${quantity.en}${of}`
  }
  const verb = reading.verb?.en ?? null
  if (!verb || !reading.verb) return `${quantity.en}${to}${actor ? ` (${actor.en})` : ''}`
  if (reading.verb.voice === 'subject') return `${quantity.en} ${verb.past}${purpose}${to}`
  if (reading.verb.voice === 'passive') return `${quantity.en} ${verb.participle}${agent ? ` by ${agent.en}` : ''}`
  const tail = `${to}${purpose}`
  return actor ? `${actor.en} ${verb.past} ${quantity.en}${tail}` : `${quantity.en} ${verb.participle}${tail}`
}

function partPhrase(part: Fact, context: StatementContext): string {
  return wordsOf(part, context).quantity.en
}

/** `, as of 9 February [2020]`. */
export function timePhrase(time: FactTime | null): string {
  if (time === null) return ''
  const inferred = time.basis === 'inferred'
  if (time.kind === 'span' && time.from !== null) return `, ${renderSpan(time.from, time.asOf, 'en', inferred)}`
  const day = renderSpan(null, time.asOf, 'en', inferred)
  return time.kind === 'on' ? ` on ${day}` : `, as of ${day}`
}
