import type { NetworkParts } from './parts.js'

/** One request at a time to each host, with a pause after it. */
export class Hosts {
  readonly #last = new Map<string, Promise<unknown>>()
  readonly #ended = new Map<string, number>()
  readonly #pauses = new Map<string, number>()

  constructor(private readonly parts: Pick<NetworkParts, 'now' | 'sleep' | 'gap'>) {}

  /** Longer pause, in milliseconds, that a host asks for. */
  slowDown(host: string, pause: number): void {
    this.#pauses.set(host, pause)
  }

  run<T>(host: string, task: () => Promise<T>, signal?: AbortSignal): Promise<T> {
    const before = this.#last.get(host) ?? Promise.resolve()
    const turn = before.then(async () => {
      await this.#pause(host, signal)
      try {
        return await task()
      } finally {
        this.#ended.set(host, this.parts.now())
      }
    })
    this.#last.set(
      host,
      turn.catch(() => undefined),
    )
    return turn
  }

  async #pause(host: string, signal: AbortSignal | undefined): Promise<void> {
    const ended = this.#ended.get(host)
    if (ended === undefined) return
    const gap = Math.max(this.parts.gap, this.#pauses.get(host) ?? 0)
    const rest = ended + gap - this.parts.now()
    if (rest > 0) await this.parts.sleep(rest, signal)
  }
}
