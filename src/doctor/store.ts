import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { messageOf } from '../errors.js'
import { openEditionStore } from '../store/index.js'
import { type Examination, failed, ok } from './report.js'

/** Opens a fresh record of editions: the database's binary is there and runs. */
export async function examineStore(): Promise<Examination> {
  let folder: string | undefined
  try {
    folder = await mkdtemp(join(tmpdir(), 'jianbao-doctor-'))
    await using _store = await openEditionStore(join(folder, 'editions.db'))
    return ok('store', 'SQLite opens')
  } catch (error) {
    return failed('store', `SQLite does not open (${messageOf(error)})`, [
      'install the packages again on this very system: npm ci',
    ])
  } finally {
    if (folder !== undefined) await rm(folder, { recursive: true, force: true })
  }
}
