import type { Glossary, TranslationMemory } from '../model/index.js'
import type { AskingParts } from '../service/index.js'
import type { Translator } from './translator.js'

/** What a briefing is translated with. */
export interface TranslateOptions {
  /** Null: nothing is remembered. */
  memory: TranslationMemory | null
  /** Null: nothing is asked, and no machine's English is taken from the memory. */
  translator: Translator | null
  /** Names and terms of a Chinese text. */
  glossary(zh: string): Glossary
  /** Date of what is put into the memory: ISO 8601 in UTC. */
  date: string
  requestsPerMinute?: number
  parts: AskingParts
  signal?: AbortSignal
}
