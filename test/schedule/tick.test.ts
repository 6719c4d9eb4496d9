import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { UserError } from '../../src/errors.js'
import { type Make, type Schedule, type TickInput, type TickReport, tick } from '../../src/schedule/index.js'
import { type Edition, openEditionStore, thisProcess } from '../../src/store/index.js'

const folders: string[] = []
let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jianbao-tick-'))
  folders.push(folder)
})
afterAll(() => {
  for (const each of folders) rmSync(each, { recursive: true, force: true })
})

const weekly: Schedule = {
  name: 'weekly',
  cron: '0 8 * * 1',
  timeZone: 'Asia/Shanghai',
  out: '{name}-{date}.pdf',
  catchUp: 'latest',
  attempts: 3,
}
const seen = '2026-02-27T10:00:00+08:00'

/** Writes the file that it was told to, as the pipeline does. */
const writing: Make = async ({ schedule, date, out }) => {
  writeFileSync(out, `${schedule.name} of ${date}`)
  return { sources: [{ uri: 'a.txt', digest: `sha256:${'0'.repeat(64)}` }], outputs: [file(out)] }
}
const file = (path: string) => ({ path, digest: `sha256:${'1'.repeat(64)}`, bytes: 1, pages: 9 })

async function tickAt(
  now: string,
  { make = writing, ...more }: Partial<TickInput<Schedule>> & { schedules?: Schedule[] } = {},
): Promise<TickReport> {
  await using store = await openEditionStore(join(folder, 'editions.sqlite'))
  const clock = (): Date => new Date(now)
  return await tick({ schedules: [weekly], store, folder, make, now: clock(), clock, ...more })
}

async function editions(): Promise<Edition[]> {
  await using store = await openEditionStore(join(folder, 'editions.sqlite'))
  return await store.list({ limit: 99 })
}

const told = ({ results }: TickReport): string[] =>
  results.map(({ schedule, local, status }) => `${schedule} ${local.slice(0, 16)} ${status}`)

describe('a tick', () => {
  it('makes nothing of the time before a schedule was first seen', async () => {
    const report = await tickAt(seen)
    expect(report.results).toEqual([])
    expect(report.next).toEqual({ schedule: 'weekly', slot: '2026-03-02T00:00:00.000Z' })
  })

  it('makes the slot of the very minute in which a schedule is first seen', async () => {
    expect(told(await tickAt('2026-03-02T08:00:41+08:00'))).toEqual(['weekly 2026-03-02T08:00 made'])
  })

  it('makes a slot once, with the date of its zone, and records what was read and made', async () => {
    await tickAt(seen)
    expect(told(await tickAt('2026-03-02T08:00:00+08:00'))).toEqual(['weekly 2026-03-02T08:00 made'])
    expect(told(await tickAt('2026-03-02T08:01:00+08:00'))).toEqual([])
    expect(readFileSync(join(folder, 'weekly-2026-03-02.pdf'), 'utf8')).toBe('weekly of 2026-03-02')
    expect(await editions()).toMatchObject([
      { state: 'made', attempts: 1, sources: [{ uri: 'a.txt' }], outputs: [{ pages: 9 }], claimedBy: thisProcess() },
    ])
  })

  it('dates an edition by the day in the schedule’s zone, not by that of the machine', async () => {
    const dates: string[] = []
    const make: Make = async ({ date, out }) => {
      dates.push(date)
      return { sources: [], outputs: [file(out)] }
    }
    const evening = { ...weekly, cron: '0 20 * * *', timeZone: 'America/New_York' }
    await tickAt('2026-03-07T00:00:00Z', { schedules: [evening] })
    await tickAt('2026-03-08T06:00:00Z', { schedules: [evening], make })
    expect(dates).toEqual(['2026-03-07'])
  })
})

