import { counted } from '../counted.js'
import { messageOf } from '../errors.js'
import { type EditionStore, openEditionStore } from '../store/index.js'
import type { SlotResult } from './attempt.js'
import { describeResult } from './describe.js'
import type { Make } from './make.js'
import { nextSlots, type Schedule } from './slots.js'
import { soonest, tick } from './tick.js'
import { zonedIso } from './zone.js'

/** What a configuration comes to. */
export interface DaemonSetup<S extends Schedule> {
  schedules: readonly S[]
  /** Path of the SQLite file. */
  store: string
  folder: string
  make: Make<S>
}

export interface DaemonInput<S extends Schedule> {
  /** Reads the configuration: at the start, and whenever `onReload` calls. */
  load(): Promise<DaemonSetup<S>>
  clock(): Date
  log(line: string): void
  /** Ends the daemon once the edition that is being made is done. */
  stop: AbortSignal
  /** Stops that edition too. */
  abort: AbortSignal
  onReload(listener: () => void): void
}

/** Sleep no longer at a time: a clock that was set, or a machine that slept, is noticed this soon. */
const longestSleepMs = 60_000

/** Makes what is due when it is due, until it is stopped. Throws where the first configuration cannot be read. */
export async function runDaemon<S extends Schedule>(input: DaemonInput<S>): Promise<void> {
  const { stop, clock, log } = input
  let setup = await input.load()
  let reloadAsked = false
  let wake = (): void => {}
  input.onReload(() => {
    reloadAsked = true
    wake()
  })
  stop.addEventListener('abort', () => wake(), { once: true })
  log(outlook(setup.schedules, clock()))
  while (!stop.aborted) {
    if (reloadAsked) {
      reloadAsked = false
      setup = await reloaded(input, setup)
    }
    const now = clock()
    await tickOnce(input, setup, now)
    if (stop.aborted || reloadAsked) continue
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, sleepMs(setup.schedules, now, clock()))
      wake = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  }
  log('stopped')
}

async function tickOnce<S extends Schedule>(input: DaemonInput<S>, setup: DaemonSetup<S>, now: Date): Promise<void> {
  const { clock, log, stop, abort } = input
  let store: EditionStore | undefined
  try {
    store = await openEditionStore(setup.store)
    const onResult = (result: SlotResult): void => {
      // What only stands as it stood a minute ago is no news.
      if (!['waiting', 'held', 'gave-up'].includes(result.status)) log(describeResult(result, setup.folder))
    }
    const { schedules, folder, make } = setup
    await tick({ schedules, folder, make, store, clock, now, stop, abort, onResult })
  } catch (error) {
    log(`nothing could be made: ${messageOf(error)}`)
  } finally {
    await store?.close()
  }
}

async function reloaded<S extends Schedule>(input: DaemonInput<S>, before: DaemonSetup<S>): Promise<DaemonSetup<S>> {
  try {
    const setup = await input.load()
    input.log(`configuration read again: ${outlook(setup.schedules, input.clock())}`)
    return setup
  } catch (error) {
    input.log(`the configuration stays as it was: ${messageOf(error)}`)
    return before
  }
}

function outlook(schedules: readonly Schedule[], now: Date): string {
  const next = soonest(schedules, now)
  const zone = schedules.find(({ name }) => name === next?.schedule)?.timeZone ?? 'UTC'
  const soon = next ? `, next: ${next.schedule} ${zonedIso(new Date(next.slot), zone)}` : ''
  return `${counted(schedules.length, 'schedule')}${soon}`
}

/** Until the first slot after the last tick, which may have come due while that tick made something. */
function sleepMs(schedules: readonly Schedule[], ticked: Date, now: Date): number {
  const waits = schedules
    .flatMap((schedule) => nextSlots(schedule, 1, ticked))
    .map((slot) => slot.getTime() - now.getTime())
  return Math.max(50, Math.min(longestSleepMs, ...waits))
}
