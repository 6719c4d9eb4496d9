import { ExitCode, messageOf, UserError } from '../errors.js'
import type { Edition, EditionStore, WrittenFile } from '../store/index.js'
import type { Schedule } from './slots.js'

/** What making an edition is told. */
interface EditionRequest<S extends Schedule = Schedule> {
  schedule: S
  slot: Date
  /** Day of the slot in the schedule's zone, `YYYY-MM-DD`: the date of the briefing. */
  date: string
  /** Absolute path that no other edition has. */
  out: string
  /** What the last edition of the schedule before this slot wrote; null where there is none. */
  previous: WrittenFile[] | null
  /** Aborted where the claim was lost, the time is up or the user stops it. */
  signal: AbortSignal
}

export type Made = Pick<Edition, 'sources' | 'outputs'> & {
  /** What a reader of the log should know: sources that were left out. */
  remarks?: string[]
}
export type Make<S extends Schedule = Schedule> = (request: EditionRequest<S>) => Promise<Made>

/** A claim lives this long without a heartbeat. */
export const leaseMs = 120_000

export interface Limits {
  /** An edition that takes longer is given up. */
  timeLimitMs: number
  /** How long one that was told to stop may take to do so. */
  graceMs: number
}

export const defaultLimits: Limits = { timeLimitMs: 30 * 60_000, graceMs: 10_000 }

/** Why a running edition was stopped, as the signal's reason. */
export class ClaimLost extends Error {}

/** Runs `work` while the claim is kept alive; throws what it throws, or the reason for which it was stopped. */
export async function whileClaimed<T>(
  claimed: Edition,
  context: { store: EditionStore; clock: () => Date; abort: AbortSignal; limits: Limits },
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const { store, clock, abort, limits } = context
  const stopper = new AbortController()
  const beat = setInterval(() => {
    store.heartbeat(claimed, new Date(clock().getTime() + leaseMs)).then(
      (ours) => ours || stopper.abort(new ClaimLost('another process has taken the edition over')),
      // The lease outlives a few missed beats; the next one tries again.
      () => undefined,
    )
  }, leaseMs / 4)
  const alarm = setTimeout(() => stopper.abort(tooLong(limits.timeLimitMs)), limits.timeLimitMs)
  const signal = AbortSignal.any([abort, stopper.signal])
  try {
    signal.throwIfAborted()
    return await Promise.race([work(signal), stubborn(signal, limits.graceMs)])
  } finally {
    clearInterval(beat)
    clearTimeout(alarm)
  }
}

/** What a failed attempt is remembered by. */
export function failureOf(error: unknown): { code: string; message: string; exitCode: ExitCode } {
  if (error instanceof UserError) return { code: error.code, message: error.message, exitCode: error.exitCode }
  const chain = [messageOf(error)]
  for (let at = error; at instanceof Error && at.cause !== undefined && chain.length < 5; at = at.cause) {
    chain.push(messageOf(at.cause))
  }
  return { code: 'bug', message: chain.join(' ← '), exitCode: ExitCode.bug }
}

/** Rejects some time after the signal, for work that does not heed it. */
function stubborn(signal: AbortSignal, graceMs: number): Promise<never> {
  return new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => setTimeout(() => reject(signal.reason), graceMs).unref(), { once: true })
  })
}

function tooLong(limitMs: number): UserError {
  return new UserError({
    code: 'edition-too-slow',
    exitCode: ExitCode.service,
    message: `the edition was not done after ${Math.round(limitMs / 60_000)} minutes`,
    next: ['make it by hand with jianbao generate --verbose to see what takes so long'],
  })
}
