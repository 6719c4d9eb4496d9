import type { CrosscheckSettings, Summary } from '../model/index.js'
import {
  type AskingParts,
  type ChatModel,
  chatModel,
  type Environment,
  Patience,
  ServiceTrouble,
} from '../service/index.js'
import { factsOf, judge } from './judge.js'
import { type Findings, notesOf } from './notes.js'
import { type Piece, piecesOf } from './pieces.js'
import { answerSchema, type Claim, instructions, payload, readClaims } from './prompt.js'

/** What reading a second time took. */
export interface Cost {
  /** As a reader is told. */
  reader: string
  requests: number
  /** Chinese characters that were sent, repetitions counted. */
  characters: number
  /** Zero where the service does not count them. */
  inputTokens: number
  outputTokens: number
}

export interface ReaderOptions {
  environment: Environment
  parts: AskingParts
  signal?: AbortSignal | undefined
}

/** Reads articles a second time. Once its service refuses or stays silent, it is asked no more. */
export class SecondReader {
  readonly cost: Cost
  readonly #model: ChatModel
  readonly #patience: Patience
  readonly #signal: AbortSignal | undefined
  #trouble: string | null = null

  constructor(
    settings: CrosscheckSettings,
    own: NonNullable<CrosscheckSettings['openai']>,
    { environment, parts, signal }: ReaderOptions,
  ) {
    const form = { name: 'figures', schema: answerSchema }
    const timeoutMs = settings.timeout * 1000
    this.#model = chatModel({ use: 'crosscheck', own, timeoutMs, instructions, form }, environment)
    this.#signal = signal
    this.#patience = new Patience(parts, settings.requestsPerMinute)
    this.cost = { reader: this.#model.label, requests: 0, characters: 0, inputTokens: 0, outputTokens: 0 }
  }

  /** The summary with notes on what the second reader reads otherwise; its facts stay as they are. Throws only the signal's reason. */
  async check(summary: Summary): Promise<Summary> {
    const { text, source } = summary.article
    const { pieces, withheld, unsentFrom } = piecesOf(text)
    const found: Findings = {
      by: this.cost.reader,
      agreed: 0,
      of: 0,
      differing: [],
      besides: [],
      withheld,
      trouble: null,
    }
    if (unsentFrom !== null) found.trouble = 'it is too long to be sent whole'
    for (const piece of pieces) {
      const claims = await this.#claims(piece, found)
      if (!claims) continue
      const judged = judge(piece, claims, summary.facts)
      found.agreed += judged.agreed.size
      found.of += factsOf(piece, summary.facts).length
      found.differing.push(...judged.differing)
      found.besides.push(...judged.besides)
    }
    return { ...summary, notes: [...summary.notes, ...notesOf(found, { source: source.uri, text })] }
  }

  /** An answer that cannot be used is asked for once more. */
  async #claims(piece: Piece, found: Findings): Promise<Claim[] | null> {
    for (let attempt = 1; this.#trouble === null && attempt <= 2; attempt++) {
      try {
        return await this.#patience.with(() => this.#once(piece), this.#signal)
      } catch (error) {
        if (!(error instanceof ServiceTrouble)) throw error
        found.trouble = error.message
        if (error.kind === 'service') this.#trouble = error.message
        else if (attempt === 1) found.trouble = null
      }
    }
    found.trouble ??= this.#trouble
    return null
  }

  async #once({ text }: Piece): Promise<Claim[]> {
    this.cost.requests++
    this.cost.characters += text.length
    const { content, usage } = await this.#model.answer(payload(text), this.#signal)
    this.cost.inputTokens += usage.inputTokens
    this.cost.outputTokens += usage.outputTokens
    return readClaims(content)
  }
}
