import type { Lens, Text } from '../model/index.js'
import { gerund, sentenceCase } from './english.js'
import { composeOrganisation } from './organisations.js'
import { composePhrase } from './phrases.js'
import { shippedTerms } from './terms.js'

const months = 'January February March April May June July August September October November December'.split(' ')

/** A headline or section heading whose every part the terms cover; slogans among the parts are left out. Null else. */
export function composeHeading(zh: string): Text | null {
  const exact = shippedTerms().find(zh.trim(), 'heading')
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
  const slogan = shippedTerms().find(zh, 'heading')
  if (slogan) return slogan.en
  const noun = composePhrase(zh, 'many') ?? composeOrganisation(zh)
  return noun?.en ?? verbAndObject(zh)
}

function verbAndObject(zh: string): string | null {
  for (let size = Math.min(zh.length - 1, 6); size > 0; size--) {
    const verb = shippedTerms().find(zh.slice(0, size), 'verb')
    const object = verb ? composePhrase(zh.slice(size).replace(/^了/u, ''), 'many') : null
    if (verb && object) return `${gerund(verb.en)} ${object.en}`
  }
  return null
}

/** [Tongren Women's Federation: response to COVID-19, February 2020]: a title supplied by us, as cataloguers mark it. */
export function suppliedTitle(zh: string, organisation: string, day: string | null, lens: Lens): Text {
  const when = day === null ? '' : `, ${months[Number(day.slice(5, 7)) - 1]} ${day.slice(0, 4)}`
  const about = organisation === '' ? sentenceCase(lens.subject.en) : `${organisation}: ${lens.subject.en}`
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

/** A publication in 《》: its terms where they cover it, else its name in pinyin. */
export function documentText(zh: string, romanise: (text: string) => string): Text {
  const inner = zh.replace(/[《》]/gu, '')
  const exact = shippedTerms().find(inner, 'name', 'heading')
  if (exact && exact.en !== '') return { zh, en: exact.en, enBasis: 'terms' }
  const composed = composePhrase(inner, 'one')?.en ?? composeDocument(inner)
  if (composed) return { zh, en: sentenceCase(composed), enBasis: 'composed' }
  const name = inner.replace(/[“”"‘’]/gu, '')
  if (/^[\p{Script=Han}\w]{1,10}$/u.test(name)) return { zh, en: romanise(name), enBasis: 'pinyin' }
  return { zh, en: `[${documentKind(inner)}, original title in Chinese]`, enBasis: 'composed' }
}

/** A long title that the terms do not cover is told by its kind, the last word. */
function documentKind(zh: string): string {
  for (let size = 4; size > 1; size--) {
    const kind = shippedTerms().find(zh.slice(-size), 'noun')
    if (kind) return sentenceCase(kind.en)
  }
  return 'Document'
}

/** 关于…的通知 → Notice on …; 致…的一封信 → Open Letter to …. */
function composeDocument(zh: string): string | null {
  const about =
    /^关于(?:印发|做好|加强|开展|进一步)*(.+?)的?(通知|倡议书|意见|方案|报告|公告|通告|建议|决定|提案)$/u.exec(zh)
  if (about) return joinedTitle(about[2] ?? '', 'on', about[1] ?? '')
  const letter = /^致(.+?)的?(一封信|公开信|倡议书|慰问信|感谢信)$/u.exec(zh)
  if (letter) return joinedTitle(letter[2] ?? '', 'to', letter[1] ?? '')
  const heading = composeHeading(zh)
  return heading === null ? null : heading.en
}

function joinedTitle(kind: string, preposition: string, object: string): string | null {
  const head = composePhrase(kind, 'one')
  const what =
    composePhrase(object, 'many') ?? (verbAndObject(object) === null ? null : { en: verbAndObject(object) ?? '' })
  return head && what ? `${sentenceCase(head.en)} ${preposition} ${what.en}` : null
}
