/** What translating took: for the run's summary. */
export interface Cost {
  /** As the reader is told; null where no translator was used. */
  translator: string | null
  requests: number
  /** Chinese characters that were sent, repetitions counted. */
  characters: number
  /** Zero where the service does not count them. */
  inputTokens: number
  outputTokens: number
  /** Texts that the translator put into English now. */
  translated: number
  /** Texts whose English is a machine's of an earlier run. */
  fromMemory: number
  /** Texts whose English is a person's. */
  fromPersons: number
  /** Texts whose answers did not pass the guard. */
  refused: number
  /** Texts without an answer. */
  unanswered: number
}

export function noCost(translator: string | null): Cost {
  return {
    translator,
    requests: 0,
    characters: 0,
    inputTokens: 0,
    outputTokens: 0,
    translated: 0,
    fromMemory: 0,
    fromPersons: 0,
    refused: 0,
    unanswered: 0,
  }
}
