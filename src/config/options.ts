import { isAbsolute, join, relative } from 'node:path'
import type { z } from 'zod'
import { ExitCode, UserError } from '../errors.js'
import type { CrosscheckSettings, Language, TranslateSettings } from '../model/index.js'
import { type Format, formatOf, formatsOf, withEnding } from './format.js'
import type { LoadedConfig } from './load.js'
import { problemsOf } from './problems.js'
import { type Config, keys, type ScheduleEntry } from './schema.js'
import { crosscheckSettings, rebasedTranslate, translateSettings } from './translate.js'

/** All that one briefing is made with. Paths are relative to the working folder, or absolute. */
export interface GenerateOptions {
  sources: string[]
  out: string
  /** The leading language first. */
  languages: Language[]
  title?: { zh: string; en: string }
  /** Name of a template, or its folder. */
  template: string
  /** Id of a lens, or its file. */
  lens: string
  /** File of corrections; without it those beside the sources. */
  corrections?: string
  /** An earlier edition, PDF or JSON: what differs from it is told. */
  since?: string
  /** Steps of the extraction that are switched off, by number or name. */
  withoutSteps?: string[]
  /** `YYYY-MM-DD` */
  date?: string
  /** One is written to `out` as it stands, several to `out` with the ending of each. */
  formats: Format[]
  browser?: string
  /** Seconds that the browser may take to print. */
  timeout?: number
  /** The template's own where it is not given. */
  paper?: 'A4' | 'Letter'
  /** Two languages side by side, or one after the other. */
  layout?: 'parallel' | 'sequential'
  /** Whether addresses of this machine and of its own network may be read. */
  allowPrivateNetwork?: boolean
  /** Where the sites that are read can reach whoever reads them: told in the User-Agent. */
  userAgentContact?: string
  /** Without it nothing is translated. */
  translate?: TranslateSettings
  /** Without it nobody reads a second time. */
  crosscheck?: CrosscheckSettings
  /** Absolute path of the SQLite file that holds the translation memory; without it nothing is remembered. */
  store?: string
}

/** Values as flags bring them: texts that are not checked yet. */
export type GenerateFlags = {
  [Key in Exclude<keyof typeof keys, 'sources' | 'withoutSteps' | 'allowPrivateNetwork' | 'timeout'>]?:
    | string
    | undefined
} & {
  sources?: string[] | undefined
  withoutSteps?: string[] | undefined
  allowPrivateNetwork?: boolean | undefined
  timeout?: number | undefined
}

type Values = Partial<Pick<Config, keyof typeof keys>>

/** Flags win over the file, the file over the defaults. Throws a UserError (exit 2) for a flag's wrong value. */
export function resolveOptions(flags: GenerateFlags, loaded: LoadedConfig, cwd: string): GenerateOptions {
  const file = rebased(pick(loaded.config), loaded.folder, cwd)
  const given = checkedFlags(flags)
  return completed(
    {
      ...file,
      ...given,
      translate: translateSettings(file.translate, given.translate),
      crosscheck: crosscheckSettings(file.crosscheck, given.crosscheck),
    },
    loaded,
  )
}

/** What an edition of a schedule is made with: the schedule wins over the file; `out` and `date` come from the slot. */
export function editionOptions(
  schedule: ScheduleEntry,
  loaded: LoadedConfig,
  edition: { out: string; date: string },
  cwd: string,
): GenerateOptions {
  const translate = translateSettings(loaded.config.translate, schedule.translate)
  const crosscheck = crosscheckSettings(loaded.config.crosscheck, schedule.crosscheck)
  const { out: _out, ...values } = { ...pick(loaded.config), ...pick(schedule), translate, crosscheck }
  return completed({ ...rebased(values, loaded.folder, cwd), ...edition }, loaded)
}

