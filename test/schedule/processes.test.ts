import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { type Edition, openEditionStore } from '../../src/store/index.js'
import { compiled } from './compiled.js'

let folder = ''
let children: ChildProcess[] = []
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jianbao-processes-'))
})
afterEach(() => {
  for (const child of children) child.kill('SIGKILL')
  children = []
  rmSync(folder, { recursive: true, force: true })
})

const schedule = `{ name: 'weekly', cron: '0 8 * * 1', timeZone: 'Asia/Shanghai', out: '{name}-{date}.txt', catchUp: 'latest', attempts: 3 }`
const store = (): string => join(folder, 'editions.sqlite')
const log = (): string[] =>
  existsSync(join(folder, 'log')) ? readFileSync(join(folder, 'log'), 'utf8').trim().split('\n') : []

/** A process of its own that runs `body` with the schedule room at hand; it makes an edition in `makeMs`. */
function start(body: string, makeMs: number): ChildProcess {
  const door = (room: string): string => JSON.stringify(pathToFileURL(join(compiled(), room, 'index.js')).href)
  const script = `
    import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
    import { setTimeout as sleep } from 'node:timers/promises'
    import { runDaemon, tick } from ${door('schedule')}
    import { openEditionStore } from ${door('store')}
    const folder = ${JSON.stringify(folder)}
    const log = (line) => appendFileSync(folder + '/log', line + '\\n')
    const make = async ({ date, out, signal }) => {
      log('begin ' + date)
      await sleep(${makeMs}, undefined, { signal })
      writeFileSync(out, process.pid + '\\n')
      log('end ' + date)
      return { sources: [], outputs: [{ path: out, digest: 'sha256:' + '0'.repeat(64), bytes: 1, pages: null }] }
    }
    const tickAt = async (now) => {
      const store = await openEditionStore(${JSON.stringify(store())})
      return tick({ schedules: [${schedule}], store, folder, make, now: new Date(now), clock: () => new Date() })
    }
    ${body}`
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] })
  children.push(child)
  return child
}

async function output(child: ChildProcess): Promise<string> {
  let text = ''
  child.stdout?.on('data', (data: Buffer) => {
    text += data.toString()
  })
  await once(child, 'close')
  return text.trim()
}

async function until(condition: () => boolean): Promise<void> {
  for (let waited = 0; !condition(); waited += 10) {
    if (waited > 40_000) throw new Error(`waited in vain; the log says ${log().join(' | ')}`)
    await sleep(10)
  }
}

async function editions(): Promise<Edition[]> {
  await using opened = await openEditionStore(store())
  return await opened.list({ limit: 99 })
}

const seen = `await tickAt('2026-02-27T00:00:00Z')`
const due = `console.log((await tickAt('2026-03-02T00:00:00Z')).results.map(({ status }) => status).join())`

it('makes one edition of ten ticks that begin together, on a store that is not there yet', async () => {
  const gate = join(folder, 'gate')
  const body = `log('ready'); while (!existsSync(${JSON.stringify(gate)})) await sleep(2); ${seen}; ${due}`
  const outputs = Array.from({ length: 10 }, () => output(start(body, 300)))
  await until(() => log().length === 10)
  writeFileSync(gate, '')
  const statuses = (await Promise.all(outputs)).sort()
  expect(statuses.filter((status) => status === 'made')).toHaveLength(1)
  expect(statuses.filter((status) => status !== 'made' && status !== 'held' && status !== '')).toEqual([])
  expect(log().filter((line) => line !== 'ready')).toEqual(['begin 2026-03-02', 'end 2026-03-02'])
  expect(await editions()).toMatchObject([{ state: 'made', attempts: 1 }])
})

it('makes the edition at the next tick when the process that made it was killed', async () => {
  const killed = start(`${seen}; ${due}`, 60_000)
  await until(() => log().includes('begin 2026-03-02'))
  killed.kill('SIGKILL')
  await once(killed, 'close')
  expect(await editions()).toMatchObject([{ state: 'claimed', claimedBy: { pid: killed.pid } }])
  expect(await output(start(due, 1))).toBe('made')
  expect(await editions()).toMatchObject([{ state: 'made', attempts: 2, out: join(folder, 'weekly-2026-03-02.txt') }])
})

/** A daemon whose clock starts a second before the slot; `configuration` is read at the start and on SIGHUP. */
const daemon = (makeMs: number): ChildProcess => {
  appendFileSync(join(folder, 'configuration'), schedule)
  return start(
    `${seen}
    const started = Date.now()
    const [stop, abort] = [new AbortController(), new AbortController()]
    process.on('SIGTERM', () => { log('SIGTERM'); if (stop.signal.aborted) abort.abort(new Error('SIGTERM')); stop.abort() })
    await runDaemon({
      load: async () => ({ schedules: [eval('(' + readFileSync(folder + '/configuration', 'utf8') + ')')], store: ${JSON.stringify(store())}, folder, make }),
      clock: () => new Date(Date.parse('2026-03-01T23:59:59.000Z') + Date.now() - started),
      log,
      stop: stop.signal,
      abort: abort.signal,
      onReload: (listener) => process.on('SIGHUP', listener),
    })`,
    makeMs,
  )
}

it('wakes when a slot comes due, finishes the running edition when told to stop, and stops', async () => {
  const child = daemon(400)
  await until(() => log().includes('begin 2026-03-02'))
  child.kill('SIGTERM')
  expect((await once(child, 'close'))[0]).toBe(0)
  expect(log()[0]).toBe('1 schedule, next: weekly 2026-03-02T08:00:00+08:00')
  expect(log().join('\n')).toMatch(/weekly 2026-03-02T08:00:00\+08:00 made weekly-2026-03-02.txt in 0\.\d s\nstopped$/)
  expect(await editions()).toMatchObject([{ state: 'made' }])
})

it('leaves the edition to the next one when it is told to stop twice', async () => {
  const child = daemon(60_000)
  await until(() => log().includes('begin 2026-03-02'))
  child.kill('SIGTERM')
  await until(() => log().includes('SIGTERM'))
  child.kill('SIGTERM')
  await once(child, 'close')
  expect(await editions()).toMatchObject([{ state: 'failed', attempts: 0, error: { code: 'interrupted' } }])
  expect(await output(start(due, 1))).toBe('made')
})

it('reads its configuration again on SIGHUP, and keeps the old one where the new one is broken', async () => {
  const child = daemon(1)
  await until(() => log().includes('end 2026-03-02'))
  writeFileSync(join(folder, 'configuration'), 'broken(')
  child.kill('SIGHUP')
  await until(() => log().some((line) => line.startsWith('the configuration stays as it was')))
  writeFileSync(join(folder, 'configuration'), schedule.replace('0 8 * * 1', '0 9 * * 1'))
  child.kill('SIGHUP')
  await until(() => log().includes('configuration read again: 1 schedule, next: weekly 2026-03-02T09:00:00+08:00'))
  child.kill('SIGTERM')
  expect((await once(child, 'close'))[0]).toBe(0)
})
