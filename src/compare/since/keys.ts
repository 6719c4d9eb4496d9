import { numeralRuns, squeeze } from '../../language/squeeze.js'
import type { BriefingFact, FactTime } from '../../model/index.js'
import type { PlacedMeasure } from '../measures.js'
import { normalisedName } from '../organisations.js'
import { giverOf, recipientOf } from '../qualifier.js'
import { plainClass, sizeUnit, unitClass } from '../units.js'
import type { Told } from './told.js'

/** A figure of one of the two editions, under the organisation's name as both write it. */
export interface Known extends Told {
  who: string
  /** The organisation's Chinese name. */
  name: string
  /** Addresses and titles of the articles that state it. */
  homes: string[]
}

/** The printed figure in its sentence: survives a new scrape of the page. One key for each statement. */
export function printedKeys({ who, facts }: Known): string[] {
  return facts.map((fact) => {
    const { text, offset, length } = placed(fact)
    return JSON.stringify([who, text, offset, length])
  })
}

/** The place in its sentence, whatever the numbers: survives an update of the article. */
export function placeKeys({ who, facts }: Known): string[] {
  return facts.map(({ evidence, quantity }) => {
    const { skeleton, before } = numeralRuns(evidence.sentence, evidence.start - evidence.sentenceStart)
    return JSON.stringify([who, skeleton, before, quantity.unit])
  })
}

function placed({ evidence, quantity }: BriefingFact): { text: string; offset: number; length: number } {
  const { text, at } = squeeze(evidence.sentence)
  const start = evidence.start - evidence.sentenceStart
  const offset = at.findIndex((index) => index >= start)
  return { text, offset: offset < 0 ? text.length : offset, length: squeeze(quantity.surface).text.length }
}

/** What is counted, of whom and for whom, in which class of units: the figure in other words. */
export function thingKey(known: Known, measures: ReadonlyMap<string, PlacedMeasure>): string {
  return JSON.stringify([circumstances(known, measures), normalisedName(known.facts[0].item.zh)])
}

/** The same without the words for the thing; null where no measure says what is counted. */
export function measureKey(known: Known, measures: ReadonlyMap<string, PlacedMeasure>): string | null {
  return measureOf(known.facts) === null ? null : circumstances(known, measures)
}

function circumstances(known: Known, measures: ReadonlyMap<string, PlacedMeasure>): string {
  const { who, facts } = known
  const [fact] = facts
  const measure = measureOf(facts)
  const found = measure === null ? undefined : measures.get(measure)
  const { unit, per } = fact.quantity
  const kind = found ? unitClass(unit, found.row) : plainClass(unit)
  // Tonnes and kilograms stand in one row, but their printed values have no difference.
  const size = sizeUnit(unit)
  return JSON.stringify([who, measure, kind, ...(size === null ? [] : [size]), per, partiesOf(known)])
}

/** Who gave, and to whom, where that is not the organisation itself. */
export function partiesOf({ name, facts: [fact] }: Known): string {
  return [giverOf(fact, name), recipientOf(fact, name)].map((party) => normalisedName(party?.zh ?? '')).join(' → ')
}

/** A headline often names no more than the number: the statement that says best what is counted. */
function measureOf(facts: Told['facts']): string | null {
  return facts.find(({ measure }) => measure !== null)?.measure ?? null
}

const soFar = /累计|共计|总计|合计|截至|截止/

/** How much there is, not one deed of several: a state, a running total, a total of its parts. */
function isState({ facts, time }: Known): boolean {
  if (time !== null) return time.kind !== 'on'
  return facts.some(
    ({ role, evidence: { sentence, end, sentenceStart } }) =>
      role === 'total' || soFar.test(sentence.slice(0, end - sentenceStart)),
  )
}

/**
 * Whether the later figure can be the earlier one of another day: in the same article what it says now, in another one a
 * state or a running total from the same start, not an older one; of deeds on a day only the same.
 */
export function canFollow(later: Known, earlier: Known): boolean {
  if (!canBeSame(later.time, earlier.time)) return false
  const sameHome = later.homes.some((home) => earlier.homes.includes(home))
  return sameHome || (isState(later) && isState(earlier))
}

/** Whether two times leave it open that two equal figures are one. */
export function canBeSame(later: FactTime | null, earlier: FactTime | null): boolean {
  if (later === null || earlier === null) return true
  if (later.kind === 'on' || earlier.kind === 'on') return later.kind === earlier.kind && later.asOf === earlier.asOf
  return later.asOf >= earlier.asOf && (later.from === null || earlier.from === null || later.from === earlier.from)
}
