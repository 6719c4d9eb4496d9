import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Lexicon } from '../language/lexicon.js'
import { resourcePath } from '../resources.js'
import { parseCsv } from './csv.js'

/**
 * What a term does in a sentence. `noun`; `adjective` (before a noun); `after` (behind it: 全市 → across the city);
 * `verb` (English base form); `dropped` (says nothing in English: 广大); `title` (a post); `kind` (what an organisation
 * is: 妇联); `organ` (a part of one: 办公厅); `name` (a proper name that stands as it is); `unit` (a measure word);
 * `place`; `people` (an ethnic group); `heading` (a whole headline or section heading).
 */
export type PartOfSpeech =
  | 'noun'
  | 'adjective'
  | 'after'
  | 'verb'
  | 'dropped'
  | 'title'
  | 'kind'
  | 'organ'
  | 'name'
  | 'unit'
  | 'place'
  | 'people'
  | 'heading'

export const partsOfSpeech: readonly PartOfSpeech[] = [
  'noun',
  'adjective',
  'after',
  'verb',
  'dropped',
  'title',
  'kind',
  'organ',
  'name',
  'unit',
  'place',
  'people',
  'heading',
]

export interface Term {
  zh: string
  en: string
  pos: PartOfSpeech
  /** Nouns: the plural, `-` uncountable, empty regular. Verbs: `past|participle` where irregular. Units: how it reads. */
  forms: string
  note?: string
  domain: string
}

export interface TermBase {
  /** All readings of a Chinese word, in file order. */
  get(zh: string): readonly Term[]
  find(zh: string, ...pos: PartOfSpeech[]): Term | undefined
  /** The words that begin at `at` of a text, longest first. */
  wordsAt(text: string, at: number): readonly string[]
  all(): Iterable<Term>
  readonly longest: number
}

export const columns = ['zh', 'en', 'pos', 'forms', 'note', 'domain']

/** Reads one CSV of terms; the first row names the columns. */
export function parseTerms(csv: string): Term[] {
  const [header, ...rows] = parseCsv(csv)
  const at = Object.fromEntries(columns.map((column) => [column, header?.indexOf(column) ?? -1]))
  return rows.map((row) => {
    const cell = (column: string): string => row[at[column] ?? -1]?.trim() ?? ''
    return {
      zh: cell('zh'),
      en: cell('en'),
      pos: cell('pos') as PartOfSpeech,
      forms: cell('forms'),
      ...(cell('note') && { note: cell('note') }),
      domain: cell('domain'),
    }
  })
}

export function termBase(terms: Iterable<Term>): TermBase {
  const byWord = new Map<string, Term[]>()
  let longest = 1
  for (const term of terms) {
    const readings = byWord.get(term.zh)
    if (readings) readings.push(term)
    else byWord.set(term.zh, [term])
    longest = Math.max(longest, term.zh.length)
  }
  const none: readonly Term[] = []
  let words: Lexicon | undefined
  return {
    longest,
    get: (zh) => byWord.get(zh) ?? none,
    find: (zh, ...pos) => byWord.get(zh)?.find((term) => pos.length === 0 || pos.includes(term.pos)),
    wordsAt(text, at) {
      words ??= new Lexicon(byWord.keys())
      return words.allAt(text, at)
    },
    *all() {
      for (const readings of byWord.values()) yield* readings
    },
  }
}

let shipped: Term[] | undefined

/** The terms that ship with the program (assets/terms/*.csv), read once. */
export function shippedTerms(): readonly Term[] {
  shipped ??= readFolder(resourcePath('assets', 'terms'))
  return shipped
}

function readFolder(folder: string): Term[] {
  const files = readdirSync(folder).filter((name) => name.endsWith('.csv'))
  return files.sort().flatMap((name) => parseTerms(readFileSync(join(folder, name), 'utf8')))
}
