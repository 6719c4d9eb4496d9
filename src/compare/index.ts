import {
  type Briefing,
  type BriefingSource,
  type EarlierBriefing,
  type Lens,
  type Summary,
  unnamedSubject,
} from '../model/index.js'
import { editionDate, periodOf, timesOf } from './dates.js'
import { finish } from './finish.js'
import { gather } from './gather.js'
import { keyFigures, relativesOf } from './key-figures.js'
import { leadOf } from './lead.js'
import { coverage } from './matrix.js'
import { orderRows } from './order.js'
import { draftRows } from './rows.js'
import { sinceEdition } from './since/index.js'
import { sinceNotes } from './since/notes.js'
import { timelineOf } from './timeline.js'

export interface CompareOptions {
  lens: Lens
  title?: { zh?: string; en?: string }
  /** Edition date, `YYYY-MM-DD`. */
  date?: string
  /** An edition made before: what differs from it is told. */
  earlier?: EarlierBriefing
}

/**
 * Puts the organisations of the summaries side by side. Pure; English texts stay empty for `localise`, except the lens's
 * own labels. The rules are told in docs/comparing.md.
 */
export function compare(summaries: readonly Summary[], { lens, title, date, earlier }: CompareOptions): Briefing {
  const gathered = gather(summaries)
  const { organisations, sources, facts, acts } = gathered
  const table = draftRows(facts, organisations, lens)
  const groups = orderRows(table, facts, lens)
  const { comparison, notes } = finish(groups, table, gathered)
  const since = earlier && sinceEdition({ organisations, sources, facts, comparison }, earlier, lens)
  const period = periodOf(timesOf(gathered))
  const key = keyFigures(comparison, relativesOf(facts))
  return {
    schemaVersion: 1,
    title: { zh: title?.zh ?? '', en: title?.en ?? '', enBasis: title?.en === undefined ? 'none' : 'terms' },
    date: editionDate(date, gathered, period),
    period,
    lens: lensOf(lens, sources),
    organisations,
    sources,
    facts,
    acts,
    keyFigures: key,
    lead: leadOf(table, facts, key),
    ...coverage(organisations, facts, acts, table.rowOf, lens),
    comparison,
    timeline: timelineOf(gathered, lens),
    notes: earlier && since ? [...notes, ...sinceNotes(since, earlier, lens)] : notes,
    ...(since && { since }),
  }
}

/** What the briefing is about: the lens's subject where half of its sources are on it, else what any organisation reports. */
function lensOf({ id, version, label, subject }: Lens, sources: readonly BriefingSource[]): Briefing['lens'] {
  const onSubject = sources.filter((source) => source.onSubject).length * 2 >= sources.length
  const named = onSubject ? { label, subject } : unnamedSubject
  return {
    id,
    version,
    label: { ...named.label, enBasis: 'terms' },
    subject: { ...named.subject, enBasis: 'terms' },
  }
}
