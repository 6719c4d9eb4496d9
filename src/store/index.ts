import type { EditionStore } from './editions.js'
import { databaseExists, openDatabase } from './sqlite.js'
import { SqliteEditionStore } from './sqlite-editions.js'

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
