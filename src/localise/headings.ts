import { monthNames } from '../language/english-words.js'
import type { Lens, Text } from '../model/index.js'
import { gerund, sentenceCase } from './english.js'
import { composeOrganisation } from './organisations.js'
import { composePhrase } from './phrases.js'
import { termsInUse } from './vocabulary.js'

/** A headline or section heading whose every part the terms cover; slogans among the parts are left out. Null else. */
export function composeHeading(zh: string): Text | null {
  const exact = termsInUse().find(zh.trim(), 'heading')
  if (exact && exact.en !== '') return { zh, en: exact.en, enBasis: 'terms' }
  const pieces = zh
    .replace(/[“”"【】]/gu, '')
    .split(/[\s，,、：:！!—-]+/u)
    .filter((piece) => piece !== '')
  const said = pieces.map(composePiece)
  if (said.some((piece) => piece === null)) return null
  const spoken = said.flatMap((piece) => (piece ? [piece] : []))
  return spoken.length === 0 ? null : { zh, en: sentenceCase(spoken.join('; ')), enBasis: 'composed' }
}

/** Empty for a slogan, null where it is not covered. */
function composePiece(zh: string): string | null {
  const slogan = termsInUse().find(zh, 'heading')
  if (slogan) return slogan.en
  const noun = composePhrase(zh, 'many') ?? composeOrganisation(zh)
  return noun?.en ?? verbAndObject(zh)
}

export function verbAndObject(zh: string): string | null {
  for (let size = Math.min(zh.length - 1, 6); size > 0; size--) {
    const verb = termsInUse().find(zh.slice(0, size), 'verb')
    const object = verb ? composePhrase(zh.slice(size).replace(/^了/u, ''), 'many') : null
    if (verb && object) return `${gerund(verb.en)} ${object.en}`
  }
  return null
}

/** [Tongren Women's Federation: response to COVID-19, February 2020]: a title supplied by us, as cataloguers mark it. */
export function suppliedTitle(zh: string, organisation: string, day: string | null, subject: string): Text {
  const when = day === null ? '' : `, ${monthNames[Number(day.slice(5, 7)) - 1]} ${day.slice(0, 4)}`
  const about = organisation === '' ? sentenceCase(subject) : `${organisation}: ${subject}`
  return { zh, en: `[${about}${when}]`, enBasis: 'composed' }
}

/** [Publicity]: what a section is about, where its heading is not covered. */
export function suppliedHeading(zh: string, categories: readonly string[], lens: Lens): Text {
  const counts = new Map<string, number>()
  for (const category of categories) counts.set(category, (counts.get(category) ?? 0) + 1)
  const [most] = [...counts].sort((a, b) => b[1] - a[1])
  const id = cueCategory(zh, lens) ?? most?.[0]
  const label = lens.categories.find((category) => category.id === id)?.label.en ?? 'Section'
  return { zh, en: `[${label}]`, enBasis: 'composed' }
}

function cueCategory(zh: string, lens: Lens): string | undefined {
  return lens.categories.find(({ cues }) => cues.some((cue) => cue.length > 1 && zh.includes(cue)))?.id
}
