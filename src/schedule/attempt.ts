import type { Claim, Claimant, Edition, EditionError, EditionStore, WrittenFile } from '../store/index.js'
import { ClaimLost, failureOf, type Limits, leaseMs, type Make, whileClaimed } from './make.js'
import { reserveOutput } from './output.js'
import type { Schedule } from './slots.js'
import { zonedIso, zonedTime } from './zone.js'

/**
 * made, failed: what this attempt came to. gave-up: failed before, as often as it may. waiting: failed before, and the
 * pause is not over. held: another process makes it. lost: another process took it over. interrupted: stopped by the user.
 */
type SlotStatus = 'made' | 'failed' | 'gave-up' | 'waiting' | 'held' | 'lost' | 'interrupted'

export interface SlotResult {
  schedule: string
  /** ISO 8601 in UTC. */
  slot: string
  /** The same as clocks in the schedule's zone show it. */
  local: string
  status: SlotStatus
  attempts: number
  /** Earlier slots that were missed and are not made. */
  missed: number
  outputs: WrittenFile[]
  remarks: string[]
  durationMs: number
  error: (EditionError & { exitCode?: number }) | null
  /** When a failed slot is tried again; null where it is not. */
  retryAt: string | null
}

export interface AttemptContext<S extends Schedule> {
  store: EditionStore
  /** Output patterns are relative to it. */
  folder: string
  make: Make<S>
  claimant: Claimant
  isGone: (claimant: Claimant) => boolean
  clock: () => Date
  /** Stops the edition that is being made. */
  abort: AbortSignal
  limits: Limits
}

/** Claims a slot and makes its edition. Never throws for what goes wrong in making it. */
export async function attempt<S extends Schedule>(
  schedule: S,
  slot: Date,
  context: AttemptContext<S>,
): Promise<SlotResult> {
  const { store, claimant, isGone, clock } = context
  const now = clock()
  const claim = await store.claim({
    schedule: schedule.name,
    slot,
    claimant,
    now,
    leaseMs,
    maxAttempts: schedule.attempts,
    isGone,
  })
  if (claim.outcome !== 'granted') return refused(schedule, claim)
  try {
    const made = await whileClaimed(claim.edition, context, async (signal) => {
      const out = await reserveOutput(claim.edition, schedule, context)
      const previous = await previousOutputs(claim.edition, store)
      const { date } = zonedTime(slot, schedule.timeZone)
      return await context.make({ schedule, slot, date, out, previous, signal })
    })
    const ours = await store.finish(claim.edition, clock(), made)
    return {
      ...resultOf(schedule, claim.edition),
      status: ours ? 'made' : 'lost',
      error: null,
      outputs: made.outputs,
      remarks: made.remarks ?? [],
      durationMs: clock().getTime() - now.getTime(),
    }
  } catch (error) {
    const failed = await recordFailure(schedule, claim.edition, error, context)
    return { ...resultOf(schedule, claim.edition), ...failed, durationMs: clock().getTime() - now.getTime() }
  }
}

/** What the newest edition before this one wrote; failed ones aside, of which there are no hundred in a row. */
async function previousOutputs({ schedule, slot }: Edition, store: EditionStore): Promise<WrittenFile[] | null> {
  const known = await store.list({ schedule, before: new Date(slot), limit: 100 })
  return known.find(({ state }) => state === 'made')?.outputs ?? null
}

/** What is known of an edition without trying it. */
export function resultOf(schedule: Schedule, edition: Edition): SlotResult {
  return {
    schedule: edition.schedule,
    slot: edition.slot,
    local: zonedIso(new Date(edition.slot), schedule.timeZone),
    status: 'gave-up',
    attempts: edition.attempts,
    missed: 0,
    outputs: edition.outputs,
    remarks: [],
    durationMs: 0,
    error: edition.error,
    retryAt: null,
  }
}

function refused(schedule: Schedule, { outcome, edition }: Claim): SlotResult {
  const result = resultOf(schedule, edition)
  if (outcome === 'waiting') return { ...result, status: 'waiting', retryAt: edition.retryAt }
  return { ...result, status: outcome === 'exhausted' ? 'gave-up' : 'held' }
}

async function recordFailure<S extends Schedule>(
  schedule: S,
  edition: Edition,
  error: unknown,
  { store, clock, abort }: AttemptContext<S>,
): Promise<Pick<SlotResult, 'status' | 'error' | 'retryAt'>> {
  const failure = failureOf(error)
  const kept = { code: failure.code, message: failure.message }
  if (error instanceof ClaimLost) return { status: 'lost', error: failure, retryAt: null }
  if (abort.aborted) {
    await store.release(edition, clock(), { code: 'interrupted', message: 'stopped before it was done' })
    return { status: 'interrupted', error: failure, retryAt: null }
  }
  const retryAt = new Date(clock().getTime() + pauseMs(edition.attempts))
  const ours = await store.fail(edition, clock(), { error: kept, retryAt })
  const isLast = edition.attempts >= schedule.attempts
  return { status: ours ? 'failed' : 'lost', error: failure, retryAt: isLast ? null : retryAt.toISOString() }
}

/** 1, 5, 25 minutes, then an hour. */
function pauseMs(attempts: number): number {
  return Math.min(60, 5 ** (attempts - 1)) * 60_000
}