describe('slots that were missed', () => {
  const later = '2026-03-25T12:00:00+08:00'

  it('are made on return: the newest, and how many were left out is said', async () => {
    await tickAt(seen)
    const report = await tickAt(later)
    expect(told(report)).toEqual(['weekly 2026-03-23T08:00 made'])
    expect(report.results[0]?.missed).toBe(3)
    expect(told(await tickAt(later))).toEqual([])
  })

  it('are all made, oldest first, where that is asked for', async () => {
    const schedules = [{ ...weekly, catchUp: 'all' as const }]
    await tickAt(seen, { schedules })
    expect(told(await tickAt(later, { schedules }))).toEqual([
      'weekly 2026-03-02T08:00 made',
      'weekly 2026-03-09T08:00 made',
      'weekly 2026-03-16T08:00 made',
      'weekly 2026-03-23T08:00 made',
    ])
  })

  it('are not made where that is asked for', async () => {
    const schedules = [{ ...weekly, catchUp: 'none' as const }]
    await tickAt(seen, { schedules })
    expect(told(await tickAt(later, { schedules }))).toEqual([])
    expect(told(await tickAt('2026-03-30T08:20:00+08:00', { schedules }))).toEqual(['weekly 2026-03-30T08:00 made'])
  })

  it('do not come into being by changing the time of a schedule', async () => {
    await tickAt(seen)
    await tickAt('2026-03-02T08:00:00+08:00')
    const daily = [{ ...weekly, cron: '0 8 * * *' }]
    expect(told(await tickAt('2026-03-05T12:00:00+08:00', { schedules: daily }))).toEqual([])
    expect(told(await tickAt('2026-03-06T12:00:00+08:00', { schedules: daily }))).toEqual([
      'weekly 2026-03-06T08:00 made',
    ])
  })

  it('can be made by the time they had, before the schedule was first seen too, and bring no others along', async () => {
    await tickAt(seen)
    expect(told(await tickAt('2026-02-16T08:00:00+08:00'))).toEqual(['weekly 2026-02-16T08:00 made'])
    expect(told(await tickAt('2026-02-20T08:00:00+08:00'))).toEqual([])
    expect(told(await tickAt(seen))).toEqual([])
  })
})

describe('an edition that fails', () => {
  const failing: Make = async () => {
    throw new UserError({ code: 'no-article', exitCode: 3, message: 'no article was found', next: [] })
  }

  it('stops no other schedule', async () => {
    const schedules = [weekly, { ...weekly, name: 'second' }]
    await tickAt(seen, { schedules })
    const make: Make = (request) => (request.schedule.name === 'weekly' ? failing(request) : writing(request))
    const report = await tickAt('2026-03-02T08:00:00+08:00', { schedules, make })
    expect(told(report)).toEqual(['weekly 2026-03-02T08:00 failed', 'second 2026-03-02T08:00 made'])
    expect(report.results[0]?.error).toEqual({ code: 'no-article', message: 'no article was found', exitCode: 3 })
  })

  it('is tried again after a growing pause, then stays failed, and the next slot is made all the same', async () => {
    await tickAt(seen)
    const at = (time: string, make = failing): Promise<string[]> =>
      tickAt(`2026-03-02T${time}+08:00`, { make }).then(told)
    expect(await at('08:00:00')).toEqual(['weekly 2026-03-02T08:00 failed'])
    expect(await at('08:00:59')).toEqual(['weekly 2026-03-02T08:00 waiting'])
    expect(await at('08:01:00')).toEqual(['weekly 2026-03-02T08:00 failed'])
    expect(await at('08:05:59')).toEqual(['weekly 2026-03-02T08:00 waiting'])
    expect(await at('08:06:00')).toEqual(['weekly 2026-03-02T08:00 failed'])
    expect(await at('12:00:00', writing)).toEqual(['weekly 2026-03-02T08:00 gave-up'])
    expect(await editions()).toMatchObject([{ state: 'failed', attempts: 3, error: { code: 'no-article' } }])
    expect(told(await tickAt('2026-03-09T08:00:00+08:00'))).toEqual(['weekly 2026-03-09T08:00 made'])
  })

  it('never blocks later slots where all are made', async () => {
    const schedules = [{ ...weekly, catchUp: 'all' as const, attempts: 1 }]
    await tickAt(seen, { schedules })
    await tickAt('2026-03-02T08:00:00+08:00', { schedules, make: failing })
    expect(told(await tickAt('2026-03-16T08:00:00+08:00', { schedules }))).toEqual([
      'weekly 2026-03-09T08:00 made',
      'weekly 2026-03-16T08:00 made',
    ])
  })

  it('is made at its second attempt into the file that it was meant for', async () => {
    await tickAt(seen)
    const half: Make = async (request) => {
      writeFileSync(request.out, 'half')
      return failing(request)
    }
    await tickAt('2026-03-02T08:00:00+08:00', { make: half })
    await tickAt('2026-03-02T08:05:00+08:00')
    expect(readFileSync(join(folder, 'weekly-2026-03-02.pdf'), 'utf8')).toBe('weekly of 2026-03-02')
  })

  it('that hangs is given up, and the next schedule has its turn', async () => {
    const schedules = [weekly, { ...weekly, name: 'second' }]
    await tickAt(seen, { schedules })
    const make: Make = (request) => (request.schedule.name === 'weekly' ? new Promise(() => {}) : writing(request))
    const limits = { timeLimitMs: 30, graceMs: 20 }
    const report = await tickAt('2026-03-02T08:00:00+08:00', { schedules, make, limits })
    expect(told(report)).toEqual(['weekly 2026-03-02T08:00 failed', 'second 2026-03-02T08:00 made'])
    expect(report.results[0]?.error?.code).toBe('edition-too-slow')
  })

  it('through a bug keeps the chain of causes', async () => {
    await tickAt(seen)
    const make: Make = async () => {
      throw new Error('outer', { cause: new TypeError('inner') })
    }
    const report = await tickAt('2026-03-02T08:00:00+08:00', { make })
    expect(report.results[0]?.error).toEqual({ code: 'bug', message: 'outer ← inner', exitCode: 1 })
  })
})

