import { isAction, isParty, isPlace, lastPerson, phraseEnds } from '../language/index.js'
import type { Giving } from './giving.js'
import type { Item } from './item.js'
import type { Mention, Reading } from './reading.js'
import { named } from './subjects.js'

/** Units of those who can be given something. */
const holders = /^(?:[名位人家户所]|人次|户次)$/

/** To whom: the object of 向, 给, 为 … in the clause of the number, else of the clause behind it that hands it over. */
export function recipientOf(
  reading: Reading,
  mention: Mention,
  items: Map<Mention, Item>,
  giving: Giving,
): string | null {
  return inClause(reading.plain, mention, items, giving) ?? handedOn(reading.plain, mention, giving)
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
    const does = quantity.unitKind === 'person' && quantity.end <= from + match.index
    if (does && /^[为给对向]$/.test(match[0])) continue
    const rest = text.slice(match.index + match[0].length, match.index + match[0].length + 26)
    const each = /^每[一]?[名位个户家](?=[^，。]{0,3}?(?:发|送|补|奖|\d|提))/.test(rest)
    if (each) return countedBefore(mention, items)
    const end = objectEnd(rest, giving)
    const thing = items.get(mention)?.zh ?? ''
    // 捐给县慈善总会[善款]8万元: what is counted follows right behind
    const whole = rest.slice(0, end)
    const noun = partyOf(thing !== '' && whole.endsWith(thing) ? whole.slice(0, -thing.length) : whole, giving)
    const at = from + match.index + match[0].length + end
    const counted = countedAfter(plain, mention, at, isPlace(noun))
    // 为临江县[63名队员]每人发放: those counted get it, the place is only where they are from
    if (counted === mention && rest.slice(0, end).endsWith(noun)) return null
    const persons = counted && items.get(counted)?.zh
    const held = counted && (holders.test(counted.quantity.unit ?? '') || /[乡镇县村市校院队]$/.test(persons ?? ''))
    if (held && persons && (noun === '' || isPlace(noun) || isParty(persons))) return persons
    // 对口支援湖北医疗队: a name that holds the verb
    if (/^(?:支援|驰援)$/.test(match[0]) && /(?:队|队伍|人员)$/.test(noun)) continue
    if (receives(noun, giving)) return named(plain, clause.start, noun) ?? null
  }
  return null
}

/** Where the noun phrase ends that names whoever gets something. */
function objectEnd(rest: string, { toEnd }: Giving): number {
  const boundary = phraseEnds(rest).find(({ start }) => start > 1)
  const verb = rest.search(toEnd)
  return Math.min(boundary?.start ?? rest.length, verb < 0 ? rest.length : verb)
}

/** The noun without what stands around it; of 镇留守儿童书包 those who get them. */
function partyOf(text: string, giving: Giving): string {
  const noun =
    text
      .replace(/^了|(?:手中|手里|手上|处)$/g, '')
      .replace(/(?:和|与|各|均|免费|无偿|先后|累计|共|定向|紧急|一次性|集中|统一|专门|，.*)$/, '')
      .split('的')
      .at(-1)
      ?.replace(/^每[名位个户家](?=..)/, '')
      .replace(/^[该本][省市县区镇乡村校院](?=..)/, '')
      .replace(/等$/, '') ?? ''
  if (receives(noun, giving)) return noun
  const persons = lastPerson(noun)
  return persons > 1 && noun.length - persons <= 4 ? noun.slice(0, persons) : noun
}

function receives(noun: string, { receiver }: Giving): boolean {
  if (noun.length < 2 || noun.length > 24 || /[、和与及]$|^予|除/.test(noun)) return false
  if (/^[本全我][省市县区国]$|^[其每]|^(?:他|她|它|我)们/.test(noun)) return false
  if (receiver?.test(noun)) return true
  return /.[、和]./.test(noun) || (noun.length <= 16 && (isParty(noun) || isPlace(noun)))
}

/** 慰问护士家庭9户，为每户送去: those who were counted last before. */
function countedBefore({ sentence, index }: Mention, items: Map<Mention, Item>): string | null {
  const counted = sentence.mentions
    .slice(0, index)
    .findLast(({ figure, quantity }) => figure && holders.test(quantity.unit ?? ''))
  const noun = counted && items.get(counted)?.zh
  return noun === undefined || noun === '' ? null : noun
}

/** 购回口罩600只，分别[送到]县医院: a clause behind the number, without a figure of its own, that hands over what it counts. */
function handedOn(plain: string, { clause, sentence, quantity, index }: Mention, giving: Giving): string | null {
  if (!/^(?:thing|money|physical)$/.test(quantity.unitKind ?? 'thing') || quantity.unit === '℃') return null
  const next = sentence.mentions[index + 1]?.quantity.start ?? sentence.end
  const behind = [clause, ...sentence.clauses.slice(sentence.clauses.indexOf(clause) + 1)].slice(1, 3)
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
