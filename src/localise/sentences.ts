import { amountInText } from '../language/render.js'
import type { Fact } from '../model/index.js'
import type { ChangeBy, ShareOf } from './changes.js'
import { among, placeOf } from './doers.js'
import { listed } from './english.js'
import type { Gauge } from './gauges.js'
import { givingIn } from './giving.js'
import type { Party } from './names.js'
import type { Oblique } from './obliques.js'
import { moneyInText, renderQuantity } from './quantity.js'
import type { Reading } from './reading.js'
import { renderUnit } from './units.js'
import { isIntransitive, recipientPreposition, renderVerb, type Verb } from './verbs.js'
import { isShare, type Words } from './words.js'

export function sentence(words: Words): string {
  const { pattern, fact, quantity, reading } = words
  if (isReads(fact)) {
    const whose =
      words.actor && words.actor.place !== 'scope' ? `items published by ${words.actor.en}` : 'published items'
    return `${whose} read ${bareNumber(fact)} ${quantity.plural ? 'times' : 'time'} in all`
  }
  if (reading.gauge) return gaugeSentence(words, reading.gauge)
  if (reading.change) return changeSentence(words, reading.change)
  if (reading.share) return shareSentence(words, reading.share)
  if (reading.oblique && !pattern) return obliqueSentence(words, reading.oblique)
  return pattern
    ? fillPattern(words.actor && words.actor.place !== 'scope' && pattern.active ? pattern.active : pattern.en, words)
    : plainSentence(words)
}

/** Daily output of medical masks in Hubei rose to 158,000. */
function gaugeSentence({ fact, actor }: Words, { head, of, where, change, base, saysPeriod }: Gauge): string {
  const who =
    where.en !== '' || !actor || actor.en === of.en
      ? ''
      : placed(actor, of.en === '' || actor.plural ? ` (${actor.en})` : '')
  const subject = `${head.en}${of.en === '' ? '' : ` of ${of.en}`}${where.en}${who}`
  const figure = { ...fact, quantity: { ...fact.quantity, per: saysPeriod ? null : fact.quantity.per } }
  const { kind, one } = renderUnit(fact.quantity.unit)
  const counted = /^(?:counter|of|person|household|batch|pair)$/.test(kind) && one === ''
  const amount = counted ? bareNumber(figure) : renderQuantity(figure.quantity, null).en
  return `${subject}${change.en === '' ? ':' : ` ${change.en}`} ${amount}${base.en}`
}

/** 50% of unemployment insurance contributions refunded. */
function shareSentence({ fact, item }: Words, { done }: ShareOf): string {
  const isGauge = /(?:rate|limit|amount|cost|price|volume)s?$/.test(item.one)
  const ofMany = (item.uncountable && !isGauge) || /^(?:person|organisation|mass|goods|epidemic)$/.test(item.domain)
  const article = item.uncountable && item.domain === 'person' ? 'the ' : ''
  return `${bareNumber(fact)} of ${ofMany ? article + item.many : `the ${item.one}`}${done.en}`
}

/** Donations rose by 12% year on year; the number of volunteers rose by 300. */
function changeSentence({ fact, item, actor }: Words, { en, against }: ChangeBy): string {
  // 每斤下降1块: of prices a 块 is a yuan.
  const figure = fact.quantity.unit === '块' ? { ...fact, quantity: { ...fact.quantity, unit: '元' } } : fact
  const { kind, one } = renderUnit(figure.quantity.unit)
  const counted = one === '' && /^(?:counter|person|household)$/.test(kind)
  const isPrice = kind === 'money' && item.domain === 'goods'
  const heads =
    en === 'accounted for' ? '' : isPrice ? 'the price of ' : counted && !item.uncountable ? 'the number of ' : ''
  const subject = heads + (en === 'minus' ? item.one : item.many)
  const amount = counted ? bareNumber(figure) : renderQuantity(figure.quantity, null).en
  return `${subject}${actor ? placed(actor, ` (${actor.en})`) : ''} ${en} ${amount}${against}`
}

/** Registration forms handed out to 252 tenants. */
function obliqueSentence({ actor, quantity }: Words, { verb, object, preposition }: Oblique): string {
  const whom = `${preposition.en} ${quantity.en}`
  return actor && actor.place !== 'scope'
    ? `${actor.en} ${verb.en.past} ${object.en} ${whom}`
    : `${object.en} ${verb.en.participle} ${whom}${actor ? ` ${actor.en}` : ''}`
}

/** 阅读次数达21.3万次: said of what was published, whatever the figure's item is taken for. */
function isReads({ quantity, evidence }: Fact): boolean {
  const before = evidence.sentence.slice(0, evidence.start - evidence.sentenceStart)
  return (
    /^(?:次|人次|)$/u.test(quantity.unit ?? '') &&
    /(?:阅读|点击|浏览|播放|观看)(?:总)?(?:量|次数|数)(?:累计|已)?(?:达到?|超过?|为|突破)?$/u.test(before)
  )
}

/**
 * `{quantity}` the figure with its noun, `{number}` without; `{item}`; `{done}` the participle of the clause's verb; `{be}`;
 * `{actor}`, `{by}`, `{from}`, `{to}` and `{for}` with their preposition or empty; `{group|groups}` by number.
 */
