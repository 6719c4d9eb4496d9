import { approximationMark, digits } from '../../language/render.js'
import type { BriefingFact, Entry, Row } from '../../model/index.js'
import type { Figure, Reference } from '../context/index.js'
import { sayTime } from './dates.js'
import { type Desk, factsOf } from './desk.js'
import { shortened } from './shorten.js'
import { evidenceHref, type Place } from './uses.js'
import { say } from './words.js'

const shownReferences = 4

/** A table's value with its marks and its links; every fact that is named beside it gets a way back. */
export function figureOf(desk: Desk, entry: Entry, place: Place): Figure | null {
  const facts = factsOf(desk, entry.facts)
  const [first, ...others] = facts
  if (!first) return null
  const { href, id } = desk.uses.take(first, place)
  // Only what is shown takes a place: a way back leads to something on the page.
  const shown = others.slice(0, shownReferences - 1).map((fact) => referTo(desk, fact, place))
  return {
    sum: entry.sum,
    mark: approximationMark(entry.approximation),
    ...cutNumber(entry.value, entry.upper),
    href,
    id,
    references: [{ number: first.number, href, id: null }, ...shown],
    more: others.length - shown.length,
    qualifier: qualifierOf(desk, entry),
    time: entry.time && sayTime(desk, entry.time),
    dated: null,
    part: entry.role === 'part',
    since: entry.sum ? null : (desk.since.get(first.id) ?? null),
  }
}

const longestQualifier = { zh: 28, en: 70 }
/** Up to this many organisations columns are wide enough for the whole. */
const wideColumns = { organisations: 2, zh: 60, en: 160 }

function qualifierOf(desk: Desk, { qualifier }: Entry): Figure['qualifier'] {
  if (!qualifier || !(qualifier.zh || qualifier.en)) return null
  const wide = desk.briefing.organisations.length <= wideColumns.organisations
  return say(desk, shortened(qualifier, wide ? wideColumns : longestQualifier))
}

/** 8.8 → `8` and `.8`, for alignment on the decimal point; a range is not cut. */
function cutNumber(value: number, upper: number | null): { whole: string; fraction: string } {
  if (upper !== null) return { whole: `${digits(value)}–${digits(upper)}`, fraction: '' }
  const [whole = '', fraction] = digits(value).split('.')
  return { whole, fraction: fraction ? `.${fraction}` : '' }
}

/** The figure as it stands in its table, a term of a sum by itself; of one that stands in none, its own. */
export function entryOf(row: Row | undefined, { id, quantity, time, role }: BriefingFact): Entry {
  const { value, upper, approximation } = quantity
  const found = row?.cells.flatMap(({ entries }) => entries).find(({ facts }) => facts.includes(id))
  const qualifier = found && !found.sum ? found.qualifier : null
  return { facts: [id], value, upper, approximation, sum: false, qualifier, time, role }
}

/** A value as it is printed in tables, mark aside. */
export function numberText(value: number, upper: number | null): string {
  const { whole, fraction } = cutNumber(value, upper)
  return whole + fraction
}

/** A numbered link to a fact's evidence that the evidence leads back to. */
export function referTo(desk: Desk, fact: BriefingFact, place: Place): Reference {
  return { number: fact.number, ...desk.uses.take(fact, place) }
}

/** A numbered link to a fact's evidence without a way back (the place is a list of sources for what stands above). */
export function plainReference(fact: BriefingFact): Reference {
  return { number: fact.number, href: evidenceHref(fact), id: null }
}
