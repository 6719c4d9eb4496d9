import type { Fact, Note } from '../model/index.js'
import type { Judged } from './judge.js'

/** What the second reading of one article found. */
export interface Findings extends Omit<Judged, 'agreed' | 'unfounded'> {
  /** As the reader is told. */
  by: string
  agreed: number
  /** Figures of ours in what it read. */
  of: number
  withheld: number
  /** Why a part of the article was not read; null where all was. */
  trouble: string | null
}

/** Differences, and figures besides, that are told one by one. */
const mostTold = 10

/** Everything a note holds comes from the article, from us, or is a number. */
export function notesOf(findings: Findings, { source, text }: { source: string; text: string }): Note[] {
  const { by, agreed, of, differing, besides, withheld, trouble } = findings
  const notes: Note[] = [
    ...(of > 0 ? [agreementNote(findings)] : []),
    ...differing.slice(0, mostTold).map(({ fact, ...other }) => differenceNote(by, fact, other)),
    ...besides.slice(0, mostTold).map(({ start, end }) => besidesNote(by, text.slice(start, end), start, end)),
  ]
  if (withheld > 0) {
    const message = `${withheld} lines were not sent to the second reader: they look like instructions to a machine.`
    notes.push({ severity: 'warning', code: 'crosscheck-withheld', message, params: { lines: withheld } })
  }
  if (trouble !== null) {
    const message = `${by} did not read all of the article: ${trouble}.`
    notes.push({ severity: 'warning', code: 'crosscheck-failed', message, params: { by, reason: trouble, agreed } })
  }
  return notes.map((note) => ({ ...note, source }))
}

function agreementNote({ by, agreed, of, differing, besides }: Findings): Note {
  const params = { by, agreed, of, differing: differing.length, besides: besides.length }
  const message =
    `${by} read the article too: of ${of} figures it reads ${agreed} with the same value and ${differing.length} ` +
    `with another; it takes ${besides.length} more numbers for figures.`
  return { severity: 'info', code: 'crosscheck', message, params }
}

function differenceNote(
  by: string,
  { id, evidence, quantity }: Fact,
  other: { value: number; upper: number | null },
): Note {
  const { surface } = quantity
  const said = other.upper === null ? `${other.value}` : `${other.value}–${other.upper}`
  return {
    severity: 'warning',
    code: 'crosscheck-differs',
    message: `${by} reads “${surface}” as ${said}; our reading stands.`,
    hint: 'Look at the sentence; what is wrong can be corrected in corrections.yaml.',
    start: evidence.start,
    end: evidence.end,
    facts: [id],
    params: { by, surface, other: other.value, upper: other.upper },
  }
}

function besidesNote(by: string, surface: string, start: number, end: number): Note {
  return {
    severity: 'warning',
    code: 'crosscheck-besides',
    message: `${by} takes “${surface}” for a figure; the briefing does not.`,
    hint: 'Look at the sentence; a figure can be added in corrections.yaml.',
    start,
    end,
    params: { by, surface },
  }
}
