import { isAction, isParty, phraseEnds, startsNounPhrase, verbAt, verbBeginsAt } from '../language/index.js'
import type { Giving } from './giving.js'
import type { Mention, Reading } from './reading.js'
import { beforeSending, clean, countedParty, holdsVerb, isNamed, isSpeech, opening, subjectOf } from './subjects.js'

/** 联系、发动 somebody who then does it: the one set in motion is the one who gives. 号召 and 要求 tell of nothing done. */
const causative = /(?:促成|联系|联络|发动|动员|带动|引导|协调|邀请|鼓励)(?:了|到)?/g
/** Whoever 组织 or 安排 others goes on as the one who does it in the clauses behind. */
const arranging = /(?:促成|联系|联络|发动|动员|带动|引导|组织|协调|邀请|鼓励)(?:了|到)?/g
/** Characters before a number that are looked at for who did it, where a clause does not end before. */
const reach = 160

/** Who did what a number counts, where the sentence names somebody; `item` is what is counted. */
export function actorOf(
  { plain }: Reading,
  { quantity, clause, sentence }: Mention,
  item: string,
  giving: Giving,
): string | null {
  const behind = plain.slice(quantity.end, Math.min(clause.end, quantity.end + 34))
  const ahead = plain.slice(Math.max(clause.start, quantity.start - reach), quantity.start)
  const after =
    passiveAgent(behind) ??
    passiveAgent(/(?:被|获得(?!者)|获(?![得奖])|受到|得到)[^，。；\d]{3,24}$/.exec(ahead)?.[0] ?? '')
  if (after) return after
  const own = [agentOf(ahead, giving), moved(ahead, arranging, item), bearer(ahead, item)]
  const found = own.find((one) => one !== undefined && one !== item)
  if (found) return found
  if (doThemselves(ahead, behind, item)) return null
  const at = sentence.clauses.indexOf(clause)
  for (const span of sentence.clauses.slice(Math.max(0, at - 5), at + 1).reverse()) {
    const titled = plain.slice(sentence.start, span.start)
    if (titled.lastIndexOf('《') > titled.lastIndexOf('》')) continue
    const text = plain.slice(span.start, Math.min(span.end, quantity.start, span.start + reach))
    if (span !== clause && isSpeech(text)) continue
    if (span === clause && ownThing.test(text)) return null
    if (span !== clause && isParted(plain, span.end, clause.start)) return null
    const found = (span === clause ? undefined : moved(text, causative, '')) ?? subjectOf(text.slice(0, 60))
    if (found) return found
  }
  return null
}

/** “云课堂”[播出]48期, 公众号编发30条: a thing that the clause begins with is no deed of whoever was told of before. */
const ownThing =
  /^[^，。；\d]{0,24}?(?:网站|公众号|平台|热线|课堂”?|栏目|频道|活动|项目|工程)(?:编发|播出|发布|推送|推出|播放|吸引|惠及|共有|上线|累计|开播)/

/** Behind a semicolon a clause that begins with a noun tells of something else. */
function isParted(plain: string, from: number, to: number): boolean {
  const at = plain.slice(from, to).lastIndexOf('；')
  if (at < 0) return false
  const text = plain.slice(from + at + 1, from + at + 13)
  return startsNounPhrase(text) && !verbBeginsAt(text, 0)
}

/** 在职党员430名[主动报到], 1.2万名员工[自愿捐款]: those counted did it, whoever the clause before tells of. */
function doThemselves(ahead: string, behind: string, item: string): boolean {
  if (!isParty(item) && !/(?:省份|城市|地区)$/.test(item)) return false
  const counted = clean(ahead.replace(opening, ''))
  if (counted === item) return /^[\u4e00-\u9fff]{2}/.test(behind)
  const deed = behind.startsWith(item) ? behind.slice(item.length) : ''
  return counted === '' && /^[\u4e00-\u9fff]{2}/.test(deed)
}

/** 4篇被[省政协]采用, 2篇获[省领导]批示: whoever stands between 被 and the verb. */
function passiveAgent(text: string): string | undefined {
  const by = /^(?:分别|均|都|已|先后)*(?:被|获得(?!者)|获(?![得奖])|受到|得到)(?=..)/.exec(text)?.[0]
  if (by === undefined) return undefined
  const rest = text.slice(by.length)
  let other: string | undefined
  for (let i = 2; i < rest.length - 1 && i <= 24; i++) {
    const name = rest.slice(0, i).replace(/(?:《[^》]*》|专报件?|内参|简报)$/, '')
    if (!verbBeginsAt(rest, i)) continue
    if (isParty(name)) return clean(name)
    other ??= name
  }
  return other !== undefined && by.endsWith('被') && startsNounPhrase(other) ? clean(other) : undefined
}

/** 由县红十字会筹集; 将机关干部3.5万元捐赠给; 江州援助的: the object of 由, the owner after 将, whoever lent it. */
function agentOf(ahead: string, giving: Giving): string | undefined {
  const by = giving.by.exec(ahead)?.[1]
  const owner = /[将把]([^，。；\d]{2,16})$/.exec(ahead)?.[1]
  const lender = giving.lender.exec(ahead)?.[1]
  const found = by ?? [owner, lender].find((one) => one !== undefined && isNamed(clean(one)))
  return found && clean(found)
}

/** 先后联系8名[侨商及其社团]募集: who is set in motion does what follows. */
function moved(ahead: string, causes: RegExp, item: string): string | undefined {
  const found = [...ahead.matchAll(causes)].reverse()
  if (found.length === 0) return undefined
  const verbs = new Set(phraseEnds(ahead).map(({ start }) => start))
  for (const match of found) {
    if (!verbs.has(match.index) && verbAt(ahead, match.index) === 0) continue
    const rest = ahead.slice(match.index + match[0].length)
    const from = /^(?:\d[\d.]*[万余多]*[名位个家人])?/.exec(rest)?.[0].length ?? 0
    // 动员会员企业[捐款]: what is counted is the deed
    const deed = item !== '' && rest.endsWith(item) ? clean(rest.slice(from, -item.length)) : ''
    if (deed.length > 1 && !/[\d，]|^[和与及、的]/.test(deed) && isParty(deed)) return deed
    const ends = phraseEnds(rest.slice(from))
    const next = ends.find(({ start }) => start > 1)
    if (!next) continue
    const noun = clean(rest.slice(from, from + next.start))
    const verb = ends.some(({ start, end }) => start >= next.start && isAction(rest.slice(from + start, from + end)))
    if (verb && noun.length <= 20 && !/[\d，]/.test(noun) && isParty(noun)) return noun
  }
  return undefined
}

/** 企业[捐款]60万元, 其中县总工会530万元: whoever stands right before the number or before what it counts. */
function bearer(ahead: string, item: string): string | undefined {
  const at = item === '' ? -1 : ahead.lastIndexOf(item)
  const upTo = at >= 0 && ahead.length - at - item.length <= 4 ? ahead.slice(0, at) : ahead
  const list = (upTo.split('、').at(-1) ?? '').replace(opening, '')
  if (/\d.*[和与及]$/.test(list)) return undefined
  const noun = clean(beforeSending(countedParty(list) ?? list))
  if (noun.length < 2 || noun.length > 16 || !isNamed(noun)) return undefined
  const verbs =
    phraseEnds(list).some(({ start, end, preposition }) => end - start > 1 || start === 0 || preposition) ||
    holdsVerb(noun)
  return verbs ? undefined : noun
}
