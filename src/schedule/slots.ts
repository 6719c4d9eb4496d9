import { cronOf } from './cron.js'

/** What is made of slots that passed while nothing ran: the newest of them, each of them, or none. */
type CatchUp = 'latest' | 'all' | 'none'

/** When, and into which file. A slot is an instant at which the cron expression comes due. */
export interface Schedule {
  name: string
  /** Five fields: minute hour day-of-month month day-of-week. */
  cron: string
  /** IANA name. */
  timeZone: string
  /** Pattern of the output path. */
  out: string
  catchUp: CatchUp
  /** How often a slot is tried. */
  attempts: number
}

type Timing = Pick<Schedule, 'cron' | 'timeZone'>

/** With `catchUp: all` no more slots than these, the newest, are looked at. */
const lookBack = 500

/** No more missed slots than these are counted. */
export const mostMissed = 99

/** With `catchUp: none` a slot that is later than this was missed. */
const punctualMs = 60 * 60_000

/** The next `count` slots after `after`, fewer where there are no more. */
export function nextSlots({ cron, timeZone }: Timing, count: number, after: Date): Date[] {
  return cronOf(cron, timeZone).nextRuns(count, after)
}

/** The slots from `since` to `now`, both included, oldest first; of more than `limit` the newest. */
export function slotsBetween({ cron, timeZone }: Timing, since: Date, now: Date, limit: number): Date[] {
  // Earlier than a millisecond after now: croner leaves out a run at the very instant it is asked for.
  const runs = cronOf(cron, timeZone).previousRuns(limit, new Date(now.getTime() + 1))
  return runs.filter((run) => run >= since).reverse()
}

/** The slots that ought to have been made by `now`, oldest first, of a schedule first seen at `since`. */
export function dueSlots(schedule: Timing & Pick<Schedule, 'catchUp'>, since: Date, now: Date): Date[] {
  if (schedule.catchUp === 'all') return slotsBetween(schedule, since, now, lookBack)
  const earliest = schedule.catchUp === 'none' ? Math.max(since.getTime(), now.getTime() - punctualMs) : since.getTime()
  return slotsBetween(schedule, new Date(earliest), now, 1)
}

/** A schedule that is seen for the first time starts with the minute it is seen in: cron has no finer time. */
export function baseline(now: Date): Date {
  return new Date(Math.floor(now.getTime() / 60_000) * 60_000)
}

/** What makes two states of a schedule the same: a changed time starts anew. */
export function definitionOf({ cron, timeZone }: Timing): string {
  return `${cron.trim().replace(/\s+/g, ' ')} ${timeZone}`
}
