import { type AskingParts, Patience } from '../service/index.js'
import type { Cost } from './cost.js'
import type { Question, Reply, Translator } from './translator.js'

/** Requests to a translator, counted. */
export class Sender {
  readonly #patience: Patience

  constructor(
    private readonly translator: Translator,
    parts: AskingParts,
    private readonly cost: Cost,
    requestsPerMinute: number | undefined,
  ) {
    this.#patience = new Patience(parts, requestsPerMinute)
  }

  /** Throws the `ServiceTrouble` of the last attempt, or the signal's reason. */
  send(questions: readonly Question[], signal: AbortSignal | undefined): Promise<Reply> {
    return this.#patience.with(() => this.#once(questions, signal), signal)
  }

  async #once(questions: readonly Question[], signal: AbortSignal | undefined): Promise<Reply> {
    this.cost.requests++
    this.cost.characters += questions.reduce((sum, { zh }) => sum + zh.length, 0)
    const reply = await this.translator.translate(questions, signal)
    this.cost.inputTokens += reply.usage.inputTokens
    this.cost.outputTokens += reply.usage.outputTokens
    return reply
  }
}
