import { amountInText, renderSpan } from '../language/render.js'
import type { Fact, FactTime, Lens, LensPattern, Text } from '../model/index.js'
import { listed, sentenceCase } from './english.js'
import { pinyinItem } from './item-fallback.js'
import { type Home, isHome, type Party, renderParty } from './names.js'
import { composePhrase } from './phrases.js'
import { type CountedPhrase, type Item, moneyInText, renderQuantity } from './quantity.js'
import { type Reading, readFact } from './reading.js'
import { statementZh } from './statements-zh.js'
import { renderUnit } from './units.js'
import { recipientPreposition } from './verbs.js'

/** Characters of the longest name that pinyin can stand for. */
const longestName = 6

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
  /** The lens's pattern for it, if one holds. */
  pattern: LensPattern | undefined
}

/** A fact in both languages: what was counted, done by whom, for whom, as of when; nothing that the fact does not hold. */
export function composeStatement(fact: Fact, context: StatementContext): Text {
  const words = wordsOf(fact, context)
  const parts = fact.role === 'total' ? context.partsOf(fact) : []
  const body = sentence(words)
  const list = listed(parts.map((part) => wordsOf(part, context).quantity.en))
  const opening = addUp(fact, parts) ? ': ' : ', including '
  const en = `${body}${timePhrase(fact.time)}${list === '' ? '' : opening + list}.`
  const zh = statementZh(fact, words.reading, parts, words.pattern?.zh)
  return {
    zh,
    en: sentenceCase(en.replace(/\s+/g, ' ')),
    enBasis: words.romanised && en.includes('“') ? 'pinyin' : 'composed',
  }
}

/** Whether the parts make up the total, within what 余 and 近 allow. */
function addUp({ quantity }: Fact, parts: readonly Fact[]): boolean {
  const sum = parts.reduce((total, part) => total + part.quantity.value, 0)
  return (
    parts.every((part) => part.quantity.unit === quantity.unit) &&
    Math.abs(sum - quantity.value) <= quantity.value * 0.03
  )
}

export function wordsOf(fact: Fact, { home, lens }: StatementContext): Words {
  const reading = readFact(fact)
  const known = reading.noun.item
  const isDeed = reading.verb !== null && reading.verb.zh === reading.noun.zh
  const item = known ?? pinyinItem(fact.item.zh)
  const named = fact.item.zh === '' || isDeed ? null : item
  const party = (text: Text | null): Party | null => {
    if (text === null || text.zh === '') return null
    const rendered = renderParty(text.zh, home)
    // A run of pinyin is no name: better not to say who than to print syllables.
    return rendered.isRaw && text.zh.length > longestName ? null : rendered
  }
  const actor = fact.actor && !isHome(fact.actor.zh, home) ? party(fact.actor) : null
  return {
    fact,
    reading,
    pattern: lens.patterns.find((candidate) => holds(candidate, fact, reading)),
    quantity: renderQuantity(fact.quantity, named),
    item,
    romanised: known === null && fact.item.zh !== '',
    actor,
    agent: reading.agent === null ? null : agentOf(reading.agent, fact, home),
    recipient: party(fact.recipient) ?? (reading.receiver === null ? null : renderParty(reading.receiver, home)),
  }
}

/** One deed by 国家领导人 is by a state leader: a plain noun has no number in Chinese. */
function agentOf(zh: string, { quantity }: Fact, home: Home): Party {
  const one = quantity.value === 1 ? composePhrase(zh, 'one') : null
  if (one?.domain !== 'person') return renderParty(zh, home)
  return { en: `${/^[aeiou]/.test(one.en) ? 'an' : 'a'} ${one.en}`, basis: one.basis, plural: false }
}

function sentence(words: Words): string {
  const { pattern } = words
  return pattern
    ? fillPattern(words.actor && words.actor.place !== 'scope' && pattern.active ? pattern.active : pattern.en, words)
    : plainSentence(words)
}

function holds({ when }: LensPattern, fact: Fact, reading: Reading): boolean {
  if (when.measure && !when.measure.includes(fact.measure ?? '')) return false
  if (when.category && !when.category.includes(fact.category ?? '')) return false
  if (when.unit && !when.unit.includes(fact.quantity.unit ?? '')) return false
  if (when.role && !when.role.includes(fact.role)) return false
  if (when.agent !== undefined && when.agent !== (reading.agent !== null)) return false
  if (!when.action) return true
  const said = [fact.action ?? '', reading.verb?.zh ?? '']
  return when.action.some((word) => said.some((action) => action.includes(word)))
}

/**
 * `{quantity}` the figure with its noun, `{number}` without; `{item}`; `{done}` the participle of the clause's verb; `{be}`;
 * `{actor}`, `{by}`, `{from}`, `{to}` and `{for}` with their preposition or empty; `{group|groups}` by number.
 */
