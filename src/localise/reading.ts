import type { Fact } from '../model/index.js'
import { composePhrase } from './phrases.js'
import { type Item, renderItem } from './quantity.js'
import { isIntransitive, renderVerb, type Verb } from './verbs.js'

/** How a figure stands in its sentence: what its statement in either language is made of. */
export interface Reading {
  /** Text of the clause before and behind the figure. */
  before: string
  after: string
  /** The noun phrase around the item, as long as the terms cover it. */
  noun: { zh: string; item: Item | null; behind: boolean }
  verb: { zh: string; en: Verb | null; voice: 'object' | 'subject' | 'passive' } | null
  /** 被…采用: who did it. */
  agent: string | null
  /** What it was for: 做好…工作, 开展督导. */
  purpose: { zh: string; en: string } | null
}

const clauseEnd = /[。；;！？!?\n]/u
const clauseBreak = /[，,。；;：:！？!?\n]/u

/** Reads the clause of a figure: where its noun, its verb, its agent and its purpose are. */
export function readFact(fact: Fact): Reading {
  const { sentence, sentenceStart, start, end } = fact.evidence
  const figure = start - sentenceStart
  const before = lastPiece(sentence.slice(0, figure))
  const after = firstPiece(sentence.slice(figure + end - start))
  const noun = nounAround(fact, before, after)
  const passive = /被(.+?)(采用|采纳|批示|转载|录用|报道|刊发|转发|上报|授予|表彰|跟踪报道)/u.exec(after)
  return {
    before,
    after,
    noun,
    agent: passive?.[1] ?? null,
    verb: verbOf(fact, before, after, passive?.[2]),
    purpose: purposeOf(after),
  }
}

function lastPiece(text: string): string {
  const pieces = text.split(clauseBreak)
  return pieces.at(-1) ?? ''
}

function firstPiece(text: string): string {
  const at = text.search(clauseBreak)
  const end = text.search(clauseEnd)
  return text.slice(0, at >= 0 ? at : end >= 0 ? end : text.length)
}

/** The item with its modifiers where the terms cover them, else the item alone. */
function nounAround(fact: Fact, before: string, after: string): Reading['noun'] {
  const zh = fact.item.zh
  const at = zh === '' ? -1 : after.indexOf(zh)
  const next = after.search(/[、和及与]/u)
  if (at >= 0 && (next < 0 || at <= next || !before.includes(zh))) {
    const long = after.slice(0, at + zh.length)
    const item = long.length <= 30 ? renderItem(long) : null
    return { zh: item ? long : zh, item: item ?? renderItem(zh), behind: true }
  }
  const front = before.lastIndexOf(zh)
  if (zh === '' || front < 0) return { zh, item: renderItem(zh), behind: false }
  return { ...longestBefore(before.slice(0, front), zh), behind: false }
}

/** Up to twelve characters of modifiers before the item, not beyond its verb: the longest that the terms cover. */
function longestBefore(before: string, zh: string): { zh: string; item: Item | null } {
  for (let size = Math.min(before.length, 12); size > 0; size--) {
    const modifier = before.slice(-size)
    if (/[、，\d]|[了被将向给对与和]/u.test(modifier) || startsWithVerb(modifier)) continue
    const item = renderItem(modifier + zh)
    if (item) return { zh: modifier + zh, item }
  }
  return { zh, item: renderItem(zh) }
}

function startsWithVerb(text: string): boolean {
  for (let size = 1; size <= Math.min(4, text.length); size++) {
    const word = text.slice(0, size)
    if (renderVerb(word) && !composePhrase(word, 'one')) return true
  }
  return false
}

function verbOf(fact: Fact, before: string, after: string, passive: string | undefined): Reading['verb'] {
  if (passive) return { zh: passive, en: renderVerb(passive), voice: 'passive' }
  const action = fact.action
  if (action === null || action === '') return null
  const en = renderVerb(action)
  const behind = !before.includes(action) && after.includes(action)
  const objectMarked = /[对将把为给]/u.test(
    fact.evidence.sentence.slice(0, fact.evidence.start - fact.evidence.sentenceStart),
  )
  const subject = behind ? !objectMarked : en !== null && isIntransitive(en)
  return { zh: action, en, voice: subject ? 'subject' : 'object' }
}

const purposeVerbs =
  /(?:做好|参与|参加|投入到?|从事|助力|协助开?展?|支持|开展|担任|负责|用于)([\p{Script=Han}“”、]{2,24}?)(?:工作)?(?=$|[，。；]|并|，)/u

/** 组织30名志愿者做好疫情防控工作 → for epidemic control work; only where the terms cover it. */
function purposeOf(after: string): Reading['purpose'] {
  const match = purposeVerbs.exec(after)
  if (!match) return null
  const phrase = composePhrase(`${match[1] ?? ''}工作`, 'many') ?? composePhrase(match[1] ?? '', 'many')
  return phrase ? { zh: match[0], en: `for ${phrase.en}` } : null
}
