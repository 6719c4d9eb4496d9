import { analyse, measureFor } from './analyse/index.js'
import { collectEach, foldersOf } from './collect/index.js'
import { holdCorrections, loadCorrections } from './config/corrections.js'
import type { GenerateOptions } from './config/index.js'
import { loadLens } from './config/lens.js'
import { type Classify, correct, strayCorrections } from './correct/index.js'
import { counted } from './counted.js'
import { ExitCode, messageOf, UserError } from './errors.js'
import { mergeReprints, stepsNamed } from './extract/index.js'
import { localiseSummary } from './localise/index.js'
import type { Article, Collected, Correction, Lens, Note, Summary } from './model/index.js'
import { failed, type Way } from './one-source.js'
import { type Added, onlyAdded } from './reprint-additions.js'
import { openSecondReader, readAgain } from './second-reading.js'
import { type ReadersOptions, readSources } from './source-readers.js'
import type { PipelineContext } from './steps.js'
import { vocabularyFor } from './terms.js'
import { openTranslationDesk } from './translation.js'

/** One argument's article, or the reason why there is none. */
export interface Reading {
  uri: string
  summary: Summary | null
  digest: string | null
  /** Uri of the fuller source that tells the same story; the summary holds what is told here only, null where nothing is. */
  reprintOf?: string
  /** One is of severity `error` where `summary` is null. */
  notes: Note[]
}

/** Reads sources into summaries in both languages, in input order. */
export async function readSummaries(
  options: Pick<GenerateOptions, 'lens' | 'store' | ReadingOption>,
  context: PipelineContext,
): Promise<Reading[]> {
  const readings: Reading[] = []
  for await (const reading of readEach(options, context)) readings.push(reading)
  return readings
}

/** `readSummaries`, each as soon as it is known. Where no corrections are at hand, nothing of it is kept here. */
export async function* readEach(
  options: Pick<GenerateOptions, 'lens' | 'store' | ReadingOption>,
  context: PipelineContext,
): AsyncGenerator<Reading> {
  const lens = await loadLens(options.lens, context.cwd)
  await using desk = await openTranslationDesk({ ...options, translate: undefined }, context)
  const english = { vocabulary: await vocabularyFor(context.cwd, desk.terms), corrected: desk.terms }
  const notes = [...desk.notes]
  for await (const reading of localised(options, lens, context, english)) {
    const summary = reading.summary && (await desk.correct(reading.summary, english.vocabulary))
    summary?.notes.push(...notes.splice(0))
    yield { ...reading, summary }
  }
}

/** Corrections are sought beside all sources before the first is corrected; without any, and a second reader, each is read by itself. */
async function* localised(
  options: Pick<GenerateOptions, ReadingOption>,
  lens: Lens,
  context: PipelineContext,
  english: NonNullable<ReadersOptions['english']>,
): AsyncGenerator<Reading> {
  const { sources, corrections, crosscheck } = options
  const { cwd } = context
  const isOurs = crosscheck === undefined || crosscheck.with === 'none'
  if (isOurs && corrections === undefined && !(await holdCorrections(await foldersOf(sources, cwd)))) {
    const way = { ...wayOf(options), lens }
    for await (const { article, ...reading } of readSources(collected(options, context), { way, cwd, english })) {
      context.signal?.throwIfAborted()
      yield reading
    }
    return
  }
  for (const reading of await readArticles(options, lens, context))
    yield { ...reading, summary: reading.summary && localiseSummary(reading.summary, lens, english.vocabulary) }
}

type ReadingOption =
  | 'sources'
  | 'corrections'
  | 'crosscheck'
  | 'withoutSteps'
  | 'allowPrivateNetwork'
  | 'userAgentContact'

function collected(
  { sources, allowPrivateNetwork = false, userAgentContact }: Pick<GenerateOptions, ReadingOption>,
  { cwd, signal }: PipelineContext,
): AsyncGenerator<Collected> {
  return collectEach(sources, { cwd, allowPrivateNetwork, userAgentContact, ...(signal && { signal }) })
}

/** Throws a UserError where a step is named that there is none of. */
function wayOf({ withoutSteps = [] }: Pick<GenerateOptions, ReadingOption>): Way {
  stepsNamed(withoutSteps)
  return { withoutSteps, inBulk: false, lens: null }
}

