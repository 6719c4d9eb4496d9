import type { Glossary, SimilarUnit, TranslatorName } from '../model/index.js'

/** A text to be put into English, as data. */
export interface Question {
  id: string
  zh: string
  glossary: Glossary
  similar: readonly Pick<SimilarUnit, 'source' | 'target'>[]
  /** What was wrong with the answer before. */
  refused: readonly string[]
}

export interface Answer {
  id: string
  en: string
}

/** What a request cost; zero where the service does not say. */
interface Usage {
  inputTokens: number
  outputTokens: number
}

export interface Reply {
  /** Any order; a text without an answer may be missing. */
  answers: Answer[]
  usage: Usage
}

/** Puts texts into English. One request a call; whoever calls waits, repeats and judges. */
export interface Translator extends AsyncDisposable {
  readonly name: TranslatorName
  /** As a reader of the briefing is told. */
  readonly label: string
  /** As the memory keeps it. */
  readonly origin: string
  /** Of one request. */
  readonly most: { texts: number; characters: number }
  /** Throws a `ServiceTrouble`, or the signal's reason. */
  translate(questions: readonly Question[], signal: AbortSignal | undefined): Promise<Reply>
}
