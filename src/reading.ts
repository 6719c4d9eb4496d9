import { analyse, measureFor } from './analyse/index.js'
import { collectEach } from './collect/index.js'
import { loadCorrections } from './config/corrections.js'
import type { GenerateOptions } from './config/index.js'
import { loadLens } from './config/lens.js'
import { type Classify, correct, strayCorrections } from './correct/index.js'
import { counted } from './counted.js'
import { ExitCode, UserError } from './errors.js'
import { extract, mergeReprints, stepsNamed } from './extract/index.js'
import { localiseSummary } from './localise/index.js'
import { type Article, type Correction, type Lens, type Note, outcome, type Summary } from './model/index.js'
import type { PipelineContext } from './steps.js'
import { useOwnTerms } from './terms.js'
import { openTranslationDesk } from './translation.js'

/** One argument's article, or the reason why there is none. */
export interface Reading {
  uri: string
  summary: Summary | null
  digest: string | null
  /** Uri of the fuller source that tells the same story and was read instead. */
  reprintOf?: string
  /** Of severity `error` where `summary` is null. */
  notes: Note[]
}

/** Reads sources into summaries in both languages, in input order. */
export async function readSummaries(
  options: Pick<GenerateOptions, 'lens' | 'store' | ReadingOption>,
  context: PipelineContext,
): Promise<Reading[]> {
  const lens = await loadLens(options.lens, context.cwd)
  await using desk = await openTranslationDesk({ ...options, translate: undefined }, context)
  await useOwnTerms(context.cwd, desk.terms)
  const readings = await readArticles(options, lens, context)
  const localised: Reading[] = []
  for (const reading of readings) {
    const summary = reading.summary && (await desk.correct(localiseSummary(reading.summary, lens)))
    localised.push({ ...reading, summary })
  }
  localised[0]?.summary?.notes.push(...desk.notes)
  return localised
}

type ReadingOption = 'sources' | 'corrections' | 'withoutSteps' | 'allowPrivateNetwork'

/** Reads sources into summaries, in input order; `merge` makes one article of several that tell the same story. */
export async function readArticles(
  { sources, corrections: named, withoutSteps = [], allowPrivateNetwork = false }: Pick<GenerateOptions, ReadingOption>,
  lens: Lens,
  { cwd, signal, onStep }: PipelineContext,
  merge?: (extracted: Extracted[]) => Extracted[],
): Promise<Reading[]> {
  const without = stepsNamed(withoutSteps)
  const extracted: Extracted[] = []
  // A source goes as soon as its article is known: thousands of pages do not stand in memory together.
  const collected = collectEach(sources, { cwd, allowPrivateNetwork, ...(signal && { signal }) })
  for await (const { uri, source, problem, notes: known = [] } of collected) {
    const { value, notes } = source
      ? extract(source, { without, inBulk: merge !== undefined })
      : outcome(null, problem ? [problem] : [])
    extracted.push({ uri, digest: source?.digest ?? null, article: value, notes: [...known, ...notes] })
  }
  const uris = extracted.map(({ uri }) => uri)
  const corrections = await loadCorrections(uris, { cwd, lens, named })
  onStep?.('collect', counted(extracted.filter(({ digest }) => digest).length, 'source'))
  const readings: Reading[] = []
  for (const each of merge?.(extracted) ?? extracted) {
    signal?.throwIfAborted()
    readings.push(readOne(each, lens, corrections))
  }
  const summaries = readings.flatMap(({ summary }) => summary ?? [])
  summaries[0]?.notes.push(...strayCorrections(summaries, corrections))
  const figures = readings.reduce((sum, { summary }) => sum + (summary?.facts.length ?? 0), 0)
  onStep?.('analyse', `${counted(summaries.length, 'article')}, ${counted(figures, 'figure')}`)
  return readings
}

interface Extracted extends Omit<Reading, 'summary'> {
  article: Article | null
}

/** One article a story: of the same story on several sites the fullest is read. */
export function mergeStories(extracted: Extracted[]): Extracted[] {
  const stories = mergeReprints(extracted.flatMap(({ article }) => article ?? []))
  let next = 0
  return extracted.map((each) => {
    const story = each.article === null ? undefined : stories[next++]
    if (story === undefined) return each
    if (story.article === null) return { ...each, ...story }
    return { ...each, article: story.article, notes: [...each.notes, ...story.notes] }
  })
}

function readOne({ article, ...rest }: Extracted, lens: Lens, corrections: readonly Correction[]): Reading {
  const classify: Classify = (...counted) => measureFor(lens, ...counted)
  const summary = article && correct(analyse(article, lens), corrections, classify)
  if (summary) summary.notes.push(...rest.notes)
  return { ...rest, summary }
}

/** Where no source gave an article: what was wrong with each. */
export function nothingToRead(readings: Reading[]): UserError {
  const problems = readings.flatMap(({ notes }) => notes)
  const first = problems[0]
  return new UserError({
    code: first && readings.length === 1 ? first.code : 'no-article',
    exitCode: ExitCode.input,
    message:
      readings.length === 1 && first
        ? first.message
        : `none of the ${readings.length} sources holds an article: ${problems.map(({ message }) => message).join('; ')}`,
    next: [...new Set(problems.flatMap(({ hint }) => hint ?? []))],
  })
}

export function isLeftOut({ summary, reprintOf }: Reading): boolean {
  return !summary && reprintOf === undefined
}

export function leftOutNotes(readings: Reading[]): Note[] {
  return readings.filter(isLeftOut).map(({ uri, notes }) => ({
    severity: 'warning',
    code: 'source-left-out',
    message: `${uri} was left out: ${notes[0]?.message ?? 'no article was found in it'}`,
    source: uri,
    params: { uri, reason: notes[0]?.message ?? '' },
  }))
}
