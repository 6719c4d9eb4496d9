import { resolve } from 'node:path'
import type { BrowserSession } from './browser/index.js'
import { compare } from './compare/index.js'
import { compose, resolveTemplate, warmComposer } from './compose/index.js'
import type { Format, GenerateOptions } from './config/index.js'
import { loadLens } from './config/lens.js'
import { counted } from './counted.js'
import { digestOf } from './digest.js'
import { ExitCode, UserError } from './errors.js'
import { attachmentsOf, exportAs } from './export/index.js'
import { inspect, linkedNumbers, saidTwice } from './inspect/index.js'
import { localiseBriefing, type Vocabulary } from './localise/index.js'
import { readEarlier } from './made.js'
import {
  type Briefing,
  type Document,
  type EarlierBriefing,
  type Inspection,
  type Lens,
  type Note,
  outcome,
} from './model/index.js'
import { prepareOutput, siblingPath, writeWhole } from './output.js'
import { print } from './print/index.js'
import {
  isLeftOut,
  leftOutNotes,
  mergeStories,
  nothingToRead,
  problemOf,
  type Reading,
  readArticles,
} from './reading.js'
import type { PipelineContext } from './steps.js'
import { vocabularyFor } from './terms.js'
import { type Cost, openTranslationDesk, type TranslationDesk } from './translation.js'

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
  const vocabulary = await vocabularyFor(cwd, desk.terms)
  const template = await resolveTemplate(options.template, cwd)
  const target = await prepareOutput(options.out, options.formats[0] ?? 'pdf', cwd)
  const earlier = context.earlier ?? outcome(options.since ? await readEarlier(options.since, cwd) : null)

  const readings = await readArticles(options, lens, context, mergeStories)
  refuseToReplaceSource(readings, outputPaths(options.formats, target), cwd)
  const { briefing, translation } = await briefed(
    readings,
    { ...options, earlier: earlier.value, vocabulary },
    lens,
    desk,
    context,
  )
  const withDoubts = {
    ...briefing,
    notes: [...briefing.notes, ...earlier.notes, ...desk.notes, ...leftOutNotes(readings)],
  }

  const made = await compose(withDoubts, {
    template,
    languages: options.languages,
    ...(options.paper && { paper: options.paper }),
    ...(options.layout && { layout: options.layout }),
    attachments: attachmentsOf(withDoubts),
  })
  onStep?.('compose', counted(made.value.expectations.charts.length, 'chart'))

  const printed =
    session && (await printAndInspect({ document: made.value, briefing: withDoubts }, target, session, context))
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
    leftOut: readings.filter(isLeftOut).map((each) => ({ uri: each.uri, reason: problemOf(each)?.message ?? '' })),
    translation,
    notes: [...withDoubts.notes, ...made.notes, ...(printed?.notes ?? [])],
    inspection: printed?.inspection ?? null,
  }
}

/** What the articles say, compared and in both languages, as `generate` prints it. */
export async function makeBriefing(
  options: GenerateOptions,
  context: PipelineContext,
): Promise<{ briefing: Briefing; vocabulary: Vocabulary }> {
  const lens = await loadLens(options.lens, context.cwd)
  await using desk = await openTranslationDesk(options, context)
  const vocabulary = await vocabularyFor(context.cwd, desk.terms)
  const readings = await readArticles(options, lens, context, mergeStories)
  const { briefing } = await briefed(readings, { ...options, earlier: null, vocabulary }, lens, desk, context)
  return { briefing, vocabulary }
}

async function briefed(
  readings: Reading[],
  {
    title,
    date,
    earlier,
    vocabulary,
  }: Pick<GenerateOptions, 'title' | 'date'> & { earlier: EarlierBriefing | null; vocabulary: Vocabulary },
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
  const built = localiseBriefing(compared, lens, vocabulary)
  onStep?.(
    'compare',
    `${counted(built.organisations.length, 'organisation')}, ${counted(built.facts.length, 'figure')}`,
  )
  const { value: briefing, cost: translation } = await desk.translate(built, vocabulary)
  if (translation?.translator) onStep?.('translate', counted(translation.translated + translation.fromMemory, 'text'))
  return { briefing, translation }
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

function reprintsAmong(readings: Reading[]): Edition['reprints'] {
  const first = new Map(readings.map(({ digest, uri }) => [digest, uri] as const).reverse())
  return readings.flatMap(({ uri, digest, reprintOf }) => {
    if (reprintOf === undefined) return []
    const same = first.get(digest) ?? uri
    return { uri, of: same === uri ? reprintOf : same, sameFile: same !== uri }
  })
}

async function printAndInspect(
  { document, briefing }: { document: Document; briefing: Briefing },
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
    linked: linkedNumbers(briefing),
    sentences: saidTwice(briefing),
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
    const digest = digestOf(bytes)
    outputs.push({ path, format, bytes: Buffer.byteLength(bytes), digest })
  }
  return outputs
}
