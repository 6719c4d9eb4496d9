import { renderSpan } from '../language/render.js'
import { sameNumbers } from '../language/same-numbers.js'
import type { Fact, FactTime, Text } from '../model/index.js'
import { shortEnglish } from './doers.js'
import { listed, sentenceCase } from './english.js'
import { figureZh } from './figure-zh.js'
import { type Home, isHome } from './home.js'
import { renderQuantity } from './quantity.js'
import { sentence } from './sentences.js'
import { statementZh, timePhraseZh } from './statements-zh.js'
import { type StatementContext, type Words, wordsOf } from './words.js'

/** A fact in both languages: what was counted, done by whom, for whom, as of when; nothing that the fact does not hold. */
export function composeStatement(fact: Fact, context: StatementContext): Text {
  const words = wordsOf(fact, context)
  const parts = fact.role === 'total' ? context.partsOf(fact) : []
  const body = sentence(words)
  const list = listed(parts.map((part) => partOf(wordsOf(part, context), words)))
  const opening = addUp(fact, parts) ? ': ' : ', including '
  const en = `${body}${timePhrase(fact.time)}${list === '' ? '' : opening + list}.`
  const zh = statementZh(words, parts)
  const cased = context.isInside ? (text: string) => text : sentenceCase
  const said = { zh, en: cased(ownParty(en.replace(/\s+/g, ' '), context.home)) }
  if (sameNumbers(said.zh, said.en)) return { ...said, enBasis: basisOf(words, en) }
  const bare = bareStatement(fact, words)
  return { ...bare, en: cased(bare.en) }
}

const otherParties =
  /China Zhi Gong Party|Democratic Party|Democratic League|Kuomintang|Construction Association|Association for Promoting Democracy|Jiusan Society|Self-Government League/

/** In a report by one of the eight other parties its members are its own: no capital, which means the CPC. */
export function ownParty(en: string, { en: home }: Home): string {
  return otherParties.test(home) ? en.replace(/(?<!(?:Gong|Democratic) )\bParty (?=member)/g, 'party ') : en
}

/** The figure and its unit: where one language has a number that the other has not (a numeral inside a noun), both leave it out. */
function bareStatement({ quantity, time }: Fact, { fact, item, romanised }: Words): Text {
  const named = !romanised && !/\d/.test(item.many) && !/[\d一二两三四五六七八九十百千万半]/u.test(fact.item.zh)
  const en = `${renderQuantity(quantity, named ? item : null).en}${timePhrase(time)}.`
  const zh = `${timePhraseZh(time)}${figureZh(fact)}${named ? fact.item.zh : ''}。`
  return { zh, en, enBasis: 'composed' }
}

function basisOf({ romanised, item }: Words, en: string): Text['enBasis'] {
  if (romanised && en.includes('“')) return 'pinyin'
  return item.fromDictionary && en.includes(item.one) ? 'dictionary' : 'composed'
}

/** A part of the same thing as its total says only how much of it is whose: RMB 6 million from the Federation. */
function partOf({ quantity, fact, item, reading, actor, agent, home }: Words, total: Words): string {
  if (reading.verb?.voice === 'subject' && reading.verb.en && !reading.verb.object && item.many !== total.item.many)
    return `${quantity.en} ${item.domain === 'organisation' ? 'that' : 'who'} ${(reading.verb.en.asSubject ?? reading.verb.en.past).replace(/ in$/, '')}`
  if (item.many !== total.item.many || reading.usedFor !== '') return quantity.en
  if (reading.verb?.voice === 'passive' && reading.verb.en && agent)
    return `${renderQuantity(fact.quantity, null).en} ${reading.verb.en.participle} by ${agent.en}`
  const { evidence } = fact
  const before = evidence.sentence.slice(0, evidence.start - evidence.sentenceStart)
  const own = isHome(/[^，,；;、]*$/u.exec(before)?.[0]?.replace(/^其中/u, '') ?? '', home) ? shortEnglish(home) : ''
  const who = actor && actor.place === undefined && actor.en !== total.actor?.en ? actor.en : own
  return `${renderQuantity(fact.quantity, null).en}${who === '' ? '' : ` from ${who}`}`
}

/** Whether the parts make up the total, within what 余 and 近 allow. */
function addUp({ quantity }: Fact, parts: readonly Fact[]): boolean {
  const sum = parts.reduce((total, part) => total + part.quantity.value, 0)
  return (
    parts.every((part) => part.quantity.unit === quantity.unit) &&
    Math.abs(sum - quantity.value) <= quantity.value * 0.03
  )
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
