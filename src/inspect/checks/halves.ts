import { compareNumbers } from '../../language/compare-numbers.js'
import { numbersInChinese, numbersInEnglish, sameNumbers } from '../../language/same-numbers.js'
import { grouped } from '../../model/index.js'
import { linksToEvidence, type PrintedLink } from '../printed-links.js'
import type { Reading } from '../reading/index.js'
import { plainText } from '../reading/plain.js'
import { textOf } from '../reading/structure.js'
import { type CheckOf, check } from './check.js'

/**
 * The two halves state the same numbers: of each figure those printed in Chinese sentences and those in English ones,
 * and of each sentence that has both languages all its numbers as a multiset, 万, million and units made one.
 */
export const halvesAgree: CheckOf = (reading, { languages, linked = [], sentences = [] }) => {
  const failures =
    languages.length < 2
      ? []
      : [
          ...differingLinks(
            reading,
            linked.map(({ anchor }) => anchor),
          ),
          ...sentences.filter(({ zh, en }) => differ(zh, en)).map(({ zh, en }) => `"${zh}" and "${en}"`),
          ...halfSaid(reading, sentences),
        ]
  const passes = 'numbers of the Chinese and the English half are the same'
  return check('halves-agree', passes, 'the two halves state different numbers', failures)
}

/** Unequal for our own reader of both languages and for the one that allows for what a name may hold. */
function differ(zh: string, en: string): boolean {
  if (sameNumbers(zh, en)) return false
  const { missing, added } = compareNumbers(zh, en)
  return missing.length + added.length > 0
}

/** Sentences whose Chinese is in the file and whose English is not: a number of it is another one. */
function halfSaid({ structure }: Reading, sentences: readonly { zh: string; en: string; whole?: boolean }[]): string[] {
  const text = structure === null ? '' : plainText(textOf(structure))
  return sentences
    .filter(({ zh, en, whole }) => whole && text.includes(plainText(zh)) && !text.includes(plainText(en)))
    .map(({ zh }) => `"${zh}" has no English with its numbers`)
}

function differingLinks(reading: Reading, anchors: readonly string[]): string[] {
  const links = grouped(linksToEvidence(reading, new Set(anchors)), ({ anchor }) => anchor)
  return anchors.flatMap((anchor) => {
    const own = links.get(anchor) ?? []
    const [zh, en] = [numbersIn('zh', own), numbersIn('en', own)]
    // Of a range, and of 3 of 5, an English link may take in one end alone.
    if (zh.length === 0 || within(en, zh)) return []
    return [`"${anchor}": ${zh.join(', ')} in Chinese, ${en.join(', ')} in English`]
  })
}

function numbersIn(half: PrintedLink['half'], links: readonly PrintedLink[]): number[] {
  const read = half === 'zh' ? numbersInChinese : numbersInEnglish
  return [...new Set(links.filter((link) => link.half === half).flatMap(({ text }) => read(text)))]
}

const rounding = 1e-4

function within(some: readonly number[], others: readonly number[]): boolean {
  return some.every((one) => others.some((other) => Math.abs(one - other) <= Math.abs(one) * rounding))
}
