import { createHash } from 'node:crypto'
import { resolve } from 'node:path'
import { analyse, measureFor } from './analyse/index.js'
import type { BrowserSession } from './browser/index.js'
import { collectEach } from './collect/index.js'
import { compare } from './compare/index.js'
import { compose, resolveTemplate, warmComposer } from './compose/index.js'
import { loadCorrections } from './config/corrections.js'
import type { Format, GenerateOptions } from './config/index.js'
import { loadLens } from './config/lens.js'
import { type Classify, correct, strayCorrections } from './correct/index.js'
import { counted } from './counted.js'
import { ExitCode, UserError } from './errors.js'
import { attachmentsOf, exportAs } from './export/index.js'
import { extract, mergeReprints, stepsNamed } from './extract/index.js'
import { inspect, linkedNumbers } from './inspect/index.js'
import { localiseBriefing, localiseSummary } from './localise/index.js'
import { readEarlier } from './made.js'
import {
  type Article,
  type Briefing,
  type Correction,
  type Document,
  type EarlierBriefing,
  type Inspection,
  type Lens,
  type Note,
  outcome,
  type Summary,
} from './model/index.js'
import { prepareOutput, siblingPath, writeWhole } from './output.js'
import { print } from './print/index.js'
import type { PipelineContext } from './steps.js'
import { useOwnTerms } from './terms.js'
import { type Cost, openTranslationDesk, type TranslationDesk } from './translation.js'

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

interface Output {
  path: string
  format: Format
  bytes: number
  digest: string
}

/** What a run made, and from what. */
export interface Edition {
  title: { zh: string; en: string }
  outputs: Output[]
  pages: number | null
  organisations: number
  figures: number
  sources: { uri: string; digest: string }[]
  /** Sources that tell the same story as a fuller one, which was read instead. */
  reprints: { uri: string; of: string; sameFile: boolean }[]
  /** Sources that gave nothing, and why. */
  leftOut: { uri: string; reason: string }[]
  /** What translating took; null where nobody was asked and no person's English was used. */
  translation: Cost | null
  notes: Note[]
  inspection: Inspection | null
}

/** Reads sources into summaries in both languages, in input order. */
export async function readSummaries(
  options: Pick<GenerateOptions, 'lens' | 'store' | ReadingOption>,
  context: PipelineContext,
): Promise<Reading[]> {
  const lens = await loadLens(options.lens, context.cwd)
  await using desk = await openTranslationDesk({ ...options, translate: undefined }, context)
  await useOwnTerms(context.cwd, desk.terms)
  const readings = await read(options, lens, context)
  const localised: Reading[] = []
  for (const reading of readings) {
    const summary = reading.summary && (await desk.correct(localiseSummary(reading.summary, lens)))
    localised.push({ ...reading, summary })
  }
  return localised
}

/** The whole line: articles in, files out, through `session` where a PDF is asked for. What `generate` says of errors holds. */
export async function runLine(
  options: GenerateOptions,
  context: PipelineContext,
  session: BrowserSession | null,
): Promise<Edition> {
  warmComposer()
  const { cwd, signal, onStep } = context
  const lens = await loadLens(options.lens, cwd)
  await using desk = await openTranslationDesk(options, context)
  await useOwnTerms(cwd, desk.terms)
  const template = await resolveTemplate(options.template, cwd)
  const target = await prepareOutput(options.out, options.formats[0] ?? 'pdf', cwd)
  const earlier = context.earlier ?? outcome(options.since ? await readEarlier(options.since, cwd) : null)

  const readings = await read(options, lens, context, mergeStories)
  refuseToReplaceSource(readings, outputPaths(options.formats, target), cwd)
  const { briefing, translation } = await briefed(readings, { ...options, earlier: earlier.value }, lens, desk, context)
  const withDoubts = { ...briefing, notes: [...briefing.notes, ...earlier.notes, ...leftOutNotes(readings)] }

  const made = await compose(withDoubts, {
    template,
    languages: options.languages,
    paper: options.paper,
    attachments: attachmentsOf(withDoubts),
  })
  onStep?.('compose', counted(made.value.expectations.charts.length, 'chart'))

  const printed =
    session &&
    (await printAndInspect({ document: made.value, linked: linkedNumbers(withDoubts) }, target, session, context))
  signal?.throwIfAborted()
  const outputs = await writeAll(options.formats, target, {
    pdf: () => printed?.pdf ?? null,
    html: () => made.value.html,
    export: (form) => exportAs(form, withDoubts, options.languages),
  })
  onStep?.('write', outputs.map((output) => output.path).join(', '))

  return {
    title: { zh: briefing.title.zh, en: briefing.title.en },
    outputs,
    pages: printed?.inspection.pages ?? null,
    organisations: briefing.organisations.length,
    figures: briefing.facts.length,
    sources: readings.flatMap((reading) => {
      const { uri, digest } = reading
      return digest && !isLeftOut(reading) ? { uri, digest } : []
    }),
    reprints: reprintsAmong(readings),
    leftOut: readings.filter(isLeftOut).map(({ uri, notes }) => ({ uri, reason: notes[0]?.message ?? '' })),
    translation,
    notes: [...withDoubts.notes, ...made.notes, ...(printed?.notes ?? [])],
    inspection: printed?.inspection ?? null,
  }
}

