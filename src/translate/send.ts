import type { Cost } from './cost.js'
import type { AskingParts } from './parts.js'
import { type Question, type Reply, type Translator, TranslatorTrouble } from './translator.js'

const attempts = 4
/** The longest that a service may ask us to wait. */
const patienceMs = 60_000

/** One request after the other: at the pace that is allowed, again where that may help. */
export class Sender {
  #nextAt = 0

  constructor(
    private readonly translator: Translator,
    private readonly parts: AskingParts,
    private readonly cost: Cost,
    private readonly requestsPerMinute: number | undefined,
  ) {}

  /** Throws the `TranslatorTrouble` of the last attempt, or the signal's reason. */
  async send(questions: readonly Question[], signal: AbortSignal | undefined): Promise<Reply> {
    for (let attempt = 1; ; attempt++) {
      await this.#pace(signal)
      try {
        const reply = await this.#once(questions, signal)
        return reply
      } catch (error) {
        const wait = error instanceof TranslatorTrouble ? this.#waitAfter(error, attempt) : undefined
        if (wait === undefined) throw error
        await this.parts.sleep(wait, signal)
      }
    }
  }

  async #once(questions: readonly Question[], signal: AbortSignal | undefined): Promise<Reply> {
    signal?.throwIfAborted()
    this.cost.requests++
    this.cost.characters += questions.reduce((sum, { zh }) => sum + zh.length, 0)
    const reply = await this.translator.translate(questions, signal)
    this.cost.inputTokens += reply.usage.inputTokens
    this.cost.outputTokens += reply.usage.outputTokens
    return reply
  }

  async #pace(signal: AbortSignal | undefined): Promise<void> {
    if (this.requestsPerMinute === undefined) return
    const now = this.parts.now()
    const wait = this.#nextAt - now
    this.#nextAt = Math.max(now, this.#nextAt) + 60_000 / this.requestsPerMinute
    if (wait > 0) await this.parts.sleep(wait, signal)
  }

  /** What the service asks for, else a random part of a growing time; undefined where there is no next attempt. */
  #waitAfter({ kind, retryAfter: asked }: TranslatorTrouble, attempt: number): number | undefined {
    if (kind === 'answer' || asked === undefined || attempt >= attempts) return undefined
    if (asked === null) return this.parts.random() * Math.min(20_000, 500 * 2 ** attempt)
    return asked > patienceMs ? undefined : asked
  }
}