function fillPattern(pattern: string, words: Words): string {
  const { quantity, item, agent, actor, reading } = words
  const values: Record<string, string> = {
    quantity: quantity.en,
    number: bareNumber(words.fact),
    item: renderUnit(words.fact.quantity.unit).kind === 'percent' ? item.one : item.many,
    actor: actor?.en ?? '',
    by: byPhrase(words, pattern),
    from: agent ? ` from ${agent.en}` : '',
    to: recipientPhrase(words),
    for: purposePhrase(reading),
    be: quantity.plural ? 'were' : 'was',
    done: reading.verb?.en?.participle ?? 'reported',
  }
  return pattern
    .replaceAll(/\{([^{}|]+)\|([^{}|]+)\}/g, (_, one: string, many: string) => (quantity.plural ? many : one))
    .replaceAll(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole)
}

/** Who did it, behind a passive: the one named after 被, else the fact's actor where the pattern has no place for it. */
function byPhrase({ agent, actor }: Words, pattern: string): string {
  if (agent) return ` by ${agent.en}`
  return actor && !pattern.includes('{actor}') ? placed(actor, ` by ${actor.en}`) : ''
}

function bareNumber({ quantity }: Fact): string {
  const unit = renderUnit(quantity.unit)
  if (unit.kind === 'money') return moneyInText(quantity, unit.one)
  return `${amountInText(quantity, { words: unit.kind !== 'percent', mass: unit.kind === 'percent' })}${unit.kind === 'percent' ? '%' : ''}`
}

function recipientPhrase({ recipient, reading }: Words): string {
  return recipient ? ` ${recipientPreposition(reading.verb?.en ?? null)} ${recipient.en}` : ''
}

/** Without a pattern: number, item, action; the passive has no auxiliary, as in headlines and captions of the wire. */
function plainSentence(words: Words): string {
  const { fact, reading, quantity, item, actor, agent, recipient } = words
  const unit = renderUnit(fact.quantity.unit)
  const purpose = purposePhrase(reading)
  const to = recipientPhrase(words)
  if (unit.kind === 'percent' || unit.kind === 'points' || unit.kind === 'fold') {
    const of = actor ? placed(actor, ` (${actor.en})`) : ''
    return fact.item.zh === '' ? `${quantity.en}${of}` : `${item.one}: ${quantity.en}${of}`
  }
  const verb = reading.verb?.en ?? null
  if (!verb || !reading.verb)
    return `${quantity.en}${recipient ? ` (for ${recipient.en})` : ''}${actor ? placed(actor, ` (${actor.en})`) : ''}`
  if (verb.bases.at(-1) === 'rise to') return `${item.many} rose to ${renderQuantity(fact.quantity, null).en}`
  if (reading.verb.voice === 'subject') {
    const object = reading.verb.object ? ` ${reading.verb.object}` : ''
    return `${quantity.en} ${joinedIn(verb.asSubject ?? verb.past, object || purpose)}${object === '' ? to : ''}`
  }
  if (reading.verb.voice === 'passive') return `${quantity.en} ${verb.participle}${agent ? ` by ${agent.en}` : ''}${to}`
  const tail = `${to}${purpose}`
  // 表彰先进集体: the honour is in the noun already.
  if (/ commended\b/.test(quantity.en) && verb.participle === 'commended') {
    return actor ? `${actor.en} commended ${quantity.en.replace(' commended', '')}${tail}` : `${quantity.en}${tail}`
  }
  return actor && actor.place !== 'scope'
    ? `${actor.en} ${verb.past} ${quantity.en}${tail}`
    : `${quantity.en} ${verb.participle}${tail}${actor ? ` ${actor.en}` : ''}`
}

/** `took part` needs its `in` only before something: took part in treatment. */
function joinedIn(verb: string, what: string): string {
  if (!/^took part in$/.test(verb)) return verb + what
  return what === '' ? 'took part' : `took part in${what.replace(/^ for /, ' ')}`
}

/** Somewhere is not somebody: figures of a place stand `in` it. */
function placed(party: Party, otherwise: string): string {
  if (party.place === 'scope') return ` ${party.en}`
  return party.place === 'place' ? ` in ${party.en}` : otherwise
}

function purposePhrase({ destination, purpose }: Reading): string {
  return [destination?.en, purpose?.en].map((phrase) => (phrase ? ` ${phrase}` : '')).join('')
}

/** `, as of 9 February [2020]`. */
export function timePhrase(time: FactTime | null): string {
  if (time === null) return ''
  const inferred = time.basis === 'inferred'
  if (time.kind === 'span' && time.from !== null) {
    const span = renderSpan(time.from, time.asOf, 'en', inferred)
    return span.includes(' to ') ? `, ${span}` : ` in ${span}`
  }
  const day = renderSpan(null, time.asOf, 'en', inferred)
  return time.kind === 'on' ? ` on ${day}` : `, as of ${day}`
}
