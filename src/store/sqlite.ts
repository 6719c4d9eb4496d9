import { existsSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type Libsql from 'libsql'
import { ExitCode, messageOf, UserError } from '../errors.js'
import { migrations } from './migrations.js'

export type Database = Libsql.Database

const busyTimeoutMs = 10_000

/**
 * Opens the SQLite file, makes it where it is missing, and brings its tables up to date.
 * Write-ahead log: readers and the one writer do not wait for each other. Throws a UserError.
 */
export async function openDatabase(path: string): Promise<Database> {
  const { default: Driver } = await import('libsql')
  try {
    await mkdir(dirname(path), { recursive: true })
    return await whenFree(() => {
      const database = new Driver(path, { timeout: busyTimeoutMs })
      try {
        database.pragma(`busy_timeout = ${busyTimeoutMs}`)
        database.pragma('journal_mode = WAL')
        migrate(database, path)
        return database
      } catch (error) {
        database.close()
        throw error
      }
    })
  } catch (cause) {
    throw unusable(path, cause)
  }
}

export function databaseExists(path: string): boolean {
  return existsSync(path)
}

/** Changing to the write-ahead log does not wait as other locks do: of several that begin together all but one try again. */
async function whenFree<T>(open: () => T): Promise<T> {
  for (const deadline = Date.now() + busyTimeoutMs; ; ) {
    try {
      return open()
    } catch (error) {
      if (!isBusy(error) || Date.now() > deadline) throw error
      await sleep(20)
    }
  }
}

function migrate(database: Database, path: string): void {
  const newest = migrations.at(-1)?.number ?? 0
  const applied = appliedMigration(database)
  if (applied > newest) throw newerStore(path)
  if (applied === newest) return
  database
    .transaction(() => {
      database.exec('CREATE TABLE IF NOT EXISTS migrations (number INTEGER PRIMARY KEY, name TEXT NOT NULL) STRICT')
      // Another process may have done it while this one waited for the lock.
      const done = appliedMigration(database)
      for (const { number, name, sql } of migrations.filter((migration) => migration.number > done)) {
        database.exec(sql)
        database.prepare('INSERT INTO migrations (number, name) VALUES (?, ?)').run(number, name)
      }
    })
    .immediate()
}

function appliedMigration(database: Database): number {
  const table = database.prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'migrations'").get()
  if (!table) return 0
  const row = database.prepare('SELECT max(number) AS newest FROM migrations').get() as { newest: number | null }
  return row.newest ?? 0
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && /^SQLITE_BUSY/.test(String((error as { code?: unknown }).code))
}

function newerStore(path: string): UserError {
  return new UserError({
    code: 'store-newer',
    exitCode: ExitCode.usage,
    message: `${path} was written by a newer jianbao.`,
    next: ['Use the jianbao that wrote it or a later one,', 'or name another file as `store:` in the configuration.'],
  })
}

/** Does the work; what the driver throws becomes something a user can mend. */
export function guarded<T>(path: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw isDriverError(error) ? unusable(path, error) : error
  }
}

function isDriverError(error: unknown): boolean {
  return error instanceof Error && error.name === 'SqliteError'
}

/** What the driver threw, as something a user can mend. */
function unusable(path: string, cause: unknown): UserError {
  if (cause instanceof UserError) return cause
  const [code, next] = isBusy(cause)
    ? ['store-busy', 'Another process has kept it locked for ten seconds: see which one, and try again.']
    : /NOTADB|not a database|malformed/i.test(`${(cause as { code?: unknown }).code} ${messageOf(cause)}`)
      ? ['store-damaged', 'It is no SQLite file: move it away (a new one is made), or name another as `store:`.']
      : ['store-not-usable', 'Make its folder writable, or name another file as `store:` in the configuration.']
  return new UserError({
    code: code ?? 'store-not-usable',
    exitCode: ExitCode.service,
    message: `The store ${path} cannot be used: ${messageOf(cause)}`,
    next: [next ?? ''],
    cause,
  })
}
