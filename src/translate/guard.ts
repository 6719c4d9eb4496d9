import { compareNumbers } from '../language/compare-numbers.js'
import { digits } from '../language/render.js'
import type { Glossary } from '../model/index.js'
import { saysName, saysTerm } from './says.js'
import { shapeProblems } from './shape.js'

export interface Judgement {
  /** Why the answer cannot stand; empty where it can. */
  refusals: string[]
  /** What a second answer should do better; the answer may stand. */
  wishes: string[]
}

/** Terms that must be given before an answer with none of them is taken for something else. */
const enoughTerms = 3

/**
 * Whether an English text may stand for a Chinese one: it is plain English of a fitting length, states the same numbers
 * and dates, has every name, and says something of what the terms say. Each reason is one sentence for the translator.
 */
export function judge(zh: string, en: string, glossary: Glossary): Judgement {
  const missingNames = glossary.names.filter((name) => !saysName(en, name))
  const missingTerms = glossary.terms.filter((term) => !saysTerm(en, term.en))
  const isElse = glossary.terms.length >= enoughTerms && missingTerms.length === glossary.terms.length
  return {
    refusals: [
      ...shapeProblems(zh, en),
      ...numberProblems(...withoutNumberedWords(zh, en, glossary)),
      ...missingNames.map((name) => `The name ${name.zh} is missing: write ${name.en}.`),
      ...(isElse ? ['It does not say what the Chinese says: none of the terms is in it.'] : []),
    ],
    wishes: missingTerms.map((term) => `For ${term.zh} write “${term.en}”.`),
  }
}

/** Which numbers and dates differ, each as one sentence. */
export function numberProblems(zh: string, en: string): string[] {
  const { missing, added } = compareNumbers(zh, en)
  return [
    ...missing.map((value) => `The number ${digits(value)} of the Chinese is missing.`),
    ...added.map((value) => `The number ${digits(value)} is not in the Chinese.`),
  ]
}

/** 三八红旗手, 第一医院: numbers inside names and terms are their own, in both languages. */
function withoutNumberedWords(zh: string, en: string, { names, terms }: Glossary): [string, string] {
  let [chinese, english] = [zh, en]
  for (const word of [...names, ...terms]) {
    if (!/[\d零〇一二两三四五六七八九十百千万亿]/u.test(word.zh) && !/\d/.test(word.en)) continue
    if (!english.includes(word.en) || !chinese.includes(word.zh)) continue
    chinese = chinese.replaceAll(word.zh, '、')
    english = english.replaceAll(word.en, ';')
  }
  return [chinese, english]
}
