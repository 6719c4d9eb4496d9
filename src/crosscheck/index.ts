import { ExitCode, UserError } from '../errors.js'
import type { CrosscheckSettings } from '../model/index.js'
import { type ReaderOptions, SecondReader } from './reader.js'

export type { SecondReader } from './reader.js'

/** The second reader of the settings; null for none. Nothing is asked yet. Throws a UserError (exit 2) where its model or its key is missing. */
export function secondReader(settings: CrosscheckSettings, options: ReaderOptions): SecondReader | null {
  if (settings.with === 'none') return null
  if (settings.openai) return new SecondReader(settings, settings.openai, options)
  throw new UserError({
    code: 'second-reader-not-configured',
    exitCode: ExitCode.usage,
    message: 'The second reader openai needs to be told a model.',
    next: [
      'Write it in jianbao.config.yaml: crosscheck: { openai: { model: … } }',
      'docs/reading-by-llm.md has examples.',
    ],
  })
}
