import type { Fact } from '../model/index.js'
import type { Clause, VerbReading } from './clause.js'
import { relativeVerb, verbWithItem } from './clause-verbs.js'
import { type FoundVerb, verbsIn } from './find-verb.js'
import { givingAlternatives, isGiving, saysGift } from './giving.js'
import { governs, isSaidByNoun } from './governs.js'
import type { NounReading } from './noun-around.js'
import { objectBehind } from './obliques.js'
import { composePhrase } from './phrases.js'
import { leadingPlaces, renderPlace } from './places.js'
import { renderUnit } from './units.js'
import { isIntransitive, renderVerb, type Verb } from './verbs.js'
import { termsInUse } from './vocabulary.js'

export function verbReading(zh: string, voice: VerbReading['voice']): VerbReading {
  return { zh, en: renderVerb(zh), voice }
}

/** The verb of a figure: the analysed one if it is known, else the nearest of the clause that can govern what is counted. */
export function verbOf(fact: Fact, clause: Clause): VerbReading | null {
  const candidates = [
    whole,
    trailing,
    eachGiven,
    relative,
    visitedThere,
    marked,
    analysed,
    risen,
    between,
    enumerated,
    nearest,
    held,
    deed,
    delivered,
    later,
    inherited,
  ]
  for (const candidate of candidates) {
    const verb = candidate(fact, clause)
    if (verb && governs(verb, clause.noun) && !isSaidByNoun(verb, clause.noun)) return verb
  }
  return null
}

const whole = (_fact: Fact, clause: Clause): VerbReading | null => verbWithItem(clause)
/** 职工复工约70万人: what the counted did stands between them and their figure. */
function trailing(_fact: Fact, { before, noun }: Clause): VerbReading | null {
  const text = before.replace(/(?:共计|累计|达到?|约|已)+$/u, '')
  const verb = verbsIn(text).at(-1)
  if (noun.behind || noun.item?.domain !== 'person' || !verb || verb.end !== text.length) return null
  return isIntransitive(verb.en) ? { zh: verb.zh, en: verb.en, voice: 'subject' } : null
}

const relative = (_fact: Fact, clause: Clause): VerbReading | null => relativeVerb(clause)

/** 对…予以表彰: the verb is what stands behind 予以. */
function marked(_fact: Fact, { before, after }: Clause): VerbReading | null {
  if (!/[对将把]/u.test(before)) return null
  // 实现对16个市需求的全覆盖
  const full = /的(?:(?:全面|全部|全|常态化)(\p{Script=Han}{2})|(覆盖|检查|排查|检测|巡查))$/u
    .exec(after)
    ?.slice(1)
    .find(Boolean)
  if (full && renderVerb(full)) return { zh: full, en: renderVerb(full), voice: 'object' }
  const verb = /(?:予以|给予|进行)(\p{Script=Han}+)$/u.exec(after)?.[1]
  const [found] = verb ? verbsIn(verb) : []
  return found ? { zh: found.zh, en: found.en, voice: 'object' } : null
}

/** 52名队员每人发放慰问金: what each of them got. */
function eachGiven(_fact: Fact, { after, noun }: Clause): VerbReading | null {
  if (!noun.behind || noun.item?.domain !== 'person') return null
  const given = new RegExp(
    `每(?:人|名|位|户|家)((?:发放|补助|奖励|补贴|${givingAlternatives(2)})(\\p{Script=Han}{2,10}?))?$`,
    'u',
  )
  const match = given.exec(after.replace(/\d.*$/u, ''))
  const gift = match?.[2] ? composePhrase(match[2], 'many') : null
  if (!match || !gift) return null
  const verb: Verb = { past: 'received', participle: 'given', asSubject: 'each received', bases: ['receive'] }
  return { zh: `每人${match[1] ?? ''}`, en: verb, voice: 'subject', object: gift.en }
}

