import { Lexicon } from '../language/lexicon.js'
import { isGiving } from './giving.js'
import { remembered } from './remembered.js'
import type { Term, TermBase } from './terms.js'
import { renderVerb, type Verb } from './verbs.js'
import { keptFor, termsInUse } from './vocabulary.js'

export interface FoundVerb {
  zh: string
  en: Verb
  start: number
  end: number
}

/** Verbs that only link a thing with its number, or only say that something was done. */
const links = new Set(
  '达 达到 为 有 是 价值 货值 合计 总计 折合 折和 折价 共有 拥有 新增 进行 予以 给予 宣传 安排 值班 登记 统计 覆盖'.split(
    ' ',
  ),
)
/** First of two verbs, these say who was moved to do the second. */
const light = /^(?:组织|发动|动员|号召|安排|开展|参与|联系|带领|积极)+(?=\p{Script=Han}{2})/u

/** A verb that links a thing with its number, or tells an attitude: it governs nothing that is counted. */
function tellsLittle(term: Term | undefined): boolean {
  return term?.domain === 'link' || term?.domain === 'attitude'
}

function isLink(zh: string): boolean {
  return links.has(zh) || tellsLittle(termsInUse().find(zh, 'verb'))
}

/**
 * Runs of verb terms in a text, `并 和 或` between them included (筹集并捐赠), in order. Clauses are looked at many times
 * while one figure is read.
 */
export const verbsIn: (text: string) => readonly FoundVerb[] = remembered(findVerbs)

function findVerbs(text: string): FoundVerb[] {
  const found: FoundVerb[] = []
  for (let at = 0; at < text.length; ) {
    const end = runEnd(text, at)
    if (end === at) {
      at += Math.max(1, longerWord(text, at))
      continue
    }
    const zh = text.slice(at, end).replace(light, '')
    const en = isLink(zh) ? null : renderVerb(zh)
    if (en) found.push({ zh, en, start: end - zh.length, end })
    at = end
  }
  return found
}

function runEnd(text: string, from: number): number {
  let at = from
  for (;;) {
    const joint = at > from && /^[并和或及]/u.test(text.charAt(at)) ? 1 : 0
    const size = verbSize(text, at + joint)
    if (size === 0) return at
    at += joint + size
  }
}

/** A word that is longer as a noun (宣传资料, 服务站) is no verb here. */
function verbSize(text: string, at: number): number {
  const { lexicon, uses } = wordsInUse()
  const word = lexicon.at(text, at)
  if (word === undefined || !uses.get(word)?.verb) return 0
  return word.length === 1 && word !== '送' && !isGiving(word) ? 0 : word.length
}

/** Length of the noun or linking word that stands here, to be passed over whole; 0 where there is none. */
function longerWord(text: string, at: number): number {
  const { lexicon, uses } = wordsInUse()
  return lexicon.allAt(text, at).find((word) => word.length > 1 && uses.get(word)?.passed)?.length ?? 0
}

interface Words {
  lexicon: Lexicon
  /** Whether a word is a verb that tells something, and whether it is passed over whole where no verb stands. */
  uses: Map<string, { verb: boolean; passed: boolean }>
}

/** Linking words, and the verbs and nouns of the terms, to be looked up at places of a text. */
const wordsInUse = keptFor(({ terms }) => collectWords(terms))

function collectWords(terms: TermBase): Words {
  const uses: Words['uses'] = new Map()
  for (const { zh } of terms.all()) {
    const verb = terms.find(zh, 'verb') !== undefined
    const noun = terms.find(zh, 'noun', 'name', 'kind') !== undefined
    if (verb || noun) uses.set(zh, { verb, passed: noun })
  }
  for (const word of links) uses.set(word, { verb: false, passed: true })
  for (const term of terms.all()) if (tellsLittle(term)) uses.set(term.zh, { verb: false, passed: true })
  return { lexicon: new Lexicon(uses.keys()), uses }
}
