import type { Fact, Quantity } from '../model/index.js'
import { dictionaryItem } from './dictionary.js'
import { listed } from './english.js'
import { verbsIn } from './find-verb.js'
import { headItem } from './item-fallback.js'
import { composeOrganisation } from './organisations.js'
import { composePhrase } from './phrases.js'
import { leadingPlaces } from './places.js'
import { type Item, renderItem } from './quantity.js'
import { isIntransitive, renderVerb } from './verbs.js'

export interface NounReading {
  /** The item with as many of its modifiers as the terms cover. */
  zh: string
  item: Item | null
  /** Whether it stands behind the figure (3名党员干部) or before it (口罩30万个). */
  behind: boolean
}

/** The noun phrase of a figure in its clause: `before` ends and `after` begins at the figure. */
export function nounAround({ item, quantity, actor }: Fact, before: string, after: string): NounReading {
  const zh = itemProper(item.zh, quantity, after)
  const reading = coveredNoun(withoutGiver(zh), behindActor(before, zh, actor?.zh), after)
  if (reading.item || zh === '') return reading
  return withHead(zh, quantity, reading)
}

function withHead(itemZh: string, quantity: Quantity, reading: NounReading): NounReading {
  const whole = dictionaryItem(itemZh)
  if (whole) return { ...reading, zh: itemZh, item: whole }
  const head = headItem(itemZh, quantity)
  // A number inside the item (两个月租金) that the English leaves out is left out in Chinese too.
  const zh = head && /[\d一二两三四五六七八九十百]/u.test(itemZh) ? head.zh : itemZh
  return { ...reading, zh, item: head }
}

/**
 * What an item is without what is not its noun: who did what to it (某某走访慰问家属 → 家属), the bracket of a title, 每人;
 * empty where no noun is left (免费, 先后, 运抵云岫), or the noun behind the figure where the item is not of its kind.
 */
function itemProper(item: string, quantity: Quantity, after: string): string {
  const zh = item.replace(/[《》“”]/gu, '').replace(/每[人名位户家]$/u, '')
  if (adverbs.test(zh)) return objectBehind(after) ?? ''
  const persons = /^[名位]$/u.test(quantity.unit ?? '')
  if (persons && !after.startsWith(zh)) {
    const behind = renderItem(zh)?.domain === 'person' ? null : personsBehind(after)
    if (behind) return behind
  }
  // 职工复工 counted in 人: what they did is no part of what they are.
  const did = persons || quantity.unit === '人' ? verbsIn(zh).at(-1) : undefined
  const who = zh.slice(0, did?.start ?? 0)
  if (did && did.end === zh.length && isIntransitive(did.en) && composePhrase(who.slice(-2))?.domain === 'person')
    return who
  const organised = /^(.{3,})(?:组织|发动|动员)(\p{Script=Han}{2,})$/u.exec(zh)
  if (organised && composeOrganisation(organised[1] ?? '')) return organised[2] ?? ''
  const bodies = /^家$/u.test(quantity.unit ?? '') && renderItem(zh)?.domain !== 'organisation' ? leadingBody(zh) : null
  if (bodies) return bodies
  if (composePhrase(zh) || zh.length < 4) return zh === item ? item : zh
  for (const verb of verbsIn(zh).filter((found) => found.zh.length > 1)) {
    const rest = zh.slice(verb.end)
    if (rest !== '' && composePhrase(rest)) return rest
    if (verb.start === 0 && leadingPlaces(rest).length === rest.length) return ''
  }
  return zh
}

/** 单位防疫工作宣传 counted in 家: the bodies are counted, not what they do. */
function leadingBody(zh: string): string | null {
  for (let size = Math.min(zh.length - 1, 6); size > 1; size--)
    if (renderItem(zh.slice(0, size))?.domain === 'organisation') return zh.slice(0, size)
  return null
}

const adverbs = /^(?:先后|免费|累计|分别|陆续|再次|总共|一共|共计|每天|每日|平均|目前|已经|至少|多次)$/u

/** 3次印发通知: the noun behind the verb behind the figure. */
function objectBehind(after: string): string | null {
  const verb = verbsIn(after)[0]
  return verb && verb.start === 0 ? longestNoun(after.slice(verb.end)) : null
}

function personsBehind(after: string): string | null {
  const zh = longestNoun(after)
  return zh !== null && renderItem(zh)?.domain === 'person' ? zh : null
}

function longestNoun(text: string): string | null {
  const run = /^\p{Script=Han}+/u.exec(text)?.[0] ?? ''
  for (let size = Math.min(run.length, 12); size > 1; size--)
    if (renderItem(run.slice(0, size))) return run.slice(0, size)
  return null
}

