import { readFile } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { ExitCode, messageOf, UserError } from '../errors.js'
import { displayed, findConfig } from './find.js'
import { formatsOf, withEnding } from './format.js'
import { importConfig } from './module.js'
import type { Placed } from './place.js'
import { type Problem, placedInOrder, told } from './placed-problems.js'
import { problemsOf } from './problems.js'
import { Config } from './schema.js'

export interface LoadedConfig {
  /** Absolute path of the file; null where there is none. */
  path: string | null
  /** Folder that paths in the file are relative to: the file's own. */
  folder: string
  config: Config
  /** Absolute path of the SQLite file. */
  store: string
}

/**
 * Finds, reads and checks the configuration: `jianbao.config.yaml`, `.yml`, `.json`, `.ts`, `.js` or `.mjs` in `cwd`,
 * or the file named by `path`. Without one: the defaults. Throws a UserError (exit 2) naming every problem at its place.
 */
export async function loadConfig({ cwd, path }: { cwd: string; path?: string | undefined }): Promise<LoadedConfig> {
  const file = await findConfig(cwd, path)
  const config = file === null ? Config.parse({}) : await read(file, displayed(file, cwd))
  const folder = file === null ? cwd : dirname(file)
  return { path: file, folder, config, store: resolve(folder, config.store) }
}

async function read(file: string, name: string): Promise<Config> {
  const { value, placeOf } = /\.[mc]?[jt]s$/.test(file) ? await imported(file, name) : await parsed(file, name)
  const checked = Config.safeParse(value ?? {})
  if (checked.success) return withEndings(checked.data)
  throw invalid(name, problemsOf(checked.error.issues, value), placeOf)
}

/** The files of a schedule are called what they are. */
function withEndings(config: Config): Config {
  const schedules = config.schedules.map((schedule) => {
    const format = schedule.format ?? config.format
    return format === undefined ? schedule : { ...schedule, out: withEnding(schedule.out, formatsOf(format)) }
  })
  return { ...config, schedules }
}

async function imported(file: string, name: string): Promise<{ value: unknown; placeOf: null }> {
  try {
    return { value: await importConfig(file), placeOf: null }
  } catch (cause) {
    throw cause instanceof UserError ? cause : unreadable(name, cause)
  }
}

async function parsed(file: string, name: string): Promise<Placed> {
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw unreadable(name, cause)
  })
  const { parsePlaced, SyntaxProblem } = await import('./place.js')
  try {
    return parsePlaced(text)
  } catch (error) {
    if (!(error instanceof SyntaxProblem)) throw error
    throw wrong(told(name, [{ ...error.place, message: error.message }]), error)
  }
}

function invalid(name: string, problems: Problem[], placeOf: Placed['placeOf'] | null): UserError {
  if (!placeOf) return wrong(problems.map(({ message }) => `${name}: ${message}`).join('\n'))
  return wrong(told(name, placedInOrder(problems, placeOf)))
}

function wrong(message: string, cause?: unknown): UserError {
  return new UserError({
    code: 'config-invalid',
    exitCode: ExitCode.usage,
    message,
    next: ['Mend the configuration at the places named; `assets/schema/config.json` describes every key.'],
    cause,
  })
}

function unreadable(name: string, cause: unknown): UserError {
  return new UserError({
    code: 'config-unreadable',
    exitCode: ExitCode.usage,
    message: `The configuration ${name} cannot be read: ${messageOf(cause)}`,
    next: ['Mend what the message names; `--config FILE` takes another file.'],
    cause,
  })
}