/** 赴26家企业开展调研: the counted are where they went. */
function visitedThere(_fact: Fact, { before, noun }: Clause): VerbReading | null {
  if (!noun.behind || noun.item?.domain === 'person') return null
  const verb = /(?:(下沉)到|赴|前往|走进|深入)(?:全[省市县区国州]|辖区)?$/u.exec(before)
  return verb ? { zh: verb[0], en: renderVerb(verb[1] ? '覆盖' : '走访'), voice: 'object' } : null
}

/** 成立接收、调配、检查4个工作组: what is listed before the figure are names, the verb stands before the list. */
function enumerated(_fact: Fact, { before, noun }: Clause): VerbReading | null {
  if (!noun.behind || !/、[^、]{2,8}$/u.test(before)) return null
  const until = before.indexOf('、')
  const [first] = verbsIn(before.slice(0, until))
  return first && first.end < until && isTransitiveHere(first) ? { zh: first.zh, en: first.en, voice: 'object' } : null
}

/** 2次发出倡议: between the figure and its noun; of things, what stands there describes them (27项服务事项). */
function between({ quantity }: Fact, { after, noun }: Clause): VerbReading | null {
  if (!noun.behind || !/^[次批轮期度番场回]$/u.test(quantity.unit ?? '')) return null
  const verb = verbsIn(after.slice(0, Math.max(0, after.indexOf(noun.zh))))
    .filter(isTransitiveHere)
    .at(-1)
  return verb && !after.slice(verb.end).startsWith('的')
    ? { zh: verb.zh, en: verb.en, voice: 'object', isBetween: true }
    : null
}

function analysed(fact: Fact, clause: Clause): VerbReading | null {
  const { action } = fact
  const { before, after, noun } = clause
  // 拟写报送, 筹集并捐赠: the run of verbs says more than its last one.
  const run = nearest(fact, clause)
  if (run && action !== null && action !== '' && run.zh.includes(action)) return run
  if (action === null || action === '' || isGeneral(action) || !renderVerb(action)) return null
  // 尚在开放的56个: a state of theirs, not what was done.
  if (noun.behind && before.endsWith(`${action}的`)) return null
  const behind = !before.includes(action) && after.includes(action)
  if (behind && !isObjectMarked(before)) return subjectOf({ zh: action, at: after.indexOf(action) }, after, noun)
  return objectOrSubject(action)
}

/** Verbs that say nothing of what was done with the things counted. */
function isGeneral(zh: string): boolean {
  if (termsInUse().find(zh, 'verb')?.domain === 'attitude') return true
  return /^(?:通过|落实|推动|推进|支持|助力|助推|接受|下降|上涨|进行|达到?|为|有|共有|是|做好|加强|开展)$/u.test(zh)
}

function isObjectMarked(before: string): boolean {
  return /[对将把为赴]|前往|走进|深入/u.test(before)
}

function objectOrSubject(zh: string): VerbReading {
  const en = renderVerb(zh)
  return { zh, en, voice: en !== null && isIntransitive(en) ? 'subject' : 'object' }
}

/** 日产量提升至2万套: a verb of change between the noun and its figure. */
function risen(_fact: Fact, { before, noun }: Clause): VerbReading | null {
  if (noun.behind) return null
  const between = before.slice(before.lastIndexOf(noun.zh) + noun.zh.length)
  const verb = verbsIn(between).at(-1)
  return verb?.en.bases.at(-1) === 'rise to' ? { zh: verb.zh, en: verb.en, voice: 'subject' } : null
}

function nearest(fact: Fact | null, { before, noun }: Clause): VerbReading | null {
  const until = noun.behind ? before : beforeItem(fact?.item.zh ?? '', before, noun)
  // 家政服务等培训班: one of a list of nouns.
  const listed = verbsIn(until).filter(
    (found) => isTransitiveHere(found) && !/^(?:、\p{Script=Han}{1,8})*等/u.test(until.slice(found.end)),
  )
  // 收购农户种植的土豆: the last verb before 的 is of the clause that tells which.
  const owned = until.lastIndexOf('的')
  const inside = listed.filter(({ start, end }) => start < owned && !/\d/.test(until.slice(end, owned)))
  const last = inside.at(-1)
  const isOwn = last !== undefined && /^了?(?:关于|针对|有关)/u.test(until.slice(last.end))
  const verbs = isOwn ? listed : listed.filter((found) => found !== last)
  if (inside.length === 1 && verbs.length === 0) return null
  // 发布捐赠款物接收情况公示: verbs inside the modifier cannot govern what was published.
  const verb = verbs.findLast((found) => governs(objectOrSubject(found.zh), noun)) ?? verbs.at(-1)
  return verb ? objectOrSubject(verb.zh) : null
}

