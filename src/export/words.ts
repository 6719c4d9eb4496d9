import { approximationMark, digits, renderDate, renderSpan } from '../language/render.js'
import type { Approximation, FactTime, Language, Text } from '../model/index.js'

type Bilingual = Pick<Text, 'zh' | 'en'>

/** A text in the languages asked for, in their order; where it has none of them, in the one it has. */
export function inLanguages({ zh, en }: Bilingual, languages: readonly Language[], between = ' '): string {
  const text = { zh, en }
  const all = [...new Set(languages.map((language) => text[language]).filter(Boolean))]
  return all.join(between) || zh || en
}

/** `≥ 300` as it stands in tables: mark, value, upper bound. */
export function amount(quantity: { value: number; upper: number | null; approximation: Approximation }): string {
  const { value, upper, approximation } = quantity
  return `${approximationMark(approximation)}${digits(value)}${upper === null ? '' : `–${digits(upper)}`}`
}

export function timeWords({ kind, asOf, from, basis }: FactTime): Bilingual {
  const inferred = basis === 'inferred'
  if (kind === 'asOf')
    return { zh: `截至${renderDate(asOf, 'zh', inferred)}`, en: `as of ${renderDate(asOf, 'en', inferred)}` }
  const start = kind === 'span' ? from : null
  return { zh: renderSpan(start, asOf, 'zh', inferred), en: renderSpan(start, asOf, 'en', inferred) }
}

/** A name where the sources give none. */
export function organisationName({ zh, en }: Bilingual, number: number): Bilingual {
  return zh || en ? { zh, en } : { zh: `未具名组织（${number}）`, en: `Unnamed organisation (${number})` }
}
