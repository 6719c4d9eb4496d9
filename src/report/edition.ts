import { relative } from 'node:path'
import { counted } from '../counted.js'
import type { Edition } from '../pipeline.js'
import { describeNote } from './note.js'

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
