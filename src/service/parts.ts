import { setTimeout } from 'node:timers/promises'

/** What asking takes from outside, so that tests need no clock and no chance. */
export interface AskingParts {
  /** Milliseconds of a clock that only goes forward. */
  now(): number
  sleep(ms: number, signal?: AbortSignal): Promise<void>
  /** 0 to below 1. */
  random(): number
}

export const realParts: AskingParts = {
  now: () => performance.now(),
  sleep: async (ms, signal) => {
    await setTimeout(ms, undefined, signal && { signal }).catch((error: unknown) => {
      signal?.throwIfAborted()
      throw error
    })
  },
  random: Math.random,
}
