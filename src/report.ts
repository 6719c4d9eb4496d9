import { relative } from 'node:path'
import { keyOf } from './correct/index.js'
import { counted } from './counted.js'
import type { Fact, Note, Summary } from './model/index.js'
import type { Edition } from './pipeline.js'
import { problemOf, type Reading } from './reading.js'
import type { ImportReport } from './translations.js'
import type { Verification } from './verification.js'
import type { VerifiedFigure } from './verify/index.js'

/** What `parse --json` prints. */
export interface ParsedArticles {
  articles: (Summary | { source: { uri: string }; error: { code: string; message: string; hint: string | null } })[]
}

export function toContract(readings: Reading[]): ParsedArticles {
  return {
    articles: readings.map((reading) => {
      if (reading.summary) return reading.summary
      const { code = 'no-article', message = 'no article found', hint = null } = problemOf(reading) ?? {}
      return { source: { uri: reading.uri }, error: { code, message, hint } }
    }),
  }
}

/** What a run made, for people: path, pages, what the briefing holds, what was left out. */
export function describeEdition(edition: Edition, { cwd, verbose }: { cwd: string; verbose: boolean }): string {
  const doubts = edition.notes.filter(({ severity }) => severity !== 'info')
  const shown = verbose ? edition.notes : doubts.filter(({ code }) => code !== 'source-left-out').slice(0, 5)
  return [
    `${edition.title.zh}  ${edition.title.en}`,
    ...edition.outputs.map(({ path, format, bytes }) => {
      const pages = format === 'pdf' && edition.pages !== null ? `${counted(edition.pages, 'page')}, ` : ''
      return `${relative(cwd, path) || path}  (${pages}${Math.ceil(bytes / 1024)} KB)`
    }),
    `${counted(edition.organisations, 'organisation')}, ${counted(edition.sources.length, 'source')}, ${counted(edition.figures, 'figure')}, each linked to its sentence`,
    ...(edition.translation ? [describeCost(edition.translation)] : []),
    ...edition.reprints.map(
      ({ uri, of, sameFile }) => `read once: ${uri} ${sameFile ? 'is the same file as' : 'tells the story of'} ${of}`,
    ),
    ...leftOut(edition),
    ...shown.map((note) => describeNote(note)),
    ...(doubts.length > shown.length && !verbose
      ? [`(${counted(doubts.length - shown.length, 'more note')}: --verbose)`]
      : []),
  ].join('\n')
}

/** What translating took, on one line. */
function describeCost(cost: NonNullable<Edition['translation']>): string {
  const { translator, requests, characters, inputTokens, outputTokens } = cost
  const counts = [
    [cost.translated, 'translated now'],
    [cost.fromMemory, 'from memory'],
    [cost.fromPersons, 'by persons'],
    [cost.refused, 'refused'],
    [cost.unanswered, 'without an answer'],
  ] as const
  const texts = counts.filter(([number]) => number > 0).map(([number, what]) => `${number} ${what}`)
  const tokens = inputTokens + outputTokens > 0 ? `, ${inputTokens} + ${outputTokens} tokens` : ''
  const sent = requests > 0 ? ` (${counted(requests, 'request')}, ${characters} characters${tokens})` : ''
  return `translation${translator === null ? '' : ` by ${translator}`}: ${texts.join(', ') || 'nothing to translate'}${sent}`
}

/** What was left out and why, a line each; empty where nothing was. */
export function describeLeftOut(edition: Edition): string {
  return leftOut(edition)
    .map((line) => `${line}\n`)
    .join('')
}

function leftOut(edition: Edition): string[] {
  return edition.leftOut.map(({ uri, reason }) => `left out: ${uri}: ${reason}`)
}

/** What became of an imported file; each text that was not taken with its line. */
export function describeImport({ taken, unchanged, conflicts }: ImportReport, file: string): string {
  return [
    ...conflicts.map(({ line, kind, message }) => `${file}:${line}: ${kind}: ${message}`),
    `${counted(taken, 'text')} taken, ${unchanged} unchanged, ${counted(conflicts.length, 'conflict')}`,
  ].join('\n')
}

