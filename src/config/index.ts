export { type LoadedConfig, loadConfig } from './load.js'
export { editionOptions, type Format, type GenerateFlags, type GenerateOptions, resolveOptions } from './options.js'
export { Config, configJsonSchema, ScheduleEntry } from './schema.js'
