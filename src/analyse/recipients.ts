import { isAction, isParty, isPlace, phraseEnds } from '../language/index.js'
import type { Giving } from './giving.js'
import { grantedTo } from './granted.js'
import { handedOn } from './handed-on.js'
import type { Item } from './item.js'
import type { Mention, Reading } from './reading.js'
import { countedBefore, holders, objectEnd, partyOf, receives } from './receivers.js'
import { named } from './subjects.js'

/** To whom: the object of 向, 给, 为 … in the clause of the number, else of the clause behind it that hands it over. */
export function recipientOf(
  reading: Reading,
  mention: Mention,
  items: Map<Mention, Item>,
  giving: Giving,
): string | null {
  const { plain } = reading
  return (
    inClause(plain, mention, items, giving) ??
    summedUp(plain, mention, items, giving) ??
    grantedTo(plain, mention, items) ??
    handedOn(plain, mention, giving)
  )
}

/** 为三家医院免费送餐，[累计]1.9万份: to those of the clause before. */
function summedUp(plain: string, mention: Mention, items: Map<Mention, Item>, giving: Giving): string | null {
  const { clause, quantity, sentence } = mention
  if (!/^(?:累计|共|总计|合计|先后|已)+[约近超过达]*$/.test(plain.slice(clause.start, quantity.start))) return null
  const before = sentence.clauses[sentence.clauses.indexOf(clause) - 1]
  if (before === undefined) return null
  const end = { ...quantity, start: before.end, end: before.end }
  return inClause(plain, { ...mention, clause: before, quantity: end }, items, giving)
}

function inClause(plain: string, mention: Mention, items: Map<Mention, Item>, giving: Giving): string | null {
  const { clause, quantity } = mention
  const from = Math.max(clause.start, quantity.start - 100)
  const text = plain.slice(from, Math.min(clause.end, quantity.end + 60))
  const found = [...text.matchAll(giving.to)]
  // 对X … 向Y输送: what 对 names is what is spoken of
  const toward = found.some(({ index, 0: word }) => /^[向给]$/.test(word) && from + index < quantity.start)
  const telling = toward ? found.filter(({ 0: word }) => word !== '对') : found
  for (const match of telling) {
    // 3名医生为村民: those before the preposition do it
    const item = items.get(mention)?.zh ?? ''
    const does = quantity.unitKind === 'person' || isParty(item) || /(?:省份|城市|地区)$/.test(item)
    if (does && quantity.end <= from + match.index) continue
    const rest = text.slice(match.index + match[0].length, match.index + match[0].length + 26)
    const each = /^每[一]?[名位个户家](?=[^，。]{0,3}?(?:发|送|补|奖|\d|提))/.test(rest)
    if (each) return countedBefore(mention, items)
    const found = objectOf(plain, mention, items, giving, from + match.index + match[0].length)
    if (found === null) return null
    // 对口支援湖北医疗队: a name that holds the verb
    if (/^(?:支援|驰援)$/.test(match[0]) && /(?:队|队伍|人员)$/.test(found)) continue
    if (found !== '') return named(plain, clause.start, found) ?? null
  }
  return null
}

/** Whoever is named from `at` on, behind 向 and the like: empty where nobody is, null where the number counts them themselves. */
function objectOf(
  plain: string,
  mention: Mention,
  items: Map<Mention, Item>,
  giving: Giving,
  at: number,
): string | null {
  const { quantity, sentence } = mention
  const rest = plain.slice(at, Math.min(at + 26, mention.clause.end))
  const numbered = sentence.mentions.find(
    ({ figure, quantity: { start, unit } }) => start >= at && (figure || unit !== null),
  )
  const end = Math.min(objectEnd(rest, giving), (numbered?.quantity.start ?? sentence.end) - at)
  const whole = rest.slice(0, end)
  const thing = items.get(mention)?.zh ?? ''
  // 捐给县慈善总会[善款]8万元: what is counted follows right behind
  const noun = partyOf(thing !== '' && whole.endsWith(thing) ? whole.slice(0, -thing.length) : whole, giving)
  const counted = countedAfter(plain, mention, at + end, isPlace(noun))
  // 为临江县[63名队员]每人发放: those counted get it, the place is only where they are from
  const itself =
    counted === mention &&
    (quantity.unitKind === 'person' || holders.test(quantity.unit ?? '') || isParty(thing)) &&
    whole.endsWith(noun)
  if (itself || (counted && counted !== mention && isListed(plain, counted, mention))) return null
  return (
    (counted && (ownedBy(plain, counted, giving) ?? heldBy(items, counted, noun, giving))) ??
    (receives(noun, giving) ? noun : '')
  )
}

/** 向12个[村]各拨付: those counted behind 向, unless somebody else is named before them. */
function heldBy(items: Map<Mention, Item>, counted: Mention, noun: string, giving: Giving): string | undefined {
  const persons = items.get(counted)?.zh ?? ''
  const held =
    holders.test(counted.quantity.unit ?? '') ||
    /[乡镇县村市校院队]$/.test(persons) ||
    isParty(persons) ||
    receives(persons, giving)
  return held && persons !== '' && (noun === '' || isPlace(noun) || isParty(persons) || noun.length < 3)
    ? persons
    : undefined
}

/** 发放给7家机构和[1900户]困难家庭: one of those who get it. */
function isListed(plain: string, first: Mention, { quantity }: Mention): boolean {
  const between = plain.slice(first.quantity.end, quantity.start)
  return quantity.start > first.quantity.end && /^[^，。；\d]{1,14}[和、与及]$/.test(between)
}

/** 向14个国家的[侨社]回赠: those counted are only where they are. */
function ownedBy(plain: string, { quantity, clause }: Mention, giving: Giving): string | undefined {
  const rest = plain.slice(quantity.end, Math.min(clause.end, quantity.end + 24))
  const of = /^[^，。；、\d]{1,8}的(?=..)/.exec(rest)?.[0]
  if (of === undefined) return undefined
  const noun = partyOf(rest.slice(0, objectEnd(rest, giving)), giving)
  return noun.length > 1 && isParty(noun) ? noun : undefined
}

/** The persons counted right behind `at`, or, behind a place, a few characters on: 为临江县首批医疗队[63名]队员. */
function countedAfter(plain: string, { sentence, clause }: Mention, at: number, place: boolean): Mention | undefined {
  return sentence.mentions.find(({ figure, quantity }) => {
    if (!figure || quantity.start < at || quantity.start > clause.end) return false
    if (quantity.start === at) return true
    const between = plain.slice(at, quantity.start)
    // 为临时安置的[80名]群众
    if (/^[^，。；\d]{0,16}的$/.test(between) && quantity.unitKind === 'person') return true
    if (!place || quantity.unitKind !== 'person') return false
    const deeds = phraseEnds(between).some((word) => isAction(between.slice(word.start, word.end)))
    return /^[\u4e00-\u9fff]{1,14}$/.test(between) && !deeds
  })
}
