import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it, vi } from 'vitest'
import { candidates, openBrowser } from '../../src/browser/index.js'

const bundledRuns = process.platform === 'linux' && process.arch === 'x64'

const folders: string[] = []
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

function folderWith(...names: string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'jianbao-test-'))
  folders.push(folder)
  for (const name of names) {
    const path = join(folder, name)
    mkdirSync(join(path, '..'), { recursive: true })
    writeFileSync(path, '#!/bin/sh\necho "error: this is no browser" >&2\nexit 7\n')
    chmodSync(path, 0o755)
  }
  return folder
}

async function first(named: string | undefined, env: NodeJS.ProcessEnv) {
  for await (const candidate of candidates(named, env)) return candidate
  return undefined
}

describe.skipIf(process.platform === 'win32')('finding a browser', () => {
  it('takes what is named before anything else', async () => {
    const folder = folderWith('mine', 'chrome-headless-shell')
    const path = join(folder, 'mine')
    expect(await first(path, { PATH: folder })).toMatchObject({ origin: 'named', path })
    expect(await first(undefined, { PATH: folder, JIANBAO_BROWSER: path })).toMatchObject({ origin: 'named', path })
    expect(await first(undefined, { PATH: folder, PUPPETEER_EXECUTABLE_PATH: path })).toMatchObject({ path })
  })

  it.skipIf(process.platform !== 'linux')('prefers a headless shell of the machine to a whole browser', async () => {
    const folder = folderWith('google-chrome', 'chromium-headless-shell')
    const found = await first(undefined, { PATH: folder })
    expect(found).toMatchObject({ origin: 'machine', path: join(folder, 'chromium-headless-shell') })
    expect(await first('chrome', { PATH: folder })).toMatchObject({ path: join(folder, 'google-chrome') })
  })

  it('finds what puppeteer has downloaded, the newest first', async () => {
    const shell = (version: string) => `chrome-headless-shell/linux-${version}/chrome-headless-shell-linux64`
    const cache = folderWith(
      `${shell('99.0.1.1')}/chrome-headless-shell`,
      `${shell('147.0.7727.5')}/chrome-headless-shell`,
    )
    const found = await first('downloaded', { PUPPETEER_CACHE_DIR: cache })
    expect(found?.path).toContain('147.0.7727.5')
  })

  it('names the slip when a channel is misspelt', async () => {
    await expect(first('chromium-headless-shel', {})).rejects.toMatchObject({ code: 'browser-not-found', exitCode: 4 })
    await expect(first('chrme', {})).rejects.toThrow('did you mean "chrome"?')
  })

  it('says how to get a browser where the one that is named does not start', async () => {
    const path = join(folderWith('broken'), 'broken')
    await using session = await openBrowser({ browser: path })
    const failure = await session.info().catch((error: unknown) => error)
    expect(failure).toMatchObject({ code: 'browser-not-found', exitCode: 4 })
    expect(String(failure)).toContain('this is no browser')
    expect((failure as { next: string[] }).next.join()).toContain('npx puppeteer browsers install')
  })

  it.skipIf(!bundledRuns)(
    'takes a downloaded one where ours cannot be unpacked, and says why where there is none',
    async () => {
      const cache = folderWith('chrome-headless-shell/linux-1/inner/chrome-headless-shell', 'no-folder')
      const nowhere = join(cache, 'no-folder')
      vi.stubEnv('TMPDIR', nowhere)
      try {
        const env = { PATH: '', XDG_CACHE_HOME: nowhere, PUPPETEER_CACHE_DIR: cache }
        expect(await first(undefined, env)).toMatchObject({ origin: 'downloaded' })
        await using session = await openBrowser({ env: { ...env, PUPPETEER_CACHE_DIR: join(cache, 'empty') } })
        const failure = await session.info().catch((error: unknown) => error)
        expect(failure).toMatchObject({ code: 'browser-not-found', exitCode: 4 })
        expect(String(failure)).toContain('no folder to unpack the browser into')
      } finally {
        vi.unstubAllEnvs()
      }
    },
  )

  it.skipIf(!bundledRuns)('passes over a broken browser of the machine', async () => {
    const folder = folderWith('chrome-headless-shell')
    await using session = await openBrowser({ env: { ...process.env, PATH: folder } })
    expect(await session.info()).toMatchObject({ origin: 'bundled' })
    expect(session.notes.map(({ code }) => code)).toContain('browser-unusable')
  })
})
