import { amountInText, renderSpan } from '../language/render.js'
import type { Fact, FactTime, Lens, LensPattern, Text } from '../model/index.js'
import { listed, sentenceCase } from './english.js'
import { verbsIn } from './find-verb.js'
import { giverOf } from './givers.js'
import { pinyinItem } from './item-fallback.js'
import { type Home, type Party, renderParty } from './names.js'
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
  /** Whether the sentence around it has named the home body. */
  isNamed?: boolean
  /** Parts of a total, in text order. */
  partsOf: (fact: Fact) => readonly Fact[]
}

/** What every sentence about a figure is made of, in English. */
export interface Words {
  fact: Fact
  /** The article's own body; without names in a sentence that has named it. */
  home: Home
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

export function wordsOf(fact: Fact, { home, lens, isNamed = false }: StatementContext): Words {
  const reading = readFact(fact)
  const known = reading.noun.item
  const isDeed = reading.verb !== null && reading.verb.zh === reading.noun.zh
  const item = known ?? pinyinItem(fact.item.zh)
  // A run of syllables tells nobody anything: of a long item that no term covers only the figure and its unit stay.
  const unreadable = known === null && (reading.noun.zh === '' || reading.noun.zh.length > longestName)
  const named = fact.item.zh === '' || isDeed || unreadable ? null : item
  const party = (text: Text | null): Party | null => {
    if (text === null || text.zh === '') return null
    const rendered = renderParty(text.zh, home)
    // A run of pinyin is no name: better not to say who than to print syllables.
    return rendered.isRaw && text.zh.length > longestName ? null : rendered
  }
  const giver = fact.actor && giverOf(fact.actor.zh, home)
  const actor = giver ? party({ zh: giver, en: '', enBasis: 'none' }) : null
  return {
    fact,
    home: isNamed ? { zh: '', en: '' } : home,
    reading,
    pattern: lens.patterns.find((candidate) => holds(candidate, fact, reading)),
    quantity: named && isShare(fact, named) ? sharedBy(fact, named) : renderQuantity(fact.quantity, named),
    item,
    romanised: known === null && named !== null,
    actor,
    agent: reading.agent === null ? null : agentOf(reading.agent, fact, home),
    recipient: receiverOf(fact, party) ?? (reading.receiver === null ? null : renderParty(reading.receiver, home)),
  }
}

/** A place that goes on (为云岫市首批医疗队) is where the receivers are, not who they are. */
function receiverOf({ recipient, evidence }: Fact, party: (text: Text | null) => Party | null): Party | null {
  const found = party(recipient)
  if (!found || !recipient || found.place !== 'place') return found
  const at = evidence.sentence.indexOf(recipient.zh)
  const rest = at < 0 ? '' : evidence.sentence.slice(at + recipient.zh.length)
  return /^[\p{Script=Han}\d]/u.test(rest) && verbsIn(rest)[0]?.start !== 0
    ? { ...found, place: 'scope', en: `in ${found.en}` }
    : found
}

/** 其中市总工会600万元: a part of what was given is from the body named. */
function isShare({ role, quantity, evidence }: Fact, { domain }: Item): boolean {
  const before = evidence.sentence.slice(0, evidence.start - evidence.sentenceStart)
  return (
    role === 'part' &&
    /^(?:organisation|mass)$/.test(domain) &&
    renderUnit(quantity.unit).kind === 'money' &&
    /投入|捐|募集|筹集/u.test(before) &&
    !/用于|拨付/u.test(before)
  )
}

function sharedBy({ quantity }: Fact, { many }: Item): CountedPhrase {
  const money = renderQuantity(quantity, null)
  return { ...money, en: `${money.en} from ${many}` }
}

/** One deed by 国家领导人 is by a state leader: a plain noun has no number in Chinese. */
function agentOf(zh: string, { quantity }: Fact, home: Home): Party {
  const one = quantity.value === 1 ? composePhrase(zh, 'one') : null
  if (one?.domain !== 'person') return renderParty(zh, home)
  return { en: `${/^[aeiou]/.test(one.en) ? 'an' : 'a'} ${one.en}`, basis: one.basis, plural: false }
}

function sentence(words: Words): string {
  const { pattern, fact, quantity } = words
  if (isReads(fact)) {
    const whose =
      words.actor && words.actor.place !== 'scope' ? `Items published by ${words.actor.en}` : 'Published items'
    return `${whose} read ${bareNumber(fact)} ${quantity.plural ? 'times' : 'time'} in all`
  }
  return pattern
    ? fillPattern(words.actor && words.actor.place !== 'scope' && pattern.active ? pattern.active : pattern.en, words)
    : plainSentence(words)
}

/** 阅读次数达21.3万次: said of what was published, whatever the figure's item is taken for. */
function isReads({ quantity, evidence }: Fact): boolean {
  const before = evidence.sentence.slice(0, evidence.start - evidence.sentenceStart)
  return (
    /^(?:次|人次|)$/u.test(quantity.unit ?? '') &&
    /(?:阅读|点击|浏览|播放|观看)(?:总)?(?:量|次数|数)(?:累计|已)?(?:达到?|超过?|为|突破)?$/u.test(before)
  )
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
  const { fact, quantity, item, agent, actor, reading } = words
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
    done: reading.verb?.en?.participle ?? (/捐/u.test(fact.item.zh) ? 'donated' : 'reported'),
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
  if (!recipient) return ''
  return recipient.place === 'scope'
    ? ` ${recipient.en}`
    : ` ${recipientPreposition(reading.verb?.en ?? null)} ${recipient.en}`
}

/** Without a pattern: number, item, action; the passive has no auxiliary, as in headlines and captions of the wire. */
function plainSentence(words: Words): string {
  const { fact, reading, quantity, item, actor, agent, recipient } = words
  const unit = renderUnit(fact.quantity.unit)
  if (isShare(fact, item)) {
    const by = `${reading.verb?.en?.participle ?? 'given'} by ${item.many}`
    return `${renderQuantity(fact.quantity, null).en} ${by}`
  }
  const purpose = purposePhrase(reading)
  const to = recipientPhrase(words)
  if (unit.kind === 'percent' || unit.kind === 'points' || unit.kind === 'fold') {
    const of = actor ? placed(actor, ` (${actor.en})`) : ''
    return fact.item.zh === '' ? `${quantity.en}${of}` : `${item.one}: ${quantity.en}${of}`
  }
  const verb = reading.verb?.en ?? null
  if (!verb || !reading.verb) {
    const receiver = recipient ? (recipient.place === 'scope' ? to : ` (for ${recipient.en})`) : ''
    const who = actor || recipient || agent ? '' : whose(words)
    return `${who}${quantity.en}${receiver}${actor ? placed(actor, ` (${actor.en})`) : ''}`
  }
  if (unit.kind === 'persontimes' && item.domain === 'person' && verb.bases.includes('visit')) {
    return `${item.many} visited ${amountInText(fact.quantity)} times in all${actor ? placed(actor, ` by ${actor.en}`) : ''}`
  }
  if (verb.bases.at(-1) === 'rise to') return `${item.many} rose to ${renderQuantity(fact.quantity, null).en}`
  if (reading.verb.voice === 'subject') {
    const object = reading.verb.object ? ` ${reading.verb.object}` : ''
    return `${quantity.en} ${joinedIn(verb.asSubject ?? verb.past, object || purpose)}${object.includes(recipient?.en ?? '?') ? '' : to}`
  }
  if (reading.verb.voice === 'passive') return `${quantity.en} ${verb.participle}${agent ? ` by ${agent.en}` : ''}${to}`
  const tail = `${to}${purpose}`
  if (
    (verb.participle === 'donated' && /\bdonated\b/i.test(quantity.en)) ||
    (unit.kind === 'money' && verb.participle === 'visited')
  ) {
    return `${quantity.en}${to}${actor ? placed(actor, ` (${actor.en})`) : ''}`
  }
  // 表彰先进集体: the honour is in the noun already.
  if (/ (?:commended|given)\b/.test(quantity.en) && verb.participle === 'commended') {
    return actor ? `${actor.en} commended ${quantity.en.replace(' commended', '')}${tail}` : `${quantity.en}${tail}`
  }
  const what = reading.ofDeeds
    ? `the deeds of ${quantity.en}`
    : quantity.en.replace(/\btrainees$/, verb.participle === 'trained' ? 'people' : 'trainees')
  return actor && actor.place !== 'scope'
    ? `${actor.en} ${verb.past} ${what}${tail}`
    : `${what} ${verb.participle}${tail}${actor ? ` ${actor.en}` : ''}`
}

/** `took part` needs its `in` only before something: took part in treatment. */
function joinedIn(verb: string, what: string): string {
  if (!/^took part in$/.test(verb)) return verb + what
  return what === '' ? 'took part' : `took part in${what.replace(/^ for /, ' ')}`
}

/** `The Federation: `, where a body that reports its own work says no more than what there was. */
function whose({ home, item, quantity, romanised }: Words): string {
  if (romanised || !/^(?:goods|money|activity|publicity|person|mass)$/.test(item.domain)) return ''
  const body = / (?:commended|given)\b/.test(quantity.en)
    ? undefined
    : /Red Cross|Federation|Association|Committee|Union|League|Society/.exec(home.en)?.[0]
  return body ? `the ${body}: ` : ''
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
  if (time.kind === 'since' && time.from !== null) return `, since ${renderSpan(null, time.from, 'en', inferred)}`
  const day = renderSpan(null, time.asOf, 'en', inferred)
  return time.kind === 'on' ? ` on ${day}` : `, as of ${day}`
}
