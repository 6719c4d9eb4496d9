import { z } from 'zod'

export const translators = ['openai', 'anthropic', 'deepl', 'libretranslate', 'bergamot'] as const
export type TranslatorName = (typeof translators)[number]

export const TranslatorChoice = z.enum([...translators, 'none'], {
  error: `expected none or one of ${translators.join(', ')}`,
})
export type TranslatorChoice = z.infer<typeof TranslatorChoice>

const address = z
  .string({ error: 'expected an address, such as https://host/v1' })
  .refine((text) => /^https?:\/\//i.test(text) && URL.canParse(text), {
    error: 'expected an address that begins with https:// or http://',
    abort: true,
  })
  .refine((text) => new URL(text).username === '' && new URL(text).password === '', {
    error: 'an address holds no name and no password here: keys come from the environment (`keyFrom`)',
  })
const keyFrom = z
  .string()
  .regex(/^[A-Za-z_][A-Za-z0-9_]*$/, { error: 'expected the name of an environment variable, never the key itself' })
  .describe('Name of the environment variable that holds the key for this address.')
const model = z.string({ error: 'expected the name of a model' }).trim().min(1)

/** What every service that is paced and waited for is told. */
const pace = {
  timeout: z
    .number({ error: 'expected seconds' })
    .positive({ error: 'expected more than 0 seconds' })
    .max(600, { error: 'expected at most 600 seconds' })
    .default(60)
    .describe('Seconds that one answer may take.'),
  requestsPerMinute: z
    .number({ error: 'expected a number of requests' })
    .positive({ error: 'expected more than 0' })
    .optional()
    .describe('No more requests than these are begun in a minute.'),
}

const service = { url: address.optional().describe('Base address, where it is not the service itself.') }
const keyed = { ...service, keyFrom: keyFrom.optional() }

/** How texts that cannot be built are translated. Off where `with` is none. */
export const TranslateSettings = z.strictObject({
  with: TranslatorChoice.default('none').describe('Translator; none: nothing is sent anywhere.'),
  openai: z
    .strictObject({ ...keyed, model })
    .optional()
    .describe('Any endpoint that speaks the chat completions of OpenAI, also a local one.'),
  anthropic: z
    .strictObject({ ...keyed, model })
    .optional()
    .describe('The Messages API of Anthropic.'),
  deepl: z.strictObject(keyed).optional().describe('DeepL.'),
  libretranslate: z.strictObject(keyed).optional().describe('A server of LibreTranslate.'),
  bergamot: z
    .strictObject({
      models: z.string({ error: 'expected the folder of a zh–en model' }).min(1).describe('Folder of a zh–en model.'),
    })
    .optional()
    .describe('On this machine, without a network.'),
  ...pace,
})
export type TranslateSettings = z.infer<typeof TranslateSettings>

export const SecondReader = z.enum(['openai', 'none'], { error: 'expected none or openai' })

/** A language model that reads the articles too, for its figures to be compared with ours. Off where `with` is none. */
export const CrosscheckSettings = z.strictObject({
  with: SecondReader.default('none').describe('Second reader; none: nothing is sent anywhere.'),
  openai: z
    .strictObject({ ...keyed, model })
    .optional()
    .describe('Any endpoint that speaks the chat completions of OpenAI, also a local one.'),
  ...pace,
})
export type CrosscheckSettings = z.infer<typeof CrosscheckSettings>

/**
 * What is known of a translation: `refused` a machine's answers did not pass the guard (there is no target); `machine`
 * passed it; `translated` by a person, not read again; `reviewed` and `final` by a person, and win over built English.
 */
export const TranslationState = z.enum(['refused', 'machine', 'translated', 'reviewed', 'final'])
export type TranslationState = z.infer<typeof TranslationState>

/** A text of the memory. */
export const TranslationUnit = z.object({
  source: z.string().min(1),
  target: z.string(),
  /** `text` for whole texts; for words the part of speech that a term base knows them by: `noun`, `name` … */
  use: z.string(),
  state: TranslationState,
  /** Who: `deepl`, `openai:MODEL`, `person`, `tmx:FILE`. */
  origin: z.string(),
  /** ISO 8601 in UTC. */
  date: z.string(),
})
export type TranslationUnit = z.infer<typeof TranslationUnit>

export interface SimilarUnit extends TranslationUnit {
  /** 1 − edit distance in characters / length of the longer text, blanks left out: 0 to below 1. */
  similarity: number
}

/** Translations that are kept. Of one source and use every origin has one. */
export interface TranslationMemory {
  /** Of every origin: persons' before machines', the most advanced state first, then the newest. */
  find(source: string, use: string): Promise<TranslationUnit[]>
  /** Texts that are nearly the source and have a target, the nearest first; never the source itself. */
  similar(source: string, limits: { least: number; most: number }): Promise<SimilarUnit[]>
  put(units: readonly TranslationUnit[]): Promise<void>
  list(filter?: UnitFilter): Promise<TranslationUnit[]>
  /** How many were dropped. */
  forget(filter: UnitFilter): Promise<number>
}

export interface UnitFilter {
  /** Part of source or target. */
  query?: string
  states?: readonly TranslationState[]
  origin?: string
  /** `text`, or any other use. */
  uses?: 'texts' | 'words'
}

/** What is known of the words of one text before it is translated. */
export interface Glossary {
  /** Names in it with their English, the longest first; none lies inside another. */
  names: { zh: string; en: string; kind: 'person' | 'place' | 'organisation' }[]
  /** Terms in it, in their order, with their part of speech. */
  terms: { zh: string; en: string; use: string }[]
}
