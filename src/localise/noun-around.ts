import type { Fact } from '../model/index.js'
import { listed } from './english.js'
import { verbsIn } from './find-verb.js'
import { headItem } from './item-fallback.js'
import { composePhrase } from './phrases.js'
import { type Item, renderItem } from './quantity.js'

export interface NounReading {
  /** The item with as many of its modifiers as the terms cover. */
  zh: string
  item: Item | null
  /** Whether it stands behind the figure (3名党员干部) or before it (口罩30万个). */
  behind: boolean
}

/** The noun phrase of a figure in its clause: `before` ends and `after` begins at the figure. */
export function nounAround({ item, quantity }: Fact, before: string, after: string): NounReading {
  const reading = coveredNoun(withoutGiver(item.zh), before, after)
  if (reading.item || item.zh === '') return reading
  const head = headItem(item.zh, quantity)
  // A number inside the item (两个月租金) that the English leaves out is left out in Chinese too.
  const zh = head && /[\d一二两三四五六七八九十百]/u.test(item.zh) ? head.zh : item.zh
  return { ...reading, zh, item: head }
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
  return { ...beforeFigure(before.slice(0, front), zh), behind: false }
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
    if (/[、，\d]|[了被将向给对]/u.test(modifier)) continue
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