/** 青禾建工集团[捐款]: whoever did it and stands right before the noun is no part of it. */
function behindActor(before: string, zh: string, actor: string | undefined): string {
  const front = zh === '' ? -1 : before.lastIndexOf(zh)
  return actor !== undefined && front > 0 && before.slice(0, front).endsWith(actor) ? before.slice(front) : before
}

/** 全省党员捐款总额 counts money; who gave it is no part of the noun. */
function withoutGiver(zh: string): string {
  for (let at = 2; at < zh.length - 1; at++) {
    const money = renderItem(zh.slice(at))
    if (money?.domain !== 'money') continue
    const giver = composePhrase(zh.slice(0, at), 'many')
    if (giver && /^(?:person|organisation|mass|charity)$/.test(giver.domain)) return zh.slice(at)
  }
  return zh
}

function coveredNoun(zh: string, before: string, after: string): NounReading {
  if (zh === '') return { zh, item: null, behind: true }
  const at = after.indexOf(zh)
  const front = before.lastIndexOf(zh)
  const next = after.search(/[、和及与]|其中/u)
  if (at >= 0 && (front < 0 || next < 0 || at <= next))
    return behindFigure(zh, after.slice(0, at), after.slice(at + zh.length))
  if (front < 0) return { zh, item: renderItem(zh), behind: false }
  const tail = /^\p{Script=Han}{1,4}$/u.exec(before.slice(front + zh.length))?.[0] ?? ''
  // 职工复工约50万人: what they did is no part of what they are.
  const verb = tail === '' ? null : renderVerb(tail)
  const longer =
    tail !== '' &&
    !(verb && isIntransitive(verb)) &&
    !/^(?:总?价值|货值|折|达|共|累计|约|总额|同比|环比)/u.test(tail) &&
    renderItem(zh + tail)
      ? zh + tail
      : zh
  return { ...beforeFigure(before.slice(0, front), longer), behind: false }
}

function behindFigure(zh: string, modifier: string, rest: string): NounReading {
  const own = modifier + zh
  const further = /^(?:和|及|以及|、)(?!\d)[\p{Script=Han}]{2,10}/u.exec(rest)?.[0] ?? ''
  for (let size = further.length; size > 2; size--) {
    const long = own + further.slice(0, size)
    if (verbsIn(long).some(({ end }) => end === long.length) || /(?:报告|举报)$/u.test(long)) continue
    const item = renderItem(long)
    if (item) return { zh: long, item, behind: true }
  }
  const item = own.length <= 32 ? renderItem(own) : null
  return item ? { zh: own, item, behind: true } : { zh, item: renderItem(zh), behind: true }
}

/** Up to sixteen characters of modifiers before the item, not beyond its verb: the longest that the terms cover. */
function beforeFigure(before: string, zh: string): Pick<NounReading, 'zh' | 'item'> {
  const verb = verbsIn(before + zh).findLast(({ end }) => end <= before.length)
  const modifiers = before.slice(verb?.end ?? 0).replace(/^.*(?:共|累计|先后|已|还|又)|^[了的]/u, '')
  if (modifiers.endsWith('等') && modifiers.length > 2) return withExamples(modifiers.slice(0, -1), zh)
  for (let size = Math.min(modifiers.length, 16); size > 0; size--) {
    const modifier = modifiers.slice(-size)
    if (/[、，\d]|[了被将向给对]|[日月年]均|每[日天月年]/u.test(modifier)) continue
    const item = renderItem(modifier + zh)
    // Before money stands its giver (全省党员捐款), who is no kind of money.
    const isGiver =
      item?.domain === 'money' &&
      /^(?:person|organisation|mass|charity)$/.test(composePhrase(modifier, 'many')?.domain ?? '')
    if (item && !isGiver) return { zh: modifier + zh, item }
  }
  return { zh, item: renderItem(zh) }
}

/** 口罩、防护服等物资 → supplies (masks and protective suits). */
function withExamples(examples: string, zh: string): Pick<NounReading, 'zh' | 'item'> {
  const item = renderItem(zh)
  const parts = examples
    .split(/[、]|及|和/u)
    .filter((part) => part !== '')
    .map((part) => composePhrase(part, 'many')?.en ?? null)
  if (!item || parts.some((part) => part === null)) return { zh, item }
  const list = ` (${listed(parts.flatMap((part) => part ?? []))})`
  return { zh: `${examples}等${zh}`, item: { ...item, one: item.one + list, many: item.many + list } }
}
