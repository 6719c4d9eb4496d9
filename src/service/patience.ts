import type { AskingParts } from './parts.js'
import { ServiceTrouble } from './trouble.js'

const attempts = 4
/** The longest that a service may ask us to wait. */
const patienceMs = 60_000

/** One request after the other: at the pace that is allowed, again where that may help. */
export class Patience {
  #nextAt = 0

  constructor(
    private readonly parts: AskingParts,
    private readonly requestsPerMinute: number | undefined,
  ) {}

  /** What `once` gives. Throws the `ServiceTrouble` of the last attempt, or the signal's reason. */
  async with<T>(once: () => Promise<T>, signal: AbortSignal | undefined): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      await this.#pace(signal)
      signal?.throwIfAborted()
      try {
        return await once()
      } catch (error) {
        const wait = error instanceof ServiceTrouble ? this.#waitAfter(error, attempt) : undefined
        if (wait === undefined) throw error
        await this.parts.sleep(wait, signal)
      }
    }
  }

  async #pace(signal: AbortSignal | undefined): Promise<void> {
    if (this.requestsPerMinute === undefined) return
    const now = this.parts.now()
    const wait = this.#nextAt - now
    this.#nextAt = Math.max(now, this.#nextAt) + 60_000 / this.requestsPerMinute
    if (wait > 0) await this.parts.sleep(wait, signal)
  }

  /** What the service asks for, else a random part of a growing time; undefined where there is no next attempt. */
  #waitAfter({ kind, retryAfter: asked }: ServiceTrouble, attempt: number): number | undefined {
    if (kind === 'answer' || asked === undefined || attempt >= attempts) return undefined
    if (asked === null) return this.parts.random() * Math.min(20_000, 500 * 2 ** attempt)
    return asked > patienceMs ? undefined : asked
  }
}
