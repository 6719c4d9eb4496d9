import {
  isAction,
  nounBefore,
  type PhraseBefore,
  perOf,
  type ScannedQuantity,
  type Span,
  unitAt,
} from '../language/index.js'
import { withHead } from './attributes.js'
import { withoutDoer, withoutReceiver } from './bare-nouns.js'
import { CarriedItems } from './carried-items.js'
import { givingOf } from './giving.js'
import type { Item } from './item.js'
import type { Matcher } from './matcher.js'
import { ownItem } from './own-items.js'
import { type Mention, previousCount, type Reading } from './reading.js'
import { sharedItem } from './shared-items.js'
import { leadingPerson } from './subjects.js'

/**
 * The items of the numbers, in text order; those that have none of their own take it over from an earlier one. A number
 * that counts nothing lends its noun within its sentence only: after the last figure of a sentence none is asked for.
 */
export function findItems(reading: Reading, matcher: Matcher): Map<Mention, Item> {
  const items = new Map<Mention, Item>()
  const carried = new CarriedItems(reading, matcher, items)
  for (const sentence of reading.sentences) {
    const last = sentence.mentions.findLastIndex(({ figure }) => figure)
    for (const mention of sentence.mentions.slice(0, last + 1)) {
      items.set(mention, itemOf(reading.plain, mention, matcher, carried, items))
      carried.remember(mention)
    }
  }
  return items
}

function itemOf(
  plain: string,
  mention: Mention,
  matcher: Matcher,
  carried: CarriedItems,
  items: Map<Mention, Item>,
): Item {
  const { quantity, clause, sentence } = mention
  const previous = previousCount(mention)
  const date = sentence.dates.findLast(({ end }) => end <= quantity.start)
  const count = Math.max(clause.start, previous?.quantity.end ?? 0)
  const per = perOf(plain, count, quantity) ?? listedPer(plain, mention, previous && items.get(previous)?.per)
  const before = withoutEach(
    plain,
    nounBefore(plain, fromDate(plain, Math.max(count, date?.end ?? 0)), quantity.start),
    quantity,
  )
  const giving = givingOf(matcher.lens)
  const stated = ownItem(plain, mention, before, giving)
  const persons = quantity.unitKind === 'person'
  const ahead = plain.slice(clause.start, quantity.start)
  const noun = persons && leadingPerson(ahead) === undefined ? stated : withoutDoer(stated, ahead)
  const thing = withHead(withoutReceiver(noun, ahead, giving), mention, items)
  const own = sharedItem(plain, mention) ?? brief(thing, matcher)
  const lent = own === undefined ? carried.of(mention, before, per !== null) : undefined
  const listed = previous?.clause === clause ? (items.get(previous)?.verb ?? null) : null
  return {
    zh: own ?? lent?.zh ?? '',
    per: per ?? lent?.per ?? null,
    verb:
      before.verb && isAction(before.verb)
        ? before.verb.replace(/^并(?=..)/, '')
        : (listed ?? announced(plain, mention)),
    place: own === undefined ? null : placeOf(plain, mention, own),
  }
}

/** 累计接收防护物资： the deed of the line that announces a list is that of every entry. */
function announced(plain: string, { sentence: { leadIn } }: Mention): string | null {
  if (leadIn === null) return null
  const line = plain.slice(leadIn.start, leadIn.end).replace(/(?:如下|有|包括)?[：:]$/u, '')
  const verb = nounBefore(line, 0, line.length).verb
  return verb && isAction(verb) ? verb : null
}

/** 3月5日[晚], 3月份[以来]: of the date, not of the noun. */
function fromDate(plain: string, at: number): number {
  return (
    at +
    (/^(?:以来|起|至今|期间|[上下]午|凌晨|清晨|傍晚|晚(?![餐会报饭稻])|当[天日]|前后)*/.exec(
      plain.slice(at, at + 8),
    )?.[0].length ?? 0)
  )
}

/** 每万元[GDP能耗]: the noun without what it is counted per. */
function withoutEach(plain: string, before: PhraseBefore, quantity: ScannedQuantity): PhraseBefore {
  const { noun } = before
  if (!noun || noun.end - noun.start !== noun.text.length) return before
  const each = /^每一?(?:万元|万人|[十百千万亿]*)/.exec(noun.text)?.[0]
  const bearer = each !== undefined || /每[\u4e00-\u9fff]$/.test(plain.slice(Math.max(0, noun.start - 2), noun.start))
  // 每个书屋[不少于]120册: a book room has them and is not counted
  if (bearer && /^(?:thing|person)$/.test(quantity.unitKind ?? '') && noun.end < quantity.numberStart)
    return { ...before, noun: undefined }
  if (each === undefined) return before
  const unit = /[人元]$/.test(each) ? 0 : (unitAt(noun.text, each.length)?.text.length ?? 0)
  const start = each.length + unit + (noun.text[each.length + unit] === '的' ? 1 : 0)
  if (noun.text.length - start < 2) return before
  return { ...before, noun: { ...noun, text: noun.text.slice(start), start: noun.start + start } }
}

/** 每份含口罩50只、[手套2副]: a list shares what it is counted per. */
function listedPer(
  plain: string,
  { quantity, clause, sentence, index }: Mention,
  per: string | null | undefined,
): string | null {
  const last = sentence.mentions[index - 1]
  if (!per || last?.clause !== clause || quantity.unitKind === 'share' || quantity.unit === per) return null
  if (!/每|[日月年人户亩]均|[日月年](?:供|产|销)/.test(plain.slice(clause.start, last.quantity.start))) return null
  return /^[、和及与][^，。；\d]{1,12}$/.test(plain.slice(last.quantity.end, quantity.start)) ? per : null
}

/** A phrase of many words is cut to the noun of the lens that it ends with. */
function brief(zh: string | undefined, matcher: Matcher): string | undefined {
  if (zh === undefined || zh.length <= 10) return zh
  for (let at = 0; at <= zh.length - 3; at++) {
    const noun = zh.slice(at)
    if (matcher.measuresOf.has(noun)) return noun
  }
  return zh
}

function placeOf(plain: string, { quantity, clause, sentence }: Mention, zh: string): Span | null {
  const after = plain.slice(quantity.end, Math.min(sentence.end, quantity.end + 60)).indexOf(zh)
  if (after >= 0) return { start: quantity.end + after, end: quantity.end + after + zh.length }
  const from = Math.max(clause.start, quantity.start - 100)
  const before = plain.slice(from, quantity.start).lastIndexOf(zh)
  return before < 0 ? null : { start: from + before, end: from + before + zh.length }
}
