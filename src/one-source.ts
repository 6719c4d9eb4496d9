import { analyse } from './analyse/index.js'
import { messageOf } from './errors.js'
import { extract, stepsNamed } from './extract/index.js'
import { localiseSummary, type Vocabulary } from './localise/index.js'
import type { Article, Lens, Note, Source, Summary } from './model/index.js'

/** How far sources are read, and with what: the same for all sources of a run. Plain data, fit for another thread. */
export interface Way {
  /** Names of steps of the extraction that are switched off. */
  withoutSteps: string[]
  /** Whether what was removed is on record step by step only. */
  inBulk: boolean
  /** With it each article is read to its summary in both languages. */
  lens: Lens | null
}

/** A source, and what was noticed about it before. */
export interface ToRead {
  source: Source
  notes: Note[]
}

export interface Read {
  article: Article | null
  summary: Summary | null
  notes: Note[]
}

/** Reads one source by itself. Trouble in it, a bug of ours too, is a note: the others are read all the same. */
export function readSource(
  { source, notes: known }: ToRead,
  { withoutSteps, inBulk, lens }: Way,
  vocabulary: Vocabulary,
): Read {
  try {
    const { value: article, notes } = extract(source, { without: stepsNamed(withoutSteps), inBulk })
    const all = [...known, ...notes]
    if (article === null || lens === null) return { article, summary: null, notes: all }
    const summary = analyse(article, lens)
    summary.notes.push(...all)
    return { article, summary: localiseSummary(summary, lens, vocabulary), notes: all }
  } catch (error) {
    return failed(source.uri, messageOf(error))
  }
}

/** What is known of a source that could not be read through no fault of its own. */
export function failed(uri: string, reason: string): Read {
  const note: Note = {
    severity: 'error',
    code: 'source-failed',
    message: `Reading "${uri}" failed: ${reason}.`,
    hint: 'This is a bug of ours: report it, with the file if you can share it.',
    source: uri,
  }
  return { article: null, summary: null, notes: [note] }
}
