export type { Format } from './format.js'
export { type LoadedConfig, loadConfig } from './load.js'
export { editionOptions, type GenerateOptions, resolveOptions } from './options.js'
export { Config, configJsonSchema, ScheduleEntry } from './schema.js'