/** Reads sources into summaries, in input order; `merge` makes one article of several that tell the same story. */
export async function readArticles(
  options: Pick<GenerateOptions, ReadingOption>,
  lens: Lens,
  context: PipelineContext,
  merge?: (extracted: Extracted[]) => Extracted[],
): Promise<Reading[]> {
  const { cwd, signal, onStep } = context
  const second = await openSecondReader(options, context)
  const way = { ...wayOf(options), inBulk: merge !== undefined }
  const extracted: Extracted[] = []
  // A source goes as soon as its article is known: thousands of pages do not stand in memory together.
  for await (const { summary, ...each } of readSources(collected(options, context), { way, cwd })) extracted.push(each)
  const uris = extracted.map(({ uri }) => uri)
  const corrections = await loadCorrections(uris, { cwd, lens, named: options.corrections })
  onStep?.('collect', counted(extracted.filter(({ digest }) => digest).length, 'source'))
  const stories = merge?.(extracted) ?? extracted
  const whole: Reading[] = []
  for (const each of stories) {
    signal?.throwIfAborted()
    whole.push(readOne(each, lens, corrections))
  }
  const readings = withoutRetold(whole, stories)
  const summaries = readings.flatMap(({ summary }) => summary ?? [])
  summaries[0]?.notes.push(...strayCorrections(summaries, corrections))
  const figures = readings.reduce((sum, { summary }) => sum + (summary?.facts.length ?? 0), 0)
  onStep?.('analyse', `${counted(summaries.length, 'article')}, ${counted(figures, 'figure')}`)
  return second ? await readAgain(readings, second, context) : readings
}

interface Extracted extends Omit<Reading, 'summary'> {
  article: Article | null
  /** Where a reprint has sentences of its own. */
  added?: Added[]
}

/** Of a reprint only what the fuller text has not. */
function withoutRetold(readings: readonly Reading[], stories: readonly Extracted[]): Reading[] {
  const byUri = new Map(readings.map((reading) => [reading.uri, reading.summary]))
  return readings.map((reading, i) => {
    const { summary, reprintOf } = reading
    if (summary === null || reprintOf === undefined) return reading
    const fuller = byUri.get(reprintOf)
    return { ...reading, summary: fuller ? onlyAdded(summary, stories[i]?.added ?? [], fuller) : null }
  })
}

/** One article a story: of the same story on several sites the fullest is read. */
export function mergeStories(extracted: Extracted[]): Extracted[] {
  const stories = mergeReprints(extracted.flatMap(({ article }) => article ?? []))
  let next = 0
  return extracted.map((each) => {
    const story = each.article === null ? undefined : stories[next++]
    if (story === undefined) return each
    // A reprint without a sentence of its own is not read.
    if (story.article === null) return { ...each, ...story, article: story.added.length > 0 ? each.article : null }
    return { ...each, article: story.article, notes: [...each.notes, ...story.notes] }
  })
}

/** Trouble in one article, a bug of ours too, is a note: the others are read all the same. */
function readOne({ article, added, ...rest }: Extracted, lens: Lens, corrections: readonly Correction[]): Reading {
  const classify: Classify = (...thing) => measureFor(lens, ...thing)
  try {
    const summary = article && correct(analyse(article, lens), corrections, classify)
    if (summary) summary.notes.push(...rest.notes)
    return { ...rest, summary }
  } catch (error) {
    return { ...rest, summary: null, notes: [...rest.notes, ...failed(rest.uri, messageOf(error)).notes] }
  }
}

/** Where no source gave an article: what was wrong with each. */
export function nothingToRead(readings: Reading[]): UserError {
  const problems = readings.flatMap((reading) => problemOf(reading) ?? [])
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

/** Why a source gave nothing: what else was noticed about it may stand before. */
export function problemOf({ notes }: Pick<Reading, 'notes'>): Note | undefined {
  return notes.find(({ severity }) => severity === 'error') ?? notes[0]
}

export function isLeftOut({ summary, reprintOf }: Reading): boolean {
  return !summary && reprintOf === undefined
}

export function leftOutNotes(readings: Reading[]): Note[] {
  return readings.filter(isLeftOut).map((reading) => {
    const { uri } = reading
    const reason = problemOf(reading)?.message
    return {
      severity: 'warning',
      code: 'source-left-out',
      message: `${uri} was left out: ${reason ?? 'no article was found in it'}`,
      source: uri,
      params: { uri, reason: reason ?? '' },
    }
  })
}