describe('stopping', () => {
  it('lets the running edition be done and begins no other', async () => {
    const schedules = [weekly, { ...weekly, name: 'second' }]
    await tickAt(seen, { schedules })
    const stop = new AbortController()
    const make: Make = (request) => {
      stop.abort()
      return writing(request)
    }
    const report = await tickAt('2026-03-02T08:00:00+08:00', { schedules, make, stop: stop.signal })
    expect(told(report)).toEqual(['weekly 2026-03-02T08:00 made'])
  })

  it('at once leaves the slot to the next tick and does not count the attempt', async () => {
    await tickAt(seen)
    const abort = new AbortController()
    const make: Make = ({ signal }) =>
      new Promise((_resolve, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason))
        abort.abort(new Error('Ctrl-C'))
      })
    const report = await tickAt('2026-03-02T08:00:00+08:00', { make, abort: abort.signal })
    expect(told(report)).toEqual(['weekly 2026-03-02T08:00 interrupted'])
    await tickAt('2026-03-02T08:00:01+08:00')
    expect(await editions()).toMatchObject([{ state: 'made', attempts: 1 }])
  })
})

describe('the files of editions', () => {
  it('are never those of another edition', async () => {
    const schedules = [{ ...weekly, cron: '0 8,20 * * *', out: 'press-{date}.pdf', catchUp: 'all' as const }]
    await tickAt('2026-03-02T00:00:00+08:00', { schedules })
    await tickAt('2026-03-03T00:00:00+08:00', { schedules })
    expect((await editions()).map(({ slot, out }) => [slot.slice(11, 13), out])).toEqual([
      ['12', join(folder, 'press-2026-03-02-2.pdf')],
      ['00', join(folder, 'press-2026-03-02.pdf')],
    ])
  })

  it('are never those that somebody else put there, in any form', async () => {
    writeFileSync(join(folder, 'weekly-2026-03-02.html'), 'mine')
    await tickAt(seen)
    await tickAt('2026-03-02T08:00:00+08:00')
    expect(readFileSync(join(folder, 'weekly-2026-03-02.html'), 'utf8')).toBe('mine')
    expect(existsSync(join(folder, 'weekly-2026-03-02.pdf'))).toBe(false)
    expect(existsSync(join(folder, 'weekly-2026-03-02-2.pdf'))).toBe(true)
  })
})
