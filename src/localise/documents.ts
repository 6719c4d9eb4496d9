import type { Text } from '../model/index.js'
import { capitalised, sentenceCase } from './english.js'
import { composeHeading, verbAndObject } from './headings.js'
import { composePhrase } from './phrases.js'
import { joined, syllables } from './pinyin.js'
import { termsInUse } from './vocabulary.js'

/** Characters of the longest title that pinyin can stand for. */
const longestTitle = 8

/** How a publication is called in English. */
export interface DocumentName {
  en: string
  enBasis: 'terms' | 'composed' | 'pinyin'
  /** Whether it is its title, what it is about, or no more than the kind of writing that it is. */
  tells: 'title' | 'topic' | 'kind'
}

/**
 * A publication in 《》: its terms where they cover it; what a notice or letter is about where they cover that; else its
 * name in pinyin with its kind, and of a longer title the kind alone.
 */
export function documentName(zh: string): DocumentName {
  const inner = zh.replace(/[《》]/gu, '')
  const exact = termsInUse().find(inner, 'name', 'heading')
  if (exact && exact.en !== '') return { en: exact.en, enBasis: 'terms', tells: 'title' }
  const composed = composePhrase(inner, 'one')?.en ?? composeDocument(inner)
  if (composed) return { en: sentenceCase(composed), enBasis: 'composed', tells: 'title' }
  const about = inPart(inner)
  if (about) return { en: about, enBasis: 'composed', tells: 'topic' }
  const name = inner.replace(/[“”"‘’！!？?，,。、—\s-]/gu, '')
  const kind = documentKind(inner)
  if (name.length <= longestTitle && /^[\p{Script=Han}\w]+$/u.test(name))
    return { en: titlePinyin(name) + (kind === null ? '' : ` (${kind})`), enBasis: 'pinyin', tells: 'title' }
  return { en: kind ?? 'publication', enBasis: 'composed', tells: 'kind' }
}

/** The same for a list of documents: what is not the title stands in brackets. */
export function documentText(zh: string): Text {
  const { en, enBasis, tells } = documentName(zh)
  if (tells === 'title') return { zh, en, enBasis }
  return { zh, en: tells === 'topic' ? `[${en}]` : `[${sentenceCase(en)}, original title in Chinese]`, enBasis }
}

/** What a title says it is, its last word: diary, open letter; null where it says no kind of writing. */
function documentKind(zh: string): string | null {
  for (let size = 4; size > 1; size--) {
    const kind = termsInUse().find(zh.slice(-size), 'noun')
    if (kind && kind.domain === 'publicity') return kind.en
  }
  return null
}

/** Words of two syllables or as the terms part them, the first with a capital: Zhanyi riji. */
function titlePinyin(zh: string): string {
  const words: string[] = []
  for (let at = 0; at < zh.length; ) {
    const size = [4, 3, 2].find((length) => termsInUse().get(zh.slice(at, at + length)).length > 0) ?? 2
    words.push(joined(syllables(zh.slice(at, at + size))).toLowerCase())
    at += size
  }
  return capitalised(words.join(' '))
}

const aboutTitle = /^关于(?:印发|做好|加强|开展|进一步)*(.+?)的?(通知|倡议书|意见|方案|报告|公告|通告|建议|决定|提案)$/u
const letterTitle = /^致(.+?)的?(一封信|公开信|倡议书|慰问信|感谢信)$/u

/** 关于…的通知 → Notice on …; 致…的一封信 → Open letter to …; …在行动 → … in action. */
function composeDocument(zh: string): string | null {
  const about = aboutTitle.exec(zh)
  if (about) return joinedTitle(about[2] ?? '', 'on', about[1] ?? '')
  const letter = letterTitle.exec(zh)
  if (letter) return joinedTitle(letter[2] ?? '', 'to', letter[1] ?? '')
  const active = /^(.+)在行动$/u.exec(zh)
  const who = active && composePhrase(active[1] ?? '', 'many')
  if (who) return `${who.en} in action`
  return composeHeading(zh)?.en ?? null
}

/** Of a notice on more than the terms cover, the last thing that it is about: 关于在…小区做好防控工作的通知. */
function inPart(zh: string): string | null {
  const about = aboutTitle.exec(zh)
  const letter = about ? null : letterTitle.exec(zh)
  const [, object = '', kind = ''] = about ?? letter ?? []
  const head = kind === '' ? null : composePhrase(kind, 'one')
  if (!head) return null
  for (let size = object.length - 1; size > 3; size--) {
    const phrase = composePhrase(object.slice(-size), 'many')
    if (phrase) return `${sentenceCase(head.en)} ${about ? 'on' : 'to'} ${phrase.en}`
  }
  return null
}

function joinedTitle(kind: string, preposition: string, object: string): string | null {
  const head = composePhrase(kind, 'one')
  const what =
    composePhrase(object, 'many') ?? (verbAndObject(object) === null ? null : { en: verbAndObject(object) ?? '' })
  return head && what ? `${sentenceCase(head.en)} ${preposition} ${what.en}` : null
}
