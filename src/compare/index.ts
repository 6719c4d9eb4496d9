import type { Briefing, Lens, Summary } from '../model/index.js'
import { editionDate, periodOf, timesOf } from './dates.js'
import { finish } from './finish.js'
import { gather } from './gather.js'
import { keyFigures, partsOfShown } from './key-figures.js'
import { leadOf } from './lead.js'
import { coverage } from './matrix.js'
import { orderRows } from './order.js'
import { draftRows } from './rows.js'
import { timelineOf } from './timeline.js'

export interface CompareOptions {
  lens: Lens
  title?: { zh?: string; en?: string }
  /** Edition date, `YYYY-MM-DD`. */
  date?: string
}

/**
 * Puts the organisations of the summaries side by side. Pure; English texts stay empty for `localise`, except the lens's
 * own labels. The rules are told in docs/comparing.md.
 */
export function compare(summaries: readonly Summary[], { lens, title, date }: CompareOptions): Briefing {
  const gathered = gather(summaries)
  const { organisations, sources, facts, acts } = gathered
  const table = draftRows(facts, organisations, lens)
  const groups = orderRows(table, facts, lens)
  const { comparison, notes } = finish(groups, table, gathered)
  const period = periodOf(timesOf(gathered))
  const key = keyFigures(comparison, partsOfShown(facts, table))
  return {
    schemaVersion: 1,
    title: { zh: title?.zh ?? '', en: title?.en ?? '', enBasis: title?.en === undefined ? 'none' : 'terms' },
    date: editionDate(date, gathered, period),
    period,
    lens: {
      id: lens.id,
      version: lens.version,
      label: { ...lens.label, enBasis: 'terms' },
      subject: { ...lens.subject, enBasis: 'terms' },
    },
    organisations,
    sources,
    facts,
    acts,
    keyFigures: key,
    lead: leadOf(table, facts, key),
    ...coverage(organisations, facts, acts, table.rowOf, lens),
    comparison,
    timeline: timelineOf(gathered, lens),
    notes,
  }
}
