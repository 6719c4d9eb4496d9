import { isAction, phraseEnds } from '../language/index.js'
import type { Giving } from './giving.js'
import type { Mention } from './reading.js'
import { objectEnd, partyOf, receives } from './receivers.js'
import { named } from './subjects.js'

/** 购回口罩600只，分别[送到]县医院: a clause behind the number, without a figure of its own, that hands over what it counts. */
export function handedOn(plain: string, mention: Mention, giving: Giving): string | null {
  const { quantity } = mention
  if (!/^(?:thing|money|physical)$/.test(quantity.unitKind ?? 'thing') || quantity.unit === '℃') return null
  const { clause, sentence, index } = lastOfList(plain, mention)
  const next = sentence.mentions[index + 1]?.quantity.start ?? sentence.end
  const behind = sentence.clauses.slice(sentence.clauses.indexOf(clause) + 1).slice(0, 2)
  const lots =
    mention.clause !== clause || index !== mention.index ? inLots(plain, sentence.mentions[index], giving) : null
  if (lots !== null) return lots
  for (const span of behind) {
    if (span.end > next && next !== sentence.end) return null
    const text = plain.slice(span.start, Math.min(span.end, span.start + 60))
    const word = giving.handing.exec(text)?.[0]
    if (word === undefined) continue
    const rest = text.slice(word.length).replace(/^了/, '')
    const noun = partyOf(rest.slice(0, objectEnd(rest, giving)).replace(/各地$/, ''), giving)
    if (receives(noun, giving)) return named(plain, span.start, noun) ?? null
  }
  return null
}

/** 分两批[寄往]县医院. */
function inLots(plain: string, last: Mention | undefined, giving: Giving): string | null {
  if (last === undefined) return null
  const text = plain.slice(last.quantity.end, last.clause.end)
  const word = giving.handing.exec(text)?.[0]
  if (word === undefined) return null
  const rest = text.slice(word.length)
  const noun = partyOf(rest.slice(0, objectEnd(rest, giving)), giving)
  return receives(noun, giving) ? (named(plain, last.clause.start, noun) ?? null) : null
}

/** 手套300双、帽子500顶，价值2万元，[全部送到]: what is handed on is all of the list; lots (分两批) are no new thing. */
function lastOfList(plain: string, mention: Mention): Mention {
  let last = mention
  for (const next of mention.sentence.mentions.slice(mention.index + 1)) {
    const between = plain.slice(last.quantity.end, next.quantity.start)
    const lots = /^，?分$/.test(between)
    const worth = /^，?(?:总?价值|折合|共计?|合计)[^，。；\d]{0,5}$/.test(between)
    if (!lots && !worth && !/^[、和及与][^，。；\d]{0,12}$/.test(between)) break
    if (phraseEnds(between).some((word) => isAction(between.slice(word.start, word.end)))) break
    last = next
  }
  return last
}
