import { createHash } from 'node:crypto'
import { type Briefing, type Glossary, isUntranslated, type SimilarUnit, type Text } from '../../model/index.js'
import { type TextKind, textsOf } from '../texts.js'

/** One text or word of a briefing, for people to see and correct. */
export interface ExchangeUnit {
  /** Of use and source: the same text has the same id in every file. */
  id: string
  kind: TextKind | 'term'
  /** `text`, or the part of speech of a word. */
  use: string
  zh: string
  /** Empty where nothing says it in English. */
  en: string
  basis: Text['enBasis']
  /** For people: where it stands, what stands there now. */
  remarks: string[]
  similar: SimilarUnit[]
}

const nouns = new Set<Text['enBasis']>(['pinyin', 'dictionary'])

/** Everything of a briefing that has English, or should have: each text and word once, in its order. */
export function unitsOf(briefing: Briefing, glossary: (zh: string) => Glossary): ExchangeUnit[] {
  const items = new Set(briefing.facts.map(({ item }) => item.zh))
  // What is counted is told as a noun, which is right in labels and sentences.
  const texts = textsOf(briefing).filter(
    ({ text, kind }) => /\p{Script=Han}/u.test(text.zh) && !(kind === 'label' && items.has(text.zh)),
  )
  const sentences = sentencesByStatement(briefing)
  const units = texts.map(({ text, kind }) => textUnit(text, kind, sentences.get(text.zh)))
  const words = [
    ...termsIn(
      texts.map(({ text }) => text.zh),
      glossary,
    ),
    ...unknownNouns(briefing),
  ]
  const seen = new Set(units.map(({ id }) => id))
  return [...units, ...words.filter(({ id }) => !seen.has(id) && seen.add(id))]
}

function textUnit(text: Text, kind: TextKind, sentence: string | undefined): ExchangeUnit {
  const open = isUntranslated(text)
  const use = kind === 'name' ? 'name' : 'text'
  const remarks = [
    ...(sentence === undefined || sentence === text.zh ? [] : [`In the article: ${sentence}`]),
    ...(open && text.en !== '' ? [`In its place stands: ${text.en}`] : []),
  ]
  return {
    id: unitId(use, text.zh),
    kind,
    use,
    zh: text.zh,
    en: open ? '' : text.en,
    basis: text.enBasis,
    remarks,
    similar: [],
  }
}

function sentencesByStatement({ facts }: Briefing): Map<string, string> {
  return new Map(facts.map(({ statement, evidence }) => [statement.zh, evidence.sentence]))
}

function termsIn(texts: readonly string[], glossary: (zh: string) => Glossary): ExchangeUnit[] {
  return texts.flatMap((zh) => glossary(zh).terms.map((term) => wordUnit(term.zh, term.use, term.en, 'terms')))
}

/** What is counted and no term covers. */
function unknownNouns({ facts }: Briefing): ExchangeUnit[] {
  return facts.flatMap(({ item }) => (nouns.has(item.enBasis) ? [wordUnit(item.zh, 'noun', '', item.enBasis)] : []))
}

function wordUnit(zh: string, use: string, en: string, basis: Text['enBasis']): ExchangeUnit {
  const remarks = [use === 'noun' ? 'A noun: its English in the singular, small letters.' : `Used as: ${use}.`]
  return { id: unitId(use, zh), kind: 'term', use, zh, en, basis, remarks, similar: [] }
}

/** `t-` and twelve hexadecimal digits: an XML name that only use and source decide. */
export function unitId(use: string, zh: string): string {
  return `t-${digest(`${use}\n${zh}`)}`
}

/** Tells whether an English text is still the one that was exported. */
export function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12)
}
