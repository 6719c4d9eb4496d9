import type { Fact } from '../model/index.js'
import { type Both, type Change, change, changeOf, falls, nothing, rises } from './gauge-change.js'
import { composePhrase } from './phrases.js'
import { leadingPlaces, renderPlace } from './places.js'
import { scopes } from './scopes.js'
import type { Term } from './terms.js'
import { renderUnit } from './units.js'
import { keptFor, termsInUse } from './vocabulary.js'

/** What a figure measures rather than counts: output, area, share, price, duration. */
export interface Gauge extends Change {
  /** `daily output`. */
  head: Both
  /** Of what: `medical masks`; empty where the clause does not say. */
  of: Both
  /** Where, in English with its preposition; empty where it is not said. */
  where: Both
  /** True where the head says the period itself (日产量). */
  saysPeriod: boolean
}

/** What may stand between what is measured and its figure: links, adverbs, a verb of change, a base of comparison. */
const between = new RegExp(
  `^(?:的|了|已经?|也|均|就|仅|只|可|将|还|又|能|预计|目前|最高|最低|至少|累计|合计|总计|共|可供|供|生产|使用|同比|环比|大约|约|进一步|均已|不得)*` +
    `(?:从.{0,14}?)?(?:${rises}|${falls}|恢复|回升|达|达到|高达|为|是|在|超过|超|突破|接近|保持|维持|占|稳定|不少于|不低于|不超过|不足)*` +
    `(?:了|至|到|在|为)*(?:.{0,12}(?:水平|同期|全国|全市|全省|日|月|年|末|总额|总数|以上)的)?(?:约|近|超过?|逾|高于|低于)?$`,
  'u',
)

/** The gauge of a figure's clause, or of the clause before that it carries on (广东从…增加到…); null where a thing is counted. */
export function gaugeOf(fact: Fact, before: string, earlier: string): Gauge | null {
  if (/^(?:times|persontimes|person)$/.test(renderUnit(fact.quantity.unit).kind)) return null
  const own = inClause(fact, before)
  if (own)
    return own.of.en !== '' || own.where.en !== '' ? own : { ...own, of: ofClauseBefore(fact, own, before, earlier) }
  const carriesOn = /(?:^|、)(?:分别)?.{0,12}从?$/u.test(before) && (/从|分别/u.test(before) || /、$/u.test(before))
  const dayAlone = /^(?:截[至止])?(?:\d{1,2}月)?(?:\d{1,2}日|目前|如今|现)?(?:已|共)*(?:达到?|升至|降至|增至)$/u.test(
    before,
  )
  if (!carriesOn && !dayAlone && !change.test(before)) return null
  const place = leadingPlaces(before)
  const clauses = earlier.slice(0, earlier.length - before.length).split(/[，,；;]/u)
  for (const clause of clauses.reverse()) {
    const gauge = inClause(fact, clause.replace(/从.*$/u, '').replace(/(?<![A-Za-z\d])\d.*$/u, ''))
    if (!gauge) continue
    const here = respectively(before) ?? (place.length > 0 ? whereOf(before.slice(0, place.length)) : nothing)
    return { ...gauge, where: here.en === '' ? gauge.where : here, ...changeOf(before, fact) }
  }
  return null
}

/** 消毒液日产能500吨，开工率80%: a rate alone is of what the clause before measured. */
function ofClauseBefore(fact: Fact, { head }: Gauge, before: string, earlier: string): Both {
  const [clause = ''] = earlier
    .slice(0, earlier.length - before.length)
    .split(/[，,；;](?=.)/u)
    .slice(-1)
  if (!before.startsWith(head.zh) || /[；;。]$/u.test(clause)) return nothing
  return inClause(fact, clause.replace(/[约近超]?[\d.]+\p{Script=Han}{0,4}[，,]$/u, ''))?.of ?? nothing
}

/** 河南、浙江分别增长到1.4万只、10万只: which of the places a figure is of the order says. */
function respectively(before: string): Both | null {
  const at = before.indexOf('分别')
  const parts = before.slice(0, Math.max(0, at)).split('、')
  const part = parts[before.slice(at).split('、').length - 1]
  const { length } = leadingPlaces(part ?? '')
  return parts.length > 1 && part !== undefined && length > 0 ? whereOf(part.slice(0, length)) : null
}

/** Characters that may stand between what is measured and its figure. */
const farthest = 60

function inClause(fact: Fact, before: string): Gauge | null {
  for (let end = before.length; end > Math.max(1, before.length - farthest); end--) {
    const found = gaugeEndingAt(before, end)
    if (!found || !between.test(before.slice(end))) continue
    const stem = before.slice(0, end - found.zh.length).replace(/的$/u, '')
    // 口罩、防护服等物资日产量，分别…: the item says which of them.
    const other = found.zh.includes(fact.item.zh) ? '' : fact.item.zh.replace(found.zh, '')
    const { of, where } = measured(/等/u.test(stem) ? '' : stem, other)
    const saysPeriod = /[日年月天]|人均|户均/u.test(found.zh)
    return { head: { zh: found.zh, en: found.en }, of, where, saysPeriod, ...changeOf(before.slice(end), fact) }
  }
  return null
}

/** The characters that what is measured can end with: nearly all places of a clause are passed by them alone. */
const gaugeEndsInUse = keptFor(
  ({ terms }): ReadonlySet<string> =>
    new Set([...terms.all()].flatMap(({ zh, domain }) => (domain === 'gauge' ? zh.slice(-1) : []))),
)

function gaugeEndingAt(text: string, end: number): Term | null {
  if (!gaugeEndsInUse().has(text.charAt(end - 1))) return null
  for (let size = Math.min(end, 8); size > 1; size--) {
    const term = termsInUse().find(text.slice(end - size, end), 'noun')
    if (term?.domain === 'gauge') return term
  }
  return null
}

/** What stands before the head: a place and a thing, each where the terms know it. */
function measured(stem: string, item: string): Pick<Gauge, 'of' | 'where'> {
  const text = stem.replace(/^.*(?:已|共|累计|目前|其中|全年|今年|我们|[：:“”])/u, '')
  for (let start = Math.max(0, text.length - 24); start < text.length - 1; start++) {
    const piece = text.slice(start)
    const { length } = leadingPlaces(piece)
    const scope = /^全[国省市县区州]/u.exec(piece)?.[0] ?? ''
    const skip = length || scope.length
    const rest = piece.slice(skip).replace(/^(?:的|内|市场)/u, '')
    const thing = rest === '' ? null : composePhrase(rest, 'many')
    if (rest === '' && skip > 1) return { of: otherItem(item, piece), where: whereOf(piece.slice(0, skip)) }
    if (thing) return { of: { zh: rest, en: thing.en }, where: skip > 0 ? whereOf(piece.slice(0, skip)) : nothing }
  }
  return { of: otherItem(item, text), where: nothing }
}

function otherItem(item: string, near: string): Both {
  const { length } = leadingPlaces(item)
  const zh = item.slice(length).replace(/^全[国省市县区州]/u, '')
  const thing = zh === '' || near.includes(zh) ? null : composePhrase(zh, 'many')
  return thing && thing.domain !== 'gauge' ? { zh, en: thing.en } : nothing
}

function whereOf(zh: string): Both {
  return { zh, en: ` ${scopes.get(zh) ?? `in ${renderPlace(zh)}`}` }
}
