import type { Span } from '../language/index.js'
import { type Squeezed, squeeze } from '../language/squeeze.js'
import type { Addition, Change, Correction, Fact, Note, Rejection, Summary } from '../model/index.js'
import { added, type Classify, changed, without, withoutNotes } from './apply.js'
import { factAt, isAbout, type Missing, placesOf } from './locate.js'
import { appliedNote, unmatchedNote } from './notes.js'

export type { Classify } from './apply.js'
export { keyOf } from './locate.js'

/**
 * The summary with what people corrected in it, and a note for each correction: made, or why it no longer applies.
 * Corrections of other articles change nothing. One figure told several times is one fact: all its places change.
 * Nothing is added that the text does not print. Pure.
 */
export function correct(summary: Summary, corrections: readonly Correction[], classify?: Classify): Summary {
  const mine = corrections.filter((correction) => isAbout(summary, correction))
  if (mine.length === 0) return summary
  const { text } = summary.article
  const squeezed = squeeze(text)
  const notes: Note[] = []
  let corrected = summary
  for (const correction of mine) {
    const made = one(corrected, correction, squeezed, classify)
    if (typeof made === 'string') notes.push(unmatchedNote(correction, made, summary.article.source.uri))
    else {
      corrected = made.summary
      notes.push(made.note)
    }
  }
  return { ...corrected, notes: [...corrected.notes, ...notes] }
}

/** Notes on corrections whose article is none of those read, though no file bears its name either. */
export function strayCorrections(summaries: readonly Summary[], corrections: readonly Correction[]): Note[] {
  return corrections
    .filter((correction) => !correction.elsewhere && !summaries.some((summary) => isAbout(summary, correction)))
    .map((correction) => unmatchedNote(correction, 'source'))
}

type Made = { summary: Summary; note: Note } | Missing

function one(summary: Summary, correction: Correction, squeezed: Squeezed, classify: Classify | undefined): Made {
  const places = placesOf(summary.article.text, squeezed, correction)
  if (typeof places === 'string') return places
  if (correction.kind === 'add') return add(summary, correction, places, classify)
  const facts = toldAt(summary.facts, places)
  const [first] = facts
  if (!first) return 'not-read'
  const note = appliedNote(summary, correction, first, facts.length)
  return { summary: applied(summary, correction, new Set(facts.map(({ id }) => id)), classify), note }
}

function applied(
  summary: Summary,
  correction: Rejection | Change,
  ids: ReadonlySet<string>,
  classify: Classify | undefined,
): Summary {
  if (correction.kind === 'reject') return without(summary, ids)
  const facts = summary.facts.map((fact) => (ids.has(fact.id) ? changed(fact, correction, classify) : fact))
  const settled = facts.some(({ id, corrected }) => ids.has(id) && corrected === 'value')
  return { ...(settled ? withoutNotes(summary, ids) : summary), facts }
}

/** The facts at these places and all that tell the same figure again, in text order. */
function toldAt(facts: readonly Fact[], places: readonly Span[]): Fact[] {
  const firsts = new Set(
    places.flatMap((place) => {
      const fact = factAt(facts, place)
      return fact ? [fact.repeats ?? fact.id] : []
    }),
  )
  return facts.filter(({ id, repeats }) => firsts.has(id) || (repeats !== null && firsts.has(repeats)))
}

function add(summary: Summary, addition: Addition, places: readonly Span[], classify: Classify | undefined): Made {
  const [place] = places
  if (!place) return 'figure'
  if (factAt(summary.facts, place)) return 'already-read'
  const number = Math.max(0, ...summary.facts.map(({ id }) => Number(id.slice(1)) || 0)) + 1
  const fact = added(summary.article, `f${number}`, place, addition, classify)
  if (!fact) return 'sentence'
  const facts = [...summary.facts, fact].sort((a, b) => a.evidence.start - b.evidence.start)
  const notes = summary.notes.filter(({ code }) => code !== 'no-facts')
  return { summary: { ...summary, facts, notes }, note: appliedNote(summary, addition, fact, 1) }
}
