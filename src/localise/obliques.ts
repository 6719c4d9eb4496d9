import { type FoundVerb, verbsIn } from './find-verb.js'
import type { Both } from './gauge-change.js'
import type { NounReading } from './noun-around.js'
import { composePhrase } from './phrases.js'
import type { Verb } from './verbs.js'

/** A figure that is not what was dealt with but whom or what it was for: 向252名租户发放登记表. */
export interface Oblique {
  verb: { zh: string; en: Verb }
  /** `registration forms`. */
  object: Both
  /** `to`, `from`, `for`. */
  preposition: Both
}

const prepositions: Record<string, string> = {
  从: 'from',
  由: 'from',
  向: 'to',
  给: 'to',
  为: 'for',
  帮: 'for',
  针对: 'for',
}

const marker = /(从|向|给|为|帮|针对)(?:全[国省市县区州球]|辖区内?的?|所辖|各地|其中|首批|当地)?(?:的)?$/u

/** The verb and its own object behind a figure whose noun stands behind a preposition; null where they are not covered. */
export function obliqueOf(before: string, after: string, noun: NounReading): Oblique | null {
  const marked = marker.exec(before)?.[1] ?? ''
  const preposition = prepositions[marked]
  if (!preposition || !noun.behind || !noun.item) return null
  const rest = after.slice(after.indexOf(noun.zh) + noun.zh.length)
  if (/^的|每[人名位户家]/u.test(rest)) return null
  for (const verb of verbsIn(rest).filter(({ zh }) => !empty.test(zh))) {
    const object = objectBehind(rest, verb)
    if (object) return { verb, object, preposition: { zh: marked, en: preposition } }
  }
  return null
}

/** Verbs that only carry another: 开展慰问, 进行检查. */
const empty = /^(?:开展|进行|予以|给予|实施|实现|落实|共计|共|达成)$/u

/** 发放健康登记表, 调集两万多名医护人员: the noun at the end of what follows, its own figure left out. */
export function objectBehind(text: string, { end }: Pick<FoundVerb, 'end'>): Both | null {
  const zh = text
    .slice(end)
    .replace(/^[了过出]/u, '')
    .replace(/(?:等|等工作|工作)$/u, '')
    .replace(/^.*的(?=\p{Script=Han}{2}|\d)/u, '')
    .replace(
      /^(?:超过?|近|约|上|共计?)?[\d一二两三四五六七八九十百千万亿余多.]+[\p{Script=Han}]?[个名位家件只份条项套支户元块次批](?:余|多)?/u,
      '',
    )
    .replace(/(?:超过?|近|约)?[\d.]+.*$/u, '')
  if (zh.length < 2 || zh.length > 24) return null
  for (let size = zh.length; size > 1; size--) {
    const phrase = composePhrase(zh.slice(0, size), 'many') && nounAtEnd(zh, size)
    if (phrase) return phrase
  }
  return nounAtEnd(zh, zh.length)
}

/** The whole object, or its last words where only they are covered, three characters at least. */
function nounAtEnd(zh: string, end: number): Both | null {
  const whole = composePhrase(zh.slice(0, end), 'many')
  if (whole && !/^(?:region)$/.test(whole.domain)) return { zh: zh.slice(0, end), en: whole.en }
  for (let start = 1; start < end - 2; start++) {
    const part = composePhrase(zh.slice(start, end), 'many')
    if (part) return { zh: zh.slice(start, end), en: part.en }
  }
  return null
}
