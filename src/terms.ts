import { existsSync, readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { collect } from './collect/index.js'
import { displayed } from './config/find.js'
import { dictionaryFile, findDictionary, findTermFiles, type TermLayer, termFolder } from './config/term-files.js'
import { ExitCode, messageOf, UserError } from './errors.js'
import {
  isDictionary,
  parseTbx,
  parseTerms,
  shippedTerms,
  type Term,
  termProblem,
  termsToCsv,
  termsToTbx,
  type Vocabulary,
  vocabularyOf,
} from './localise/index.js'
import { writeWhole } from './output.js'

export { partsOfSpeech } from './localise/index.js'

export type Layer = TermLayer | 'shipped'
export type TermFormat = 'csv' | 'tbx'

/** A term and where it stands. */
export interface PlacedTerm extends Term {
  layer: Layer
  /** Null for one that ships. */
  file: string | null
}

/**
 * What English is built from in a folder: `corrected` terms first, then the project's, the user's and those that ship,
 * and the dictionary that was imported. Throws where a file cannot be used.
 */
export async function vocabularyFor(cwd: string, corrected: readonly Term[] = []): Promise<Vocabulary> {
  const dictionary = findDictionary(cwd)
  const read = dictionary === null ? null : () => readFileSync(dictionary, 'utf8')
  return vocabularyOf([...corrected, ...(await ownTerms(cwd))], read)
}

/** Terms of all layers, the project's first; `query` is part of the Chinese or the English. */
export async function listTerms(
  cwd: string,
  { query, layer }: { query?: string; layer?: Layer } = {},
): Promise<PlacedTerm[]> {
  const shipped = shippedTerms().map((term) => ({ ...term, layer: 'shipped' as const, file: null }))
  const wanted = query?.toLowerCase() ?? ''
  return [...(await ownTerms(cwd)), ...shipped].filter(
    (term) =>
      (layer === undefined || term.layer === layer) &&
      (term.zh.includes(wanted) || term.en.toLowerCase().includes(wanted)),
  )
}

/** Adds a term to `terms.csv` of a layer, in place of one with the same Chinese and part of speech. */
export async function addTerm(term: Term, layer: TermLayer, cwd: string): Promise<{ file: string; replaced: boolean }> {
  refuse([term], () => 'the term')
  const file = join(termFolder(layer, cwd), 'terms.csv')
  const replaced = await putTerms([term], file, cwd)
  return { file: displayed(file, cwd), replaced: replaced > 0 }
}

/** Puts terms into a file of a layer, in place of those with the same Chinese and part of speech; how many these were. */
async function putTerms(terms: readonly Term[], file: string, cwd: string): Promise<number> {
  const before = existsSync(file) ? await readTerms(file, cwd) : []
  const put = new Set(terms.map(keyOf))
  const others = before.filter((term) => !put.has(keyOf(term)))
  await writeWhole(file, termsToCsv([...others, ...terms]))
  return before.length - others.length
}

/**
 * Copies the terms of a CSV or TBX file into a layer, under its own name: those that stand there already and are not in
 * it stay. A dictionary (CC-CEDICT, plain or .gz) is copied too.
 */
export async function importTerms(
  from: string,
  layer: TermLayer,
  cwd: string,
): Promise<{ file: string; terms: number }> {
  const dictionary = await readDictionary(resolve(cwd, from))
  if (dictionary !== null) return await importDictionary(dictionary, layer, cwd)
  const terms = await readTerms(resolve(cwd, from), cwd)
  const file = join(termFolder(layer, cwd), `${basename(from).replace(/\.\w+$/, '')}.csv`)
  await putTerms(terms, file, cwd)
  return { file: displayed(file, cwd), terms: terms.length }
}

/** The text of a dictionary; null where the file is none, or cannot be read. Throws where its archive is damaged. */
async function readDictionary(path: string): Promise<string | null> {
  if (!/\.(?:u8|txt|gz)$/i.test(path)) return null
  const bytes = await readFile(path).catch(() => null)
  if (bytes === null) return null
  const text = (bytes[0] === 0x1f && bytes[1] === 0x8b ? unpacked(bytes, path) : bytes).toString('utf8')
  return isDictionary(text) ? text : null
}

/** CC-CEDICT has 10 MB; what is many times larger is no dictionary. */
const largestDictionary = 200_000_000

function unpacked(bytes: Buffer, path: string): Buffer {
  try {
    return gunzipSync(bytes, { maxOutputLength: largestDictionary })
  } catch (cause) {
    throw unusable(`cannot be unpacked: ${messageOf(cause)}`, path, cause)
  }
}

async function importDictionary(text: string, layer: TermLayer, cwd: string): Promise<{ file: string; terms: number }> {
  const file = dictionaryFile(layer, cwd)
  await writeWhole(file, text)
  const entries = text.split('\n').filter((line) => /^[^#\s]/.test(line)).length
  return { file: displayed(file, cwd), terms: entries }
}

/** The terms as one text, also written to `out` where that is given. */
export async function exportTerms(
  cwd: string,
  { format, layer, out }: { format: TermFormat; layer?: Layer; out?: string },
): Promise<{ text: string; terms: number }> {
  const terms = await listTerms(cwd, layer === undefined ? {} : { layer })
  const text = format === 'tbx' ? termsToTbx(terms) : termsToCsv(terms)
  if (out !== undefined) await writeWhole(resolve(cwd, out), text)
  return { text, terms: terms.length }
}

interface TermConflict {
  zh: string
  /** `twice`: one layer says two things; `overrides`: said otherwise than in a layer below; `same`: says nothing new. */
  kind: 'twice' | 'overrides' | 'same'
  message: string
}

export interface TermReport {
  terms: number
  conflicts: TermConflict[]
  /** Own terms that no given article holds; null where none was given. */
  unused: string[] | null
}

/** What is wrong with the own terms: contradictions, what is said already, and what the articles never need. */
export async function checkTerms(cwd: string, sources: readonly string[]): Promise<TermReport> {
  const own = await ownTerms(cwd)
  const seen = new Map<string, PlacedTerm>()
  for (const term of await listTerms(cwd, { layer: 'shipped' })) if (!seen.has(keyOf(term))) seen.set(keyOf(term), term)
  const conflicts: TermConflict[] = []
  for (const term of [...own].reverse()) {
    const other = seen.get(keyOf(term))
    if (other) conflicts.push(conflict(term, other))
    seen.set(keyOf(term), term)
  }
  const texts = sources.length === 0 ? null : await collect([...sources], { cwd })
  const unused =
    texts && own.filter(({ zh }) => !texts.some(({ source }) => source?.text.includes(zh))).map(({ zh }) => zh)
  return { terms: own.length, conflicts: conflicts.reverse(), unused }
}

function conflict(term: PlacedTerm, other: PlacedTerm): TermConflict {
  const where = other.layer === 'shipped' ? 'the terms that ship' : (other.file ?? '')
  const said = `${term.zh} (${term.pos}) in ${term.file}: “${term.en}”`
  if (term.en === other.en && term.forms === other.forms) {
    return { zh: term.zh, kind: 'same', message: `${said} stands in ${where} already` }
  }
  const kind = term.layer === other.layer ? 'twice' : 'overrides'
  return { zh: term.zh, kind, message: `${said}, “${other.en}” in ${where}; the first is used` }
}

function keyOf({ zh, pos }: Term): string {
  return `${pos} ${zh}`
}

async function ownTerms(cwd: string): Promise<PlacedTerm[]> {
  const files = await findTermFiles(cwd)
  const read = await Promise.all(
    files.map(async ({ layer, path }) => {
      const file = displayed(path, cwd)
      return (await readTerms(path, cwd)).map((term) => ({ ...term, layer, file }))
    }),
  )
  return read.flat()
}

/** Terms of one file by its ending. Throws a UserError (exit 2) that names the file and the term that cannot be used. */
async function readTerms(path: string, cwd: string): Promise<Term[]> {
  const file = displayed(path, cwd)
  const text = await readFile(path, 'utf8').catch((cause) => {
    throw new UserError({
      code: 'terms-not-found',
      exitCode: ExitCode.usage,
      message: `${file} cannot be read: ${messageOf(cause)}`,
      next: ['Check the path.'],
      cause,
    })
  })
  const terms = parsed(text, file)
  refuse(terms, (index) => `${file}, term ${index + 1}`)
  return terms
}

function parsed(text: string, file: string): Term[] {
  try {
    return /\.tbx$/i.test(file) ? parseTbx(text) : parseTerms(text)
  } catch (cause) {
    throw unusable(messageOf(cause), file, cause)
  }
}

/** Throws where a term cannot be used. */
function refuse(terms: readonly Term[], placeOf: (index: number) => string): void {
  for (const [index, term] of terms.entries()) {
    const problem = termProblem(term)
    if (problem !== null) throw unusable(problem, placeOf(index))
  }
}

function unusable(problem: string, where: string, cause?: unknown): UserError {
  return new UserError({
    code: 'terms-invalid',
    exitCode: ExitCode.usage,
    message: `${where}: ${problem}`,
    next: ['Mend it; docs/terms.md tells the columns.'],
    cause,
  })
}
