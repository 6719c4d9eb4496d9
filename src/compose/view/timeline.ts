import type { TimelineEntry } from '../../model/index.js'
import type * as context from '../context/index.js'
import { sayTime } from './dates.js'
import { type Desk, factsOf } from './desk.js'
import { shortNameOf } from './names.js'
import { prose } from './prose.js'
import { shortened } from './shorten.js'
import type { Place } from './uses.js'

/** In order of their end, then of their beginning. */
export function byTime(a: TimelineEntry, b: TimelineEntry): number {
  return compare(a.time.asOf, b.time.asOf) || compare(a.time.from ?? a.time.asOf, b.time.from ?? b.time.asOf)
}

export function timelineItems(desk: Desk, entries: readonly TimelineEntry[], place: Place): context.TimelineItem[] {
  return [...entries].sort(byTime).map((entry, index) => ({
    number: index + 1,
    when: sayTime(desk, entry.time),
    organisation: shortNameOf(desk, entry.organisation, longestName),
    href: `#${entry.organisation}`,
    ...prose(
      desk,
      place === 'organisation' ? shortened(entry.text, longest) : entry.text,
      factsOf(desk, entry.facts),
      place,
    ),
  }))
}

/** An organisation's page gives the first clauses; the whole stands in the timeline of all. */
const longest = { zh: 26, en: 64 }
const longestName = { zh: 16, en: 44 }

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