/** What the articles say, compared and in both languages, as `generate` prints it. */
export async function makeBriefing(options: GenerateOptions, context: PipelineContext): Promise<Briefing> {
  const lens = await loadLens(options.lens, context.cwd)
  await using desk = await openTranslationDesk(options, context)
  await useOwnTerms(context.cwd, desk.terms)
  const readings = await read(options, lens, context, mergeStories)
  return (await briefed(readings, { ...options, earlier: null }, lens, desk, context)).briefing
}

async function briefed(
  readings: Reading[],
  { title, date, earlier }: Pick<GenerateOptions, 'title' | 'date'> & { earlier: EarlierBriefing | null },
  lens: Lens,
  desk: TranslationDesk,
  { signal, onStep }: PipelineContext,
): Promise<{ briefing: Briefing; translation: Cost | null }> {
  const summaries = readings.flatMap((reading) => reading.summary ?? [])
  if (summaries.length === 0) throw nothingToRead(readings)
  signal?.throwIfAborted()
  const compared = compare(summaries, {
    lens,
    ...(title && { title }),
    ...(date && { date }),
    ...(earlier && { earlier }),
  })
  const built = localiseBriefing(compared, lens)
  onStep?.(
    'compare',
    `${counted(built.organisations.length, 'organisation')}, ${counted(built.facts.length, 'figure')}`,
  )
  const { value: briefing, cost: translation } = await desk.translate(built)
  if (translation?.translator) onStep?.('translate', counted(translation.translated + translation.fromMemory, 'text'))
  return { briefing, translation }
}

type ReadingOption = 'sources' | 'corrections' | 'withoutSteps' | 'allowPrivateNetwork'

async function read(
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
function mergeStories(extracted: Extracted[]): Extracted[] {
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

/** Where each form is written: one to the file that was named, several beside it. */
function outputPaths(formats: readonly Format[], target: string): string[] {
  return formats.map((format) => (formats.length === 1 ? target : siblingPath(target, format)))
}

function refuseToReplaceSource(readings: Reading[], targets: readonly string[], cwd: string): void {
  const sources = new Set(readings.map(({ uri }) => resolve(cwd, uri)))
  const target = targets.find((path) => sources.has(path))
  if (target === undefined) return
  throw new UserError({
    code: 'output-is-source',
    exitCode: ExitCode.usage,
    message: `--out names ${target}, which is one of the sources`,
    next: ['name another file with --out'],
  })
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

function reprintsAmong(readings: Reading[]): Edition['reprints'] {
  const first = new Map(readings.map(({ digest, uri }) => [digest, uri] as const).reverse())
  return readings.flatMap(({ uri, digest, reprintOf }) => {
    if (reprintOf === undefined) return []
    const same = first.get(digest) ?? uri
    return { uri, of: same === uri ? reprintOf : same, sameFile: same !== uri }
  })
}

function isLeftOut({ summary, reprintOf }: Reading): boolean {
  return !summary && reprintOf === undefined
}

function leftOutNotes(readings: Reading[]): Note[] {
  return readings.filter(isLeftOut).map(({ uri, notes }) => ({
    severity: 'warning',
    code: 'source-left-out',
    message: `${uri} was left out: ${notes[0]?.message ?? 'no article was found in it'}`,
    source: uri,
    params: { uri, reason: notes[0]?.message ?? '' },
  }))
}

async function printAndInspect(
  { document, linked }: { document: Document; linked: ReturnType<typeof linkedNumbers> },
  target: string,
  session: BrowserSession,
  context: PipelineContext,
) {
  const { onStep } = context
  const printed = await print(document, session)
  onStep?.('print', `${Math.round(printed.value.length / 1024)} KB`)
  // The browser ends while the file is read back and written; whoever opened the session waits for that.
  void session.close()
  const inspection = await inspect(printed.value, {
    ...document.expectations,
    contents: document.contents,
    attachments: document.attachments,
    linked,
  })
  const failed = inspection.checks.filter(({ passed }) => !passed)
  if (failed.length > 0) {
    const rejected = siblingPath(target, 'rejected.pdf')
    await writeWhole(rejected, printed.value)
    throw new UserError({
      code: 'inspection-failed',
      exitCode: ExitCode.inspection,
      message: `the PDF does not hold what it should: ${failed.map(({ message, details }) => [message, ...details.slice(0, 3)].join('; ')).join(' | ')}`,
      next: [`look at ${rejected}`, 'if the template is yours, run jianbao template check; if not, report this'],
    })
  }
  onStep?.('inspect', `${counted(inspection.pages, 'page')}, ${counted(inspection.checks.length, 'check')} passed`)
  return { pdf: printed.value, inspection, notes: [...printed.notes, ...session.notes] }
}

/** What each form of a briefing holds; made when it is written. */
interface Contents {
  pdf(): Uint8Array | null
  html(): string
  export(form: Exclude<Format, 'pdf' | 'html'>): Uint8Array | string
}

async function writeAll(formats: Format[], target: string, contents: Contents): Promise<Output[]> {
  const outputs: Output[] = []
  const paths = outputPaths(formats, target)
  for (const [at, format] of formats.entries()) {
    const bytes = format === 'pdf' || format === 'html' ? contents[format]() : contents.export(format)
    if (bytes === null) continue
    const path = paths[at] ?? target
    await writeWhole(path, bytes)
    const digest = `sha256:${createHash('sha256').update(bytes).digest('hex')}`
    outputs.push({ path, format, bytes: Buffer.byteLength(bytes), digest })
  }
  return outputs
}