/** Up to the noun; in 发放护理补贴 the second verb of a run is a part of the item. */
function beforeItem(item: string, before: string, noun: Clause['noun']): string {
  const until = before.slice(0, Math.max(0, before.lastIndexOf(noun.zh)))
  const at = item.length > noun.zh.length && item.endsWith(noun.zh) ? before.lastIndexOf(item) : -1
  const run = verbsIn(until).at(-1)
  return at > 0 && run && run.start < at && at < run.end ? before.slice(0, at) : until
}

function isTransitiveHere({ zh, en }: FoundVerb): boolean {
  return !isGeneral(zh) && en.bases.at(-1) !== 'rise to'
}

/** 共捐款5万元, 销售30吨: what is counted is itself the deed. */
function deed({ quantity }: Fact, { noun }: Clause): VerbReading | null {
  const en = renderVerb(noun.zh)
  if (!en) return null
  const money = renderUnit(quantity.unit).kind === 'money' && isGiving(noun.zh) && !en.past.includes(' ')
  const onlyVerb = !termsInUse().find(noun.zh, 'noun')
  return money || onlyVerb ? { zh: noun.zh, en, voice: isIntransitive(en) ? 'subject' : 'object' } : null
}

const eventUnits = /^(?:场|场次|期|堂|轮|次|届)$/u

/** 开展线上讲座16场: what happens is held. */
function held({ quantity }: Fact, { before, noun }: Clause): VerbReading | null {
  if (noun.behind || noun.item === null || !eventUnits.test(quantity.unit ?? '')) return null
  const verb = /(开展|举办|举行|组织|进行)(?:了|过)?\p{Script=Han}{0,10}$/u.exec(
    before.slice(0, before.lastIndexOf(noun.zh)),
  )
  return verb ? { zh: verb[1] ?? '', en: renderVerb('举办'), voice: 'object' } : null
}

const deliveries =
  /^(?:、[^，。；]*?)??(?:已经?|现已|均|全部|先后|陆续|分批|顺利|及时|将)*(?:从\p{Script=Han}{2,6})?(送达|运抵|送到|运达|抵达|运往|发往|交付|移交|送往|送至|运至)(?:到|至|给)?(\p{Script=Han}{2,20})?$/u

/** 口罩3万只、防护服500套送达市第一人民医院: behind a list of goods, where they came to. */
function delivered(_fact: Fact, { after, noun }: Clause): VerbReading | null {
  const match =
    noun.item?.domain === 'goods' ? deliveries.exec(noun.behind ? after.slice(noun.zh.length) : after) : null
  if (!match) return null
  const verb = verbReading(/[往]$/u.test(match[1] ?? '') ? '发往' : '送达', 'passive')
  return verb.en ? { ...verb, zh: match[1] ?? '', ...(match[2] && { receiver: match[2] }) } : null
}

/** 79名医护人员[、186名志愿者]坚守一线: the others of a list, who did the same. */
const alike =
  /^(?:(?:、|，以及|以及|和|及)(?:约|近|超过?)?[\d.]+[万亿]?[余多]?[名位人个支家]\p{Script=Han}{2,8}(?=、|，以及|以及|和|每天|均|都|全部|坚守|奋战|驰援|奔赴|赶赴|参与|参加|投入))+/u

function later(_fact: Fact, { before, after, noun }: Clause): VerbReading | null {
  const rest = (noun.behind ? after.slice(after.indexOf(noun.zh) + noun.zh.length) : after).replace(alike, '')
  const verb = verbsIn(rest).filter(isTransitiveHere)[0]
  if (!verb) return null
  if (isObjectMarked(before)) return { zh: verb.zh, en: verb.en, voice: 'object' }
  return subjectOf({ zh: verb.zh, at: verb.start }, rest, noun)
}

