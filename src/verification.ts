import { existsSync } from 'node:fs'
import { basename, dirname, isAbsolute, relative, resolve } from 'node:path'
import type { GenerateOptions } from './config/index.js'
import { ExitCode } from './errors.js'
import { attachmentsOf } from './export/index.js'
import { inspectModel } from './inspect/index.js'
import { squeeze } from './language/squeeze.js'
import { type MadeFile, parseModel, readMade } from './made.js'
import { Briefing, type Check, type Summary } from './model/index.js'
import { problemOf, type Reading, readSummaries } from './reading.js'
import type { PipelineContext } from './steps.js'
import { type FigureStatus, type VerifiedFigure, verifyFigures } from './verify/index.js'

/** What `verify` found, for people and as `--json`. */
export interface Verification {
  file: string
  digest: string
  title: { zh: string; en: string }
  date: string | null
  /** Whether the PDF says what its model says; null where the file is the model itself. */
  document: { passed: boolean; checks: Check[] } | null
  counts: Record<FigureStatus, number>
  figures: VerifiedFigure[]
  /** Sources that could not be read again, and why. */
  unread: { uri: string; reason: string }[]
}

/** Takes a briefing's model out, checks the PDF against it and reads the sources again: those named, or those recorded. */
export async function verifyBriefing(
  file: string,
  options: Pick<GenerateOptions, 'corrections' | 'withoutSteps' | 'allowPrivateNetwork' | 'userAgentContact'> & {
    sources: string[]
    lens: string | undefined
  },
  context: PipelineContext,
): Promise<Verification> {
  const made = await readMade(file, context.cwd)
  const briefing = parseModel(Briefing, made, file)
  const document = made.pdf && (await documentChecks(made.pdf.bytes, made.model, briefing))
  const sources = options.sources.length ? options.sources : recordedSources(briefing, made, context.cwd)
  const reading = { ...options, sources, lens: options.lens ?? briefing.lens.id }
  const readings = sources.length ? await readSummaries(reading, context) : []
  const figures = verifyFigures(briefing, (source) => articleOf(source, readings, briefing, context.cwd))
  const counts: Verification['counts'] = { holds: 0, moved: 0, changed: 0, gone: 0, unread: 0 }
  for (const { status } of figures) counts[status]++
  return {
    file: made.path,
    digest: made.digest,
    title: { zh: briefing.title.zh, en: briefing.title.en },
    date: briefing.date,
    document,
    counts,
    figures,
    unread: readings
      .filter(({ summary }) => !summary)
      .map((reading) => ({ uri: reading.uri, reason: problemOf(reading)?.message ?? '' })),
  }
}

/** 5 where the PDF or a figure is no longer what it was, 3 where a source could not be read, else 0. */
export function exitCodeOf({ document, counts }: Verification): ExitCode {
  if (document?.passed === false || counts.changed > 0 || counts.gone > 0) return ExitCode.inspection
  return counts.unread > 0 ? ExitCode.input : ExitCode.ok
}

async function documentChecks(
  bytes: Uint8Array,
  model: string,
  briefing: Briefing,
): Promise<NonNullable<Verification['document']>> {
  const checks = await inspectModel(bytes, briefing, attachmentsOf(briefing, { indented: model.startsWith('{\n') }))
  return { passed: checks.every(({ passed }) => passed), checks }
}

/** Files where they were, else beside the briefing; an article of a list of records stands for the list. */
function recordedSources({ sources }: Briefing, { path }: MadeFile, cwd: string): string[] {
  const found = sources.map(({ source: { uri } }) => {
    if (/^[a-z][a-z0-9+.-]+:/i.test(uri) || uri === '-') return uri
    const whole = existsSync(resolve(cwd, uri)) ? uri : uri.replace(/#[^#/]*$/, '')
    const beside = resolve(dirname(path), whole)
    return !existsSync(resolve(cwd, whole)) && existsSync(beside) ? relative(cwd, beside) || beside : whole
  })
  return [...new Set(found)].filter((uri) => uri !== '-')
}

/** The same address or file, else the same title, else the same file name; a single article for a single source. */
function articleOf(
  source: Briefing['sources'][number],
  readings: readonly Reading[],
  { sources }: Briefing,
  cwd: string,
): Summary | null {
  const summaries = readings.flatMap(({ summary }) => summary ?? [])
  const title = squeeze(source.title.zh).text
  const { uri } = source.source
  const name = basename(uri)
  const same: ((summary: Summary) => boolean)[] = [
    ({ article }) => article.source.uri === uri || isSameFile(article.source.uri, uri, cwd),
    ({ article }) => title !== '' && squeeze(article.title.zh).text === title,
    ({ article }) => name !== '' && basename(article.source.uri) === name,
    () => sources.length === 1 && summaries.length === 1,
  ]
  for (const is of same) {
    const found = summaries.filter(is)
    if (found.length === 1) return found[0] ?? null
  }
  return null
}

function isSameFile(a: string, b: string, cwd: string): boolean {
  return (
    !/^[a-z][a-z0-9+.-]+:\/\//i.test(a + b) && (isAbsolute(a) || isAbsolute(b)) && resolve(cwd, a) === resolve(cwd, b)
  )
}
