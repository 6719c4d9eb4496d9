import { type Claimant, type Edition, type EditionStore, isGone, thisProcess } from '../store/index.js'
import { type AttemptContext, attempt, resultOf, type SlotResult } from './attempt.js'
import { defaultLimits, type Limits, type Make } from './make.js'
import { baseline, definitionOf, dueSlots, mostMissed, nextSlots, type Schedule, slotsBetween } from './slots.js'

export interface TickInput<S extends Schedule> {
  schedules: readonly S[]
  store: EditionStore
  /** Output patterns are relative to it. */
  folder: string
  make: Make<S>
  /** Decides which slots are due. */
  now: Date
  /** The real time, for claims, leases and pauses. */
  clock: () => Date
  /** Lets the edition that is being made be done, and begins no other. */
  stop?: AbortSignal
  /** Stops the edition that is being made too. */
  abort?: AbortSignal
  onResult?: (result: SlotResult) => void
  claimant?: Claimant
  limits?: Limits
}

export interface TickReport {
  now: string
  results: SlotResult[]
  /** The soonest slot of any schedule. */
  next: { schedule: string; slot: string } | null
}

/**
 * Makes what is due, each slot once however many processes tick at the same time. One schedule after the other; the
 * failure of one stops no other. Throws only where the store cannot be used.
 */
export async function tick<S extends Schedule>(input: TickInput<S>): Promise<TickReport> {
  const never = new AbortController().signal
  const { store, folder, make, clock, now, stop = never, abort = never } = input
  const context = { store, folder, make, clock, abort, isGone }
  const complete = { ...context, claimant: input.claimant ?? thisProcess(), limits: input.limits ?? defaultLimits }
  const results: SlotResult[] = []
  for (const schedule of input.schedules) {
    for await (const result of tickSchedule(schedule, now, complete, () => stop.aborted || abort.aborted)) {
      results.push(result)
      input.onResult?.(result)
    }
  }
  return { now: now.toISOString(), results, next: soonest(input.schedules, now) }
}

/** The soonest slot after `now`. */
export function soonest(schedules: readonly Schedule[], now: Date): { schedule: string; slot: string } | null {
  const slots = schedules.flatMap((schedule) =>
    nextSlots(schedule, 1, now).map((slot) => ({ schedule: schedule.name, slot: slot.toISOString() })),
  )
  return slots.sort((a, b) => (a.slot < b.slot ? -1 : 1))[0] ?? null
}

async function* tickSchedule<S extends Schedule>(
  schedule: S,
  now: Date,
  context: AttemptContext<S>,
  isOver: () => boolean,
): AsyncGenerator<SlotResult> {
  const { store } = context
  const firstSeen = await store.firstSeen(schedule.name, definitionOf(schedule), baseline(now))
  // A tick for a time before that makes the slot of that very minute, so that a past edition can be had.
  const since = new Date(Math.min(firstSeen.getTime(), baseline(now).getTime()))
  const slots = dueSlots(schedule, since, now)
  const [oldest] = slots
  if (!oldest) return
  const known = await store.list({ schedule: schedule.name, from: oldest, limit: 1000 })
  const bySlot = new Map(known.map((edition) => [edition.slot, edition]))
  for (const slot of slots) {
    if (isOver()) return
    const edition = bySlot.get(slot.toISOString())
    if (edition?.state === 'made') continue
    if (isGivenUp(edition, schedule)) {
      if (slot === slots.at(-1)) yield resultOf(schedule, edition)
      continue
    }
    const missed = schedule.catchUp === 'all' || edition ? 0 : await missedBefore(schedule, slot, since, store)
    yield { ...(await attempt(schedule, slot, context)), missed }
  }
}

function isGivenUp(edition: Edition | undefined, schedule: Schedule): edition is Edition {
  return edition?.state === 'failed' && edition.attempts >= schedule.attempts
}

/** How many slots between the last edition and this one nobody made; no more than `mostMissed` are counted. */
async function missedBefore(schedule: Schedule, slot: Date, since: Date, store: EditionStore): Promise<number> {
  const [last] = await store.list({ schedule: schedule.name, limit: 1 })
  const from = last ? Math.max(since.getTime(), Date.parse(last.slot) + 1) : since.getTime()
  return slotsBetween(schedule, new Date(from), new Date(slot.getTime() - 1), mostMissed).length
}
