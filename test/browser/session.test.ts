import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, describe, expect, it, vi } from 'vitest'
import { openBrowser } from '../../src/browser/index.js'

// A temporary folder of our own: others use the machine's.
const temporary = mkdtempSync(join(tmpdir(), 'jianbao-test-'))
process.env.TMPDIR = temporary
const session = await openBrowser({ printTimeout: 20_000 })
afterAll(async () => {
  await session.close()
  rmSync(temporary, { recursive: true, force: true })
})

const text = 'document.body.textContent'
const profiles = () => readdirSync(tmpdir()).filter((name) => name.startsWith('jianbao-browser-')).length

describe('profiles', () => {
  it('of killed processes are removed at the next start, those of living ones are not', async () => {
    vi.resetModules()
    const { makeProfile, sweepProfiles } = await import('../../src/browser/profile.js')
    const living = await makeProfile()
    const { pid } = spawnSync(process.execPath, ['-e', '0'])
    const dead = living.replace(`-${process.pid}-`, `-${pid}-`)
    mkdirSync(join(dead, 'Default'), { recursive: true })
    await sweepProfiles()
    expect([existsSync(living), existsSync(dead)]).toEqual([true, false])
    rmSync(living, { recursive: true })
  })
})

describe('a browser session', () => {
  it('lends a page that can print', async () => {
    const pdf = await session.withPage(async ({ page }) => {
      await page.setContent('<p>你好')
      return page.pdf()
    })
    expect(Buffer.from(pdf.subarray(0, 5)).toString()).toBe('%PDF-')
  })

  it('says which browser it is', async () => {
    const { path, version, origin } = await session.info()
    expect(existsSync(path)).toBe(true)
    expect(version).toMatch(/\d+\.\d+/)
    expect(['named', 'machine', 'bundled', 'downloaded']).toContain(origin)
  })

  it('lets no page reach the network or the disk, and says what it wanted', async () => {
    const refused = await session.withPage(async (lease) => {
      await lease.page.setContent(
        '<img src="http://127.0.0.1:9/a.png"><iframe src="http://169.254.169.254/"></iframe><img src="file:///etc/hosts">',
      )
      return [...lease.refused].sort()
    })
    expect(refused).toEqual(['file:///etc/hosts', 'http://127.0.0.1:9/a.png', 'http://169.254.169.254/'])
  })

  it('runs no script of a page', async () => {
    const shown = await session.withPage(async ({ page }) => {
      await page.setContent('<p>before</p><script>document.body.textContent = "after"</script>')
      return page.evaluate(text)
    })
    expect(shown).toContain('before')
  })

  it('lends an empty page each time', async () => {
    await session.withPage(({ page }) => page.setContent('<p>of the one before'))
    expect(await session.withPage(({ page }) => page.evaluate(text))).toBe('')
  })

  it('does not lend more pages at once than it may', async () => {
    let [now, most] = [0, 0]
    const use = () =>
      session.withPage(async ({ page }) => {
        most = Math.max(most, ++now)
        await page.setContent('<p>one of many')
        await sleep(150)
        now--
      })
    await Promise.all(Array.from({ length: 6 }, use))
    expect(most).toBe(2)
  })

  it('starts again after a crash and finishes what it was at', async () => {
    let tries = 0
    const shown = await session.withPage(async ({ page }) => {
      if (++tries === 1) await (await page.browser().target().createCDPSession()).send('Browser.crash')
      await page.setContent('<p>alive')
      return page.evaluate(text)
    })
    expect([tries, shown]).toEqual([2, 'alive'])
  })

  it('hands on the error of a use, and lives on', async () => {
    const failing = session.withPage(() => Promise.reject(new Error('mine')))
    await expect(failing).rejects.toThrow('mine')
    expect(await session.withPage(({ page }) => page.evaluate('1 + 1'))).toBe(2)
  })
})

describe('a browser session that ends', () => {
  it('gives a large page more time, unless the user says how much', async () => {
    await using patient = await openBrowser({})
    expect(patient.limitFor(26_000_000)).toBeGreaterThan(patient.limitFor(500_000) * 5)
    expect(session.limitFor(26_000_000)).toBe(20_000)
  })

  it('gives up on a page that does not finish', async () => {
    await using hasty = await openBrowser({ printTimeout: 300 })
    const endless = hasty.withPage(() => new Promise(() => undefined))
    await expect(endless).rejects.toMatchObject({ code: 'print-timeout', exitCode: 4 })
    await hasty.withPage(({ page }) => page.setContent('<p>on'))
  })

  it('stops with the reason of its signal', async () => {
    const controller = new AbortController()
    await using stopped = await openBrowser({ signal: controller.signal })
    const waiting = stopped.withPage(async ({ page }) => {
      setTimeout(() => controller.abort(new Error('enough')), 50)
      await page.evaluate('new Promise(() => undefined)')
    })
    await expect(waiting).rejects.toThrow('enough')
  })

  it('starts afresh after so many uses, and leaves no profile behind', async () => {
    const before = profiles()
    await using short = await openBrowser({ recycleAfter: 2 })
    const browsers = []
    for (let i = 0; i < 3; i++) browsers.push(await short.withPage(async ({ page }) => page.browser()))
    expect([browsers[0] === browsers[1], browsers[1] === browsers[2]]).toEqual([true, false])
    expect(profiles()).toBe(before + 1)
    await short.close()
    expect(profiles()).toBe(before)
    await expect(short.info()).rejects.toThrow('closed')
  })
})
