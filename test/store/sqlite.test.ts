import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'libsql'
import { afterAll, describe, expect, it } from 'vitest'
import { isGone, openEditionStore, openExistingEditionStore, thisProcess } from '../../src/store/index.js'
import { editionStoreContract } from './contract.js'

const folder = mkdtempSync(join(tmpdir(), 'jianbao-store-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const shared = join(folder, 'contract')
editionStoreContract(
  'SQLite',
  () => openEditionStore(join(shared, 'editions.sqlite')),
  () => rm(shared, { recursive: true, force: true }),
)

describe('the SQLite file', () => {
  it('is made with its folder, and not by those who only look', async () => {
    const path = join(folder, 'new/folder/editions.sqlite')
    expect(await openExistingEditionStore(path)).toBeNull()
    await (await openEditionStore(path)).close()
    const store = await openExistingEditionStore(path)
    expect(await store?.list({ limit: 1 })).toEqual([])
    await store?.close()
  })

  it('is opened by many at the same moment', async () => {
    const path = join(folder, 'many.sqlite')
    const stores = await Promise.all(Array.from({ length: 8 }, () => openEditionStore(path)))
    expect(await Promise.all(stores.map((store) => store.list({ limit: 1 })))).toEqual(Array(8).fill([]))
    for (const store of stores) await store.close()
  })

  it('of a later version is left alone', async () => {
    const path = join(folder, 'later.sqlite')
    await (await openEditionStore(path)).close()
    const database = new Database(path)
    database.exec("INSERT INTO migrations VALUES (999, 'from the future')")
    database.close()
    await expect(openEditionStore(path)).rejects.toMatchObject({ code: 'store-newer', exitCode: 2 })
  })

  it('that is none is not overwritten', async () => {
    const path = join(folder, 'notes.txt')
    await writeFile(path, 'These are notes and no database. '.repeat(40))
    await expect(openEditionStore(path)).rejects.toMatchObject({ code: 'store-damaged', exitCode: 4 })
  })

  it('that cannot be written says what to do', async () => {
    const path = join(folder, 'a-file', 'editions.sqlite')
    await writeFile(join(folder, 'a-file'), '')
    await expect(openEditionStore(path)).rejects.toMatchObject({ code: 'store-not-usable', exitCode: 4 })
  })
})

describe('a claimant', () => {
  it('is gone once its process has ended', async () => {
    const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'])
    const theirs = { ...thisProcess(), pid: child.pid ?? 0, token: 'theirs' }
    expect(isGone(theirs)).toBe(false)
    child.kill('SIGKILL')
    await once(child, 'exit')
    expect(isGone(theirs)).toBe(true)
  })

  it('of another machine is never known to be gone', () => {
    expect(isGone({ ...thisProcess(), host: 'elsewhere', pid: 999_999_999 })).toBe(false)
  })

  it('is gone where its number is ours now', () => {
    expect(isGone(thisProcess())).toBe(false)
    expect(isGone({ ...thisProcess(), token: 'an earlier process' })).toBe(true)
  })
})
