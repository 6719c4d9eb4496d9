import { isParty, isPlace, lastPerson, phraseEnds, verbBeginsAt } from '../language/index.js'
import type { Giving } from './giving.js'
import type { Item } from './item.js'
import type { Mention } from './reading.js'

/** Units of those who can be given something. */
export const holders = /^(?:[名位人家户所]|人次|户次)$/

/** Where the noun phrase ends that names whoever gets something. */
export function objectEnd(rest: string, { toEnd }: Giving): number {
  const boundary = phraseEnds(rest).find(({ start }) => start > 1)
  const verb = rest.search(toEnd)
  const end = Math.min(boundary?.start ?? rest.length, verb < 0 ? rest.length : verb)
  // 为会员企业[授信]: a verb that may be a noun as well ends the name of somebody
  for (let at = 2; at < end; at++) if (verbBeginsAt(rest, at) && isParty(rest.slice(0, at))) return at
  return end
}

/** The noun without what stands around it; of 镇留守儿童书包 those who get them. */
export function partyOf(text: string, giving: Giving): string {
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

export function receives(noun: string, { receiver }: Giving): boolean {
  if (noun.length < 2 || noun.length > 24 || /[、和与及]$|^予|除/.test(noun)) return false
  if (/^[本全我][省市县区国]$|^[其每]|^(?:他|她|它|我)们/.test(noun)) return false
  if (receiver?.test(noun)) return true
  return /.[、和]./.test(noun) || (noun.length <= 16 && (isParty(noun) || isPlace(noun)))
}

/** 慰问护士家庭9户，为每户送去: those who were counted last before. */
export function countedBefore({ sentence, index }: Mention, items: Map<Mention, Item>): string | null {
  const counted = sentence.mentions
    .slice(0, index)
    .findLast(({ figure, quantity }) => figure && holders.test(quantity.unit ?? ''))
  const noun = counted && items.get(counted)?.zh
  return noun !== undefined && isParty(noun) ? noun : null
}
