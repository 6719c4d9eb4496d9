import { termsInUse } from './terms.js'
import { renderVerb, type Verb } from './verbs.js'

export interface FoundVerb {
  zh: string
  en: Verb
  start: number
  end: number
}

/** Verbs that only link a thing with its number, or only say that something was done. */
const links = new Set(
  '达 达到 为 有 是 价值 货值 合计 总计 折合 折和 折价 共有 拥有 新增 进行 予以 给予 宣传 安排 消毒 值班 登记 统计 覆盖'.split(
    ' ',
  ),
)
/** First of two verbs, these say who was moved to do the second. */
const light = /^(?:组织|发动|动员|号召|安排|开展|参与|联系|带领|积极)+(?=\p{Script=Han}{2})/u

/** Runs of verb terms in a text, `并 和 或` between them included (筹集并捐赠), in order. */
export function verbsIn(text: string): FoundVerb[] {
  const found: FoundVerb[] = []
  for (let at = 0; at < text.length; ) {
    const end = runEnd(text, at)
    if (end === at) {
      at += Math.max(1, longerWord(text, at))
      continue
    }
    const zh = text.slice(at, end).replace(light, '')
    const en = links.has(zh) ? null : renderVerb(zh)
    if (en) found.push({ zh, en, start: end - zh.length, end })
    at = end
  }
  return found
}

function runEnd(text: string, from: number): number {
  let at = from
  for (;;) {
    const joint = at > from && /^(?:并|和|或|及)/u.test(text.slice(at)) ? 1 : 0
    const size = verbSize(text, at + joint)
    if (size === 0) return at
    at += joint + size
  }
}

/** A word that is longer as a noun (宣传资料, 服务站) is no verb here. */
function verbSize(text: string, at: number): number {
  const terms = termsInUse()
  for (let size = Math.min(text.length - at, terms.longest); size > 0; size--) {
    const word = text.slice(at, at + size)
    if (links.has(word)) return 0
    if (terms.find(word, 'verb')) return size === 1 && !/[捐送赠]/u.test(word) ? 0 : size
    if (size > 1 && terms.find(word, 'noun', 'name', 'kind')) return 0
  }
  return 0
}

/** Length of the noun or linking word that stands here, to be passed over whole; 0 where there is none. */
function longerWord(text: string, at: number): number {
  const terms = termsInUse()
  for (let size = Math.min(text.length - at, terms.longest); size > 1; size--) {
    const word = text.slice(at, at + size)
    if (links.has(word) || terms.find(word, 'noun', 'name', 'kind')) return size
  }
  return 0
}