/** An article and every fact beside its sentence, the figure marked. */
export function describeReading({ uri, summary, notes }: Reading): string {
  if (!summary) return `${uri}\n${notes.map((note) => `  ${describeNote(note, uri)}`).join('\n')}\n`
  const { article, organisation } = summary
  const head = [
    uri,
    `  ${article.title.zh}`,
    ...(article.title.en ? [`  ${article.title.en}`] : []),
    `  ${organisation.zh || '(organisation unknown)'}  ${organisation.en}`,
    `  ${article.publishedAt.value ?? 'no date'} (${article.publishedAt.basis})  ${article.publisher ?? ''}`,
    '',
  ]
  return [
    ...head,
    ...summary.facts.map(describeFact),
    ...summary.notes.map((note) => `  ${describeNote(note, uri)}`),
    '',
  ].join('\n')
}

/** Every fact as a key for `corrections.yaml`, to be copied under `reject:` or `change:`. */
export function describeKeys(reading: Reading): string {
  const { summary } = reading
  if (!summary) return describeReading(reading)
  return summary.facts
    .map((fact) => {
      const { source, sentence, figure, occurrence } = keyOf(summary, fact)
      const { value, unit } = fact.quantity
      return [
        `  # ${fact.id}: ${value} ${unit ?? ''} · ${fact.item.zh} · ${fact.measure ?? fact.category ?? '–'}`,
        `  - source: ${JSON.stringify(source)}`,
        `    sentence: ${JSON.stringify(sentence)}`,
        `    figure: ${JSON.stringify(figure)}`,
        ...(occurrence > 1 ? [`    occurrence: ${occurrence}`] : []),
      ].join('\n')
    })
    .join('\n')
}

function describeFact(fact: Fact): string {
  const { sentence, start, end, sentenceStart } = fact.evidence
  const marked = `${sentence.slice(0, start - sentenceStart)}【${fact.quantity.surface}】${sentence.slice(end - sentenceStart)}`
  const kind = [fact.category ?? '–', fact.measure ?? fact.item.zh, fact.role === 'single' ? '' : fact.role]
    .filter(Boolean)
    .join(' · ')
  return `  ${fact.id}  ${fact.quantity.surface}  ${fact.item.zh}  [${kind}]\n      ${fact.statement.en}\n      ${marked}\n`
}

function describeNote({ severity, message, hint, source }: Note, uri?: string): string {
  const where = source === undefined || source === uri || message.includes(source) ? '' : `${source}: `
  return `${severity}: ${where}${message}${hint ? ` → ${hint}` : ''}`
}

const mostFigures = 40

/** What still stands of a briefing, what does not, and whether its PDF is what was printed. */
export function describeVerification(verification: Verification, { verbose }: { verbose: boolean }): string {
  const { title, digest, document, counts, figures, unread } = verification
  const failed = document?.checks.filter(({ passed }) => !passed) ?? []
  const told = figures.filter(({ status }) => verbose || status === 'changed' || status === 'gone')
  const shown = verbose ? told : told.slice(0, mostFigures)
  return [
    `${title.zh}  ${title.en}`,
    digest,
    ...(document?.passed ? ['✓ the PDF says what its model says, and holds the files that were put in'] : []),
    ...failed.map(({ message, details }) => `✗ the PDF was changed: ${[message, ...details].join('; ')}`),
    `${counts.holds} hold, ${counts.moved} moved, ${counts.changed} changed, ${counts.gone} gone${counts.unread ? `, ${counts.unread} not read` : ''}`,
    ...shown.map(describeFigure),
    ...(told.length > shown.length ? [`(${told.length - shown.length} more: --verbose)`] : []),
    ...unread.map(({ uri, reason }) => `not read: ${uri}: ${reason}`),
  ].join('\n')
}

function describeFigure({ status, number, printed, now, source, sentence }: VerifiedFigure): string {
  return `${status.padEnd(7)} ${number}  ${printed}${now ? ` → ${now.printed}` : ''}  ${source}\n        ${sentence.replace(/\s+/g, ' ')}`
}