function completed(values: Values, { store }: LoadedConfig): GenerateOptions {
  const { sources = [], out = 'briefing.pdf', lang = 'zh,en', title, format = formatOf(out), date, browser } = values
  if (sources.length === 0) throw noSources()
  const written = formatsOf(format)
  return {
    sources,
    out: withEnding(out, written),
    languages: [...new Set(typeof lang === 'string' ? lang.split(',') : lang)] as Language[],
    template: values.template ?? 'briefing',
    lens: values.lens ?? 'public-response',
    formats: written as Format[],
    translate: translateSettings(values.translate),
    crosscheck: crosscheckSettings(values.crosscheck),
    store,
    ...(title === undefined ? {} : { title: typeof title === 'string' ? { zh: title, en: title } : title }),
    ...(date === undefined ? {} : { date }),
    ...(browser === undefined ? {} : { browser }),
    ...(values.timeout === undefined ? {} : { timeout: values.timeout }),
    ...(values.corrections === undefined ? {} : { corrections: values.corrections }),
    ...(values.allowPrivateNetwork === undefined ? {} : { allowPrivateNetwork: values.allowPrivateNetwork }),
    ...(values.userAgentContact === undefined ? {} : { userAgentContact: values.userAgentContact }),
    ...(values.paper === undefined ? {} : { paper: values.paper }),
    ...(values.layout === undefined ? {} : { layout: values.layout }),
    ...(values.since === undefined ? {} : { since: values.since }),
    ...(values.withoutSteps === undefined ? {} : { withoutSteps: values.withoutSteps.map(String) }),
  }
}

function checkedFlags(flags: GenerateFlags): Values {
  const values: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(flags)) {
    const schema: z.ZodType | undefined = keys[name as keyof typeof keys]
    const empty = value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
    if (!schema || empty) continue
    const checked = schema.safeParse(value)
    if (!checked.success) throw wrongFlag(name, checked.error.issues, value)
    values[name] = checked.data
  }
  return values as Values
}

function pick(from: Values): Values {
  const entries = Object.keys(keys).map((key) => [key, from[key as keyof Values]])
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined)) as Values
}

/** Paths in the file are relative to its folder; the rest of the program takes them relative to the working folder. */
function rebased(values: Values, folder: string, cwd: string): Values {
  const moved = (path: string): string => (folder === cwd ? path : move(path, folder, cwd))
  const file = (value: string): string => (/[\\/]|\.ya?ml$/i.test(value) ? moved(value) : value)
  return {
    ...values,
    ...(values.sources && { sources: values.sources.map((source) => (isPath(source) ? moved(source) : source)) }),
    ...(values.out && { out: moved(values.out) }),
    ...(values.template && { template: file(values.template) }),
    ...(values.lens && { lens: file(values.lens) }),
    ...(values.corrections && { corrections: moved(values.corrections) }),
    ...(values.since && { since: moved(values.since) }),
    ...(values.browser && { browser: file(values.browser) }),
    ...(values.translate && { translate: rebasedTranslate(values.translate, moved) }),
  }
}

function isPath(source: string): boolean {
  return source !== '-' && !/^[a-z][a-z0-9+.-]+:/i.test(source)
}

function move(path: string, folder: string, cwd: string): string {
  // `!` before a glob excludes.
  const [, mark = '', bare = ''] = /^(!?)(.*)$/s.exec(path) ?? []
  if (isAbsolute(bare)) return path
  const target = relative(cwd, join(folder, bare)) || '.'
  return mark + target.replaceAll('\\', '/') + (/[\\/]$/.test(bare) && !/[\\/]$/.test(target) ? '/' : '')
}

function noSources(): UserError {
  return new UserError({
    code: 'no-sources',
    exitCode: ExitCode.usage,
    message: 'There is nothing to read: no source was named.',
    next: [
      'Name files, folders or globs: jianbao generate articles/',
      'or list them as `sources:` in jianbao.config.yaml',
    ],
  })
}

function wrongFlag(name: string, issues: readonly z.core.$ZodIssue[], value: unknown): UserError {
  const placed = issues.map((issue) => ({ ...issue, path: [name, ...issue.path] }))
  return new UserError({
    code: 'flag-invalid',
    exitCode: ExitCode.usage,
    message: problemsOf(placed as z.core.$ZodIssue[], { [name]: value })
      .map(({ message }) => `--${message}`)
      .join('\n'),
    next: ['jianbao generate --help lists what each flag takes'],
  })
}