function fillPattern(pattern: string, words: Words): string {
  const { fact, quantity, item, agent, actor, reading } = words
  const done = reading.verb?.en?.participle ?? renderVerb(givingIn(fact.item.zh) ?? '')?.participle ?? 'reported'
  const named = renderUnit(words.fact.quantity.unit).kind === 'percent' ? item.one : item.many
  const values: Record<string, string> = {
    quantity: quantity.en,
    number: bareNumber(words.fact),
    // 捐赠款物: donated once is enough.
    item: pattern.includes('{done}') && named.startsWith(`${done} `) ? named.slice(done.length + 1) : named,
    actor: actor?.en ?? '',
    by: byPhrase(words, pattern),
    from: agent ? ` from ${agent.en}` : '',
    to: recipientPhrase(words),
    for: purposePhrase(reading),
    be: quantity.plural ? 'were' : 'was',
    done,
  }
  return pattern
    .replace(/^[A-Z](?=\p{Ll})/u, (letter) => letter.toLowerCase())
    .replaceAll(/\{([^{}|]+)\|([^{}|]+)\}/g, (_, one: string, many: string) => (quantity.plural ? many : one))
    .replaceAll(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole)
}

/** Who did it, behind a passive: the one named after 被, else the fact's actor where the pattern has no place for it. */
function byPhrase({ agent, actor, fact, item }: Words, pattern: string): string {
  if (agent) return ` by ${agent.en}`
  // Resident participation rate: who it is of has been said.
  const isRate = renderUnit(fact.quantity.unit).kind === 'percent'
  if (actor && isRate)
    return item.one.toLowerCase().startsWith(actor.en.replace(/s$/, '')) ? '' : placed(actor, ` (${actor.en})`)
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
  const { fact, reading, quantity, item, isUnreadable, actor, agent, recipient } = words
  const unit = renderUnit(fact.quantity.unit)
  if (isShare(fact, item)) {
    const by = `${reading.verb?.en?.participle ?? 'given'} by ${item.many}`
    return `${renderQuantity(fact.quantity, null).en} ${by}`
  }
  if (reading.usedFor !== '' && quantity.en.endsWith(reading.usedFor))
    return `${quantity.en}${actor ? placed(actor, ` (${actor.en})`) : ''}`
  const purpose = purposePhrase(reading)
  const to = recipientPhrase(words)
  if (unit.kind === 'percent' || unit.kind === 'points' || unit.kind === 'fold') {
    const of = actor ? placed(actor, ` (${actor.en})`) : ''
    if (fact.item.zh === '' || isUnreadable) return `${quantity.en}${of}`
    return `${/^(?:person|organisation|mass|goods)$/.test(item.domain) ? item.many : item.one}: ${quantity.en}${of}`
  }
  const verb = reading.verb?.en ?? null
  if (!verb || !reading.verb) {
    const receiver = recipient ? (recipient.place === 'scope' ? to : ` (for ${recipient.en})`) : ''
    const place = actor || recipient || agent ? '' : placeOf(fact)
    const whom = place === '' && /^(?:person|epidemic)$/.test(item.domain) ? among(fact) : ''
    const who = place !== '' || whom !== '' || actor || recipient || agent ? '' : whose(words)
    return `${who}${quantity.en}${place}${whom}${receiver}${actor ? placed(actor, ` (${actor.en})`) : ''}`
  }
  const timesSaid = countedTimes(words, verb)
  if (timesSaid !== null) return timesSaid
  if (verb.bases.at(-1) === 'rise to')
    return `${item.many} rose to ${unit.kind === 'counter' ? bareNumber(fact) : renderQuantity(fact.quantity, null).en}`
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
  const what = reading.ofWhat
    ? `the ${reading.ofWhat} of ${quantity.en}`
    : quantity.en.replace(/\btrainees$/, verb.participle === 'trained' ? 'people' : 'trainees')
  return actor && actor.place !== 'scope' && !/^were /.test(verb.past)
    ? `${actor.en} ${reading.planned ? `will ${listed(verb.bases)}` : verb.past} ${what}${tail}`
    : `${what} ${reading.planned ? toBe(verb) : verb.participle}${tail}${actor ? ` ${actor.en}` : ''}`
}

function toBe(verb: Verb): string {
  return isIntransitive(verb) ? `to ${listed(verb.bases)}` : `to be ${verb.participle}`
}

/** 慰问职工300人次, 检查市场200个次: how often something was done with them, not how many they are; null where they are counted. */
function countedTimes({ fact, item, actor, reading, romanised }: Words, verb: Verb): string | null {
  const { unit } = fact.quantity
  const ofPersons = renderUnit(unit).kind === 'persontimes' && item.domain === 'person'
  if (romanised || item.uncountable || !(ofPersons || /^[家个户处]次$/u.test(unit ?? ''))) return null
  const times = `${amountInText(fact.quantity)} times in all`
  if (reading.verb?.voice === 'subject') return `${item.many} ${verb.past.replace(/ in$/, '')} ${times}`
  const bodyActs = actor && actor.place === undefined && reading.verb?.voice === 'object'
  return bodyActs
    ? `${actor.en} ${verb.past} ${item.many} ${times}`
    : `${item.many} ${verb.participle} ${times}${actor ? placed(actor, ` by ${actor.en}`) : ''}`
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
