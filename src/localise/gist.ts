import type { Lens } from '../model/index.js'
import { listed } from './english.js'
import { composePhrase } from './phrases.js'
import { termsInUse } from './vocabulary.js'

/** What every report speaks of: it tells one sentence from another of none. */
const everywhere =
  /^(?:工作人员|人民群众|群众|全力|有关部门|相关部门|各地|本次|目前|记者|负责人|总书记|党中央|情况|措施|方式|问题)/u

/** Characters of the longest term looked for, and how many are told. */
const longest = 10
const most = 3

/** What a sentence speaks of, in its order: the longest nouns and names in it that the terms hold, without what all articles of the lens speak of or the label of its kind says; empty where it has none. */
export function gistOf(zh: string, { words }: Lens, label: string): string {
  const found: { zh: string; at: number }[] = []
  for (let at = 0; at < zh.length; ) {
    const word = termAt(zh, at)
    if (word.length > 2 && !everywhere.test(word) && !words.common.some((thing) => word.startsWith(thing)))
      found.push({ zh: word, at })
    at += Math.max(1, word.length)
  }
  const told = found
    .filter((one, index) => found.findIndex((other) => other.zh === one.zh) === index)
    .sort((a, b) => b.zh.length - a.zh.length || a.at - b.at)
    .slice(0, most)
    .sort((a, b) => a.at - b.at)
  const phrases = told.flatMap((one) => composePhrase(one.zh, 'many')?.en ?? [])
  return listed([...new Set(phrases)].filter((phrase) => !label.toLowerCase().includes(phrase)))
}

function termAt(zh: string, at: number): string {
  const terms = termsInUse()
  const isTold = (word: string): boolean =>
    word.length > 1 && word.length <= longest && (terms.find(word, 'noun', 'name')?.en ?? '') !== ''
  return terms.wordsAt(zh, at).find(isTold) ?? ''
}
