import type { NetworkParts } from './parts.js'
import { Trouble } from './trouble.js'

type Parts = Pick<NetworkParts, 'random' | 'sleep' | 'limits'>

/** Tries again where that may help: after what the server asks for, else after a random part of a growing time. */
export async function withRetries<T>(task: () => Promise<T>, parts: Parts, signal?: AbortSignal): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await task()
    } catch (error) {
      const wait = error instanceof Trouble ? waitAfter(error, attempt, parts) : undefined
      if (wait === undefined) throw error
      await parts.sleep(wait, signal)
    }
  }
}

/** Milliseconds until the next try; undefined where there is none. */
function waitAfter({ retryAfter: asked }: Trouble, attempt: number, parts: Parts): number | undefined {
  if (asked === undefined || attempt >= parts.limits.attempts) return undefined
  if (asked === null) return parts.random() * Math.min(8000, 500 * 2 ** attempt)
  return asked > parts.limits.patience ? undefined : asked
}