/** What is counted did it: only with an intransitive verb, or with an object that the terms cover. */
function subjectOf({ zh, at }: { zh: string; at: number }, text: string, noun: NounReading): VerbReading | null {
  const en = renderVerb(zh)
  // People without a noun of their own (400人返厂复工) do as those with one.
  const domain = noun.item?.domain ?? ''
  const reports = /region|irregular/.test(domain) && /^(?:报告|上报|通报|派出|启动|出台)/u.test(zh)
  if (!en || (noun.zh !== '' && !reports && !/person|organisation/.test(domain))) return null
  // Communities are where people take part, not who does.
  if (en.bases.includes('take part in') && noun.item?.domain !== 'person') return null
  const object = text
    .slice(at + zh.length)
    .replace(/^[了过]/u, '')
    .replace(/[约近超]?\d.*$/u, '')
  if (saysGift(zh)) return { zh, en, voice: 'subject' }
  if (isIntransitive(en)) return { zh, en, voice: 'subject', ...workplace(zh, object) }
  const phrase = objectPhrase(object) ?? objectBehind(text, { end: at + zh.length })?.en ?? null
  return phrase ? { zh: zh + object, en, voice: 'subject', object: phrase } : null
}

/** 奋战在救治一线: on the treatment front line. */
function workplace(verb: string, behind: string): { object?: string } {
  const match = /^(?:在|于)(\p{Script=Han}{2,14}?)(?:的)?$/u.exec(behind)
  const phrase = match && /奋战|坚守|战斗|工作|活跃/u.test(verb) ? composePhrase(match[1] ?? '', 'one') : null
  if (!phrase) return {}
  return {
    object: /front line$/.test(phrase.en)
      ? `on the ${phrase.en}`
      : `in ${composePhrase(match?.[1] ?? '', 'many')?.en ?? phrase.en}`,
  }
}

function objectPhrase(zh: string): string | null {
  if (zh.endsWith('的')) return null
  const { places, length } = leadingPlaces(zh)
  if (places.length > 0 && length === zh.length) return renderPlace(zh)
  return zh.length <= 24 ? (composePhrase(zh, 'many')?.en ?? null) : null
}

/** The verb of the clause before governs 其中…, (包括… and the next of a list: 运抵口罩3万只，手套5万双. */
function inherited(_fact: Fact, { earlier, before, noun }: Clause): VerbReading | null {
  const ofGifts = gifts().test(earlier.slice(0, -before.length) + before)
  const opened =
    /^(?:其中|包括|包含|含|分别|[（(])|(?:其中|包括|包含|含)\S{0,12}$/u.test(before) ||
    before === '' ||
    (ofGifts && noun.item?.domain === 'goods' && !noun.behind)
  const here = before.replace(/^(?:以及|及|和|还有)?(?:各[类种])?/u, '')
  const listed =
    /^(?:goods|money|organisation)$/.test(noun.item?.domain ?? '') &&
    !noun.behind &&
    (here === noun.zh.replace(/^各[类种]/u, '') || (/^(?:以及|及|和)/u.test(before) && composePhrase(here) !== null)) &&
    /\d\S{0,4}[，,]$/u.test(earlier.slice(0, -before.length))
  if (!opened && !listed) return null
  const verb = verbsIn(earlier.slice(0, earlier.length - before.length).replace(/[（(][^）)]*[）)]/gu, ''))
    .filter(isTransitiveHere)
    .at(-1)
  if (verb) return objectOrSubject(verb.zh)
  // 捐赠物资折合…，包括口罩…: the deed is in the noun that is listed.
  const gift = opened ? gifts().exec(earlier)?.[1] : undefined
  return gift === undefined ? null : verbReading(gift, 'object')
}

/** 捐赠物资, 赠送的物品: goods that are called given. */
function gifts(): RegExp {
  return new RegExp(`(${givingAlternatives(2)})的?(?:物资|款物|物品)`, 'u')
}
