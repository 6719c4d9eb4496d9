import type { TranslationMemory } from '../model/index.js'
import type { EditionStore } from './editions.js'
import { databaseExists, openDatabase } from './sqlite.js'
import { SqliteEditionStore } from './sqlite-editions.js'
import { SqliteTranslationMemory } from './sqlite-memory.js'

export { isGone, thisProcess } from './claimant.js'
export type * from './editions.js'

/** Opens the record of editions, a SQLite file; it is made where it is missing. Throws a UserError. */
export async function openEditionStore(path: string): Promise<EditionStore> {
  return new SqliteEditionStore(await openDatabase(path), path)
}

/** For commands that only look: null where there is no record yet. */
export async function openExistingEditionStore(path: string): Promise<EditionStore | null> {
  return databaseExists(path) ? await openEditionStore(path) : null
}

/** Opens the translation memory in the same file; it is made where it is missing. Throws a UserError. */
export async function openTranslationMemory(path: string): Promise<TranslationMemory & AsyncDisposable> {
  return new SqliteTranslationMemory(await openDatabase(path), path)
}

/** Null where there is no file yet. */
export async function openExistingTranslationMemory(
  path: string,
): Promise<(TranslationMemory & AsyncDisposable) | null> {
  return databaseExists(path) ? await openTranslationMemory(path) : null
}
