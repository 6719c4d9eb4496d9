import { CrosscheckSettings, TranslateSettings } from '../model/index.js'
import type { Config } from './schema.js'

type Value = Config['translate']

/** One value over another: a name chooses among what the lower one sets up. */
export function translateSettings(...values: readonly Value[]): TranslateSettings {
  let settings: object = {}
  for (const value of values) settings = { ...settings, ...(typeof value === 'string' ? { with: value } : value) }
  return TranslateSettings.parse(settings)
}

/** As `translateSettings`, for the second reader. */
export function crosscheckSettings(...values: readonly Config['crosscheck'][]): CrosscheckSettings {
  let settings: object = {}
  for (const value of values) settings = { ...settings, ...(typeof value === 'string' ? { with: value } : value) }
  return CrosscheckSettings.parse(settings)
}

/** The folder of a model is relative to the file that names it. */
export function rebasedTranslate(value: NonNullable<Value>, moved: (path: string) => string): NonNullable<Value> {
  if (typeof value === 'string' || !value.bergamot) return value
  return { ...value, bergamot: { models: moved(value.bergamot.models) } }
}
