import { readFile } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import { displayed } from './config/find.js'
import { type GenerateOptions, type LoadedConfig, resolveOptions } from './config/index.js'
import { ExitCode, messageOf, UserError } from './errors.js'
import { glossaryOf } from './localise/index.js'
import { type TranslationMemory, TranslationState, type TranslationUnit, type UnitFilter } from './model/index.js'
import { writeWhole } from './output.js'
import { makeBriefing } from './pipeline.js'
import type { PipelineContext } from './steps.js'
import { openExistingTranslationMemory, openTranslationMemory } from './store/index.js'
import {
  type Conflict,
  ExchangeProblem,
  type ExchangeUnit,
  numberProblems,
  readTmx,
  readXliff,
  takeReturned,
  toTmx,
  toXliff,
  unitsOf,
} from './translate/index.js'

/** How near texts of the memory must be to be offered to a person. */
const offered = { least: 0.7, most: 3 }

/** Writes everything of the articles that has English, or should, as XLIFF 2.1. */
export async function exportTranslations(
  options: GenerateOptions,
  context: PipelineContext,
): Promise<{ file: string; units: number; open: number }> {
  const { briefing, vocabulary } = await makeBriefing(options, context)
  await using memory = options.store === undefined ? null : await openExistingTranslationMemory(options.store)
  const units: ExchangeUnit[] = []
  for (const unit of unitsOf(briefing, (zh) => glossaryOf(zh, vocabulary))) {
    const similar = memory && unit.en === '' && unit.use === 'text' ? await memory.similar(unit.zh, offered) : []
    units.push({ ...unit, similar })
  }
  await writeWhole(
    resolve(context.cwd, options.out),
    toXliff(units, briefing.sources.map(({ source }) => source.uri).join(' ')),
  )
  return { file: options.out, units: units.length, open: units.filter(({ en }) => en === '').length }
}

export interface ImportReport {
  /** Texts that went into the memory. */
  taken: number
  unchanged: number
  conflicts: Conflict[]
}

/** Puts what people changed or confirmed in an exported file into the memory. Throws a UserError (exit 3) where it is none. */
export async function importTranslations(
  file: string,
  { cwd, store, force, now }: { cwd: string; store: string; force: boolean; now: Date },
): Promise<ImportReport> {
  const returned = await readExchange(file, cwd, readXliff)
  await using memory = await openTranslationMemory(store)
  const { units, unchanged, conflicts } = await takeReturned(returned, { memory, date: now.toISOString(), force })
  await memory.put(units)
  return { taken: units.length, unchanged, conflicts }
}

/** Puts the pairs of a TMX file into the memory; a newer pair of the same origin stays. */
export async function importMemory(
  file: string,
  { cwd, store, now }: { cwd: string; store: string; now: Date },
): Promise<ImportReport> {
  const origin = `tmx:${basename(file)}`
  const read = await readExchange(file, cwd, (text) => readTmx(text, { origin, date: now.toISOString() }))
  await using memory = await openTranslationMemory(store)
  const report: ImportReport = { taken: 0, unchanged: 0, conflicts: [] }
  const units: TranslationUnit[] = []
  for (const { line, ...unit } of read) {
    const problems = unit.use === 'text' ? numberProblems(unit.source, unit.target) : []
    if (problems.length > 0) {
      const message = `${unit.source}: “${unit.target}”: ${problems.join(' ')}`
      report.conflicts.push({ line, kind: 'numbers', zh: unit.source, message })
    } else if (await isNews(unit, memory)) units.push(unit)
    else report.unchanged++
  }
  await memory.put(units)
  return { ...report, taken: units.length }
}

async function isNews(unit: TranslationUnit, memory: TranslationMemory): Promise<boolean> {
  const known = (await memory.find(unit.source, unit.use)).find(({ origin }) => origin === unit.origin)
  return !known || (known.date <= unit.date && (known.target !== unit.target || known.state !== unit.state))
}

/** The memory as TMX 1.4b, also written to `out` where that is given; what was refused has no target and is left out. */
export async function exportMemory(
  store: string,
  { cwd, out, version }: { cwd: string; out: string | undefined; version: string },
): Promise<{ text: string; units: number }> {
  const units = (await listMemory(store)).filter(({ target }) => target !== '')
  const text = toTmx(units, version)
  if (out !== undefined) await writeWhole(resolve(cwd, out), text)
  return { text, units: units.length }
}

/** What the memory holds; nothing where there is none yet. */
export async function listMemory(store: string, filter: UnitFilter = {}): Promise<TranslationUnit[]> {
  await using memory = await openExistingTranslationMemory(store)
  return memory ? await memory.list(filter) : []
}

/** Drops texts of the memory; how many. Throws a UserError (exit 2) where nothing says which. */
export async function forgetMemory(store: string, filter: UnitFilter): Promise<number> {
  if (Object.values(filter).every((value) => value === undefined)) {
    throw new UserError({
      code: 'nothing-named',
      exitCode: ExitCode.usage,
      message: 'Nothing says what is to be forgotten.',
      next: ['Name a part of the text, or --state, or --origin.'],
    })
  }
  await using memory = await openExistingTranslationMemory(store)
  return memory ? await memory.forget(filter) : 0
}

/** The options of an export: those of a briefing, with the file to write. */
export function exportOptions(
  flags: { sources: string[]; out: string; lens: string | undefined; translate: string | undefined },
  loaded: LoadedConfig,
  cwd: string,
): GenerateOptions {
  return { ...resolveOptions({ ...flags, format: 'json' }, loaded, cwd), out: flags.out }
}

export const memoryStates: readonly TranslationState[] = TranslationState.options

async function readExchange<T>(file: string, cwd: string, read: (text: string) => T): Promise<T> {
  const path = resolve(cwd, file)
  const name = displayed(path, cwd)
  const problem = (message: string, cause: unknown): UserError =>
    new UserError({
      code: 'translation-file-invalid',
      exitCode: ExitCode.input,
      message: `${name} cannot be read: ${message}`,
      next: ['Check the path and the program that wrote it; docs/translating.md tells what is read.'],
      cause,
    })
  const bytes = await readFile(path).catch((cause: unknown) => {
    throw problem(messageOf(cause), cause)
  })
  try {
    return read(decoded(bytes))
  } catch (error) {
    throw error instanceof ExchangeProblem ? problem(error.message, error) : error
  }
}

/** TMX of older tools is UTF-16. */
function decoded(bytes: Uint8Array): string {
  const [first, second] = bytes
  const encoding =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8'
  return new TextDecoder(encoding).decode(bytes)
}
