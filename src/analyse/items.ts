import { nounAfter, nounBefore, type Phrase, perOf, startsNounPhrase, verbAt } from '../language/index.js'
import type { Mention, Reading } from './reading.js'

/** What a number counts, in the article's own words, and where that stands. */
export interface Item {
  zh: string
  /** Noun phrase right before or after the number, as opposed to one carried over from another. */
  own: boolean
  per: string | null
}

const holder =
  /(?:党员|会员|机关|组织|单位|部门|公司|企业|集团|职工|干部|群众|市民|居民|学生|医院|学校|我们|他们|人士|女士|先生|老人|协会|商会|委员会|妇联|工会|政府|省|市|县|区|镇|村)$/
const aside = /^(?:能|会|可|要|想|须|应|再|只|每|一|卖|买|收|用|花|产|销|交|送|运|来|去|前|较|比|就)*$/

/** The items of all numbers, in text order; those that have none of their own take it over from an earlier one. */
export function findItems(reading: Reading): Map<Mention, Item> {
  const items = new Map<Mention, Item>()
  const earlier: Mention[] = []
  for (const sentence of reading.sentences) {
    for (const [index, mention] of sentence.mentions.entries()) {
      const item = ownItem(reading, mention, index) ?? carried(reading, mention, earlier, items)
      items.set(mention, item)
      earlier.push(mention)
    }
  }
  return items
}

function ownItem(reading: Reading, mention: Mention, index: number): Item | undefined {
  const { plain } = reading
  const { quantity, clause } = mention
  const { unitKind } = quantity
  const previous = mention.sentence.mentions[index - 1]?.quantity
  const from = Math.max(clause.start, previous && previous.end <= quantity.start ? previous.end : 0)
  const per = perOf(plain, Math.max(clause.start, previous?.end ?? 0), quantity)
  const found = (zh: string): Item => ({ zh, own: true, per })
  const before = nounBefore(plain, from, quantity.start)
  const after = nounAfter(plain, quantity.end, mention.sentence.end, unitKind)
  const noun = before && !before.verb && !weak(before, plain) ? before : undefined
  if (after && takesAfter(plain, mention, after, noun)) return found(after.text)
  if (unitKind === 'money' && noun && holder.test(noun.text)) {
    const verb = verbAfter(plain, quantity.end)
    if (verb) return found(verb)
  }
  if (noun) return found(noun.text)
  return undefined
}

/** A number follows its noun in lists (防护服2500套、), precedes it elsewhere (3名干部). */
function takesAfter(plain: string, { quantity }: Mention, after: Phrase, noun: Phrase | undefined): boolean {
  const next = plain[quantity.end]
  if (quantity.unit === null) return true
  if (quantity.unitKind === 'share') return next === '的' || !noun
  if (noun && next === ' ') return false
  if (noun && /^ ?[\d零一二两三四五六七八九十]/.test(plain.slice(after.end, after.end + 2))) return false
  return true
}

function weak(phrase: Phrase, plain: string): boolean {
  if (aside.test(phrase.text)) return true
  return verbAt(plain, phrase.start) === phrase.end - phrase.start && phrase.text.length <= 2
}

function verbAfter(plain: string, at: number): string | undefined {
  return /^(?:全部|都|已|被)?(捐赠|捐献|捐给|捐|赠送|奖励|补助|资助|支持|救助)/.exec(plain.slice(at, at + 8))?.[1]
}

function carried(reading: Reading, mention: Mention, earlier: Mention[], items: Map<Mention, Item>): Item {
  const { quantity, sentence } = mention
  const per = perOf(reading.plain, mention.clause.start, quantity)
  const twin = earlier.findLast(
    (other) =>
      sentence.paragraph === other.sentence.paragraph &&
      quantity.numberStart - other.quantity.end < 300 &&
      other.quantity.unit === quantity.unit &&
      items.get(other)?.zh,
  )
  const lent = twin ? items.get(twin) : undefined
  if (lent) return { zh: lent.zh, own: false, per: per ?? (twin?.sentence === sentence ? lent.per : null) }
  const clauseBefore = sentence.clauses.findLast(({ end }) => end <= mention.clause.start)
  const linked = clauseBefore ? nounBefore(reading.plain, clauseBefore.start, clauseBefore.end) : undefined
  if (linked && !linked.verb) return { zh: linked.text, own: false, per }
  const predicate = /^(?:正在|已|都|均|全部|将)?([\u4e00-\u9fff]{2,8})/.exec(
    reading.plain.slice(quantity.end, quantity.end + 12),
  )
  return { zh: predicate?.[1] ?? '', own: false, per }
}

export { startsNounPhrase }
