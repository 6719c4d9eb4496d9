import { execFile } from 'node:child_process'
import {
  chownSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, describe, expect, it } from 'vitest'
import { bundledBrowser, bundledRunsHere } from '../../src/browser/bundled.js'
import { cacheFolders, isOwn, isPrivateFolder } from '../../src/browser/cache.js'
import { withLock } from '../../src/browser/lock.js'

const root = mkdtempSync(join(tmpdir(), 'jianbao-test-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))

describe.skipIf(!bundledRunsHere())('the browser that comes with npm ci', () => {
  it('is unpacked once, whole and in private, when several ask together', async () => {
    const env = { XDG_CACHE_HOME: join(root, 'cache') }
    mkdirSync(join(root, 'cache', 'jianbao', '.unpacking-killed'), { recursive: true })
    const found = await Promise.all(Array.from({ length: 4 }, () => bundledBrowser(env)))
    expect(new Set(found.map(({ path }) => path)).size).toBe(1)
    const [{ path, env: own } = { path: '', env: {} as Record<string, string> }] = found
    const { stdout } = await promisify(execFile)(path, ['--version'], { env: { ...process.env, ...own } })
    expect(stdout).toMatch(/Chromium \d+/)
    const folder = join(root, 'cache', 'jianbao')
    expect(statSync(folder).mode & 0o777).toBe(0o700)
    // Neither a lock nor a half-unpacked folder stays behind.
    expect(readdirSync(folder)).toEqual([expect.stringMatching(/^chromium-[\d.]+$/)])
    expect(own.LD_LIBRARY_PATH).toContain(folder)
  })
})

describe('a lock', () => {
  it('lets one in after the other', async () => {
    const path = join(root, 'a.lock')
    const order: string[] = []
    const work = (name: string) =>
      withLock(path, async () => {
        order.push(`${name} in`)
        await new Promise((resolve) => setTimeout(resolve, 20))
        order.push(`${name} out`)
      })
    await Promise.all([work('a'), work('b')])
    expect(order.map((entry) => entry.split(' ')[1])).toEqual(['in', 'out', 'in', 'out'])
  })

  it('does not wait for a holder that was killed', async () => {
    const path = join(root, 'dead.lock')
    writeFileSync(path, '')
    const longAgo = new Date(Date.now() - 60_000)
    utimesSync(path, longAgo, longAgo)
    expect(await withLock(path, async () => 'done')).toBe('done')
  })
})

describe.skipIf(process.platform === 'win32')('a private folder', () => {
  it('is not one that somebody else may have prepared', async () => {
    mkdirSync(join(root, 'elsewhere'))
    symlinkSync(join(root, 'elsewhere'), join(root, 'link'))
    expect(await isPrivateFolder(join(root, 'link'))).toBe(false)
    mkdirSync(join(root, 'open'), { mode: 0o777 })
    expect(await isPrivateFolder(join(root, 'open'))).toBe(true)
    expect(statSync(join(root, 'open')).mode & 0o077).toBe(0)
  })

  it('stands in the home folder where the variable for it is empty, not in the folder of work', () => {
    expect(cacheFolders({ XDG_CACHE_HOME: '', HOME: '/home/li' })[0]).toBe('/home/li/.cache/jianbao')
  })

  it.skipIf(process.getuid?.() !== 0)('holds no browser of another user', async () => {
    const shared = join(root, 'shared')
    mkdirSync(shared)
    expect(await isOwn(shared)).toBe(true)
    chownSync(shared, 12_345, 12_345)
    expect(await isOwn(shared)).toBe(false)
  })
})
