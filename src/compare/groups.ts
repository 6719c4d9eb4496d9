import type { BriefingFact, BriefingOrganisation, Lens } from '../model/index.js'
import { zhOnly } from '../model/index.js'
import { inUnit, largestUnit, systemOf } from './conversions.js'
import { type RowKey, rowKeys, sentOut } from './keys.js'
import { recipientOf } from './qualifier.js'
import type { Repeats } from './repeats.js'
import { unitName } from './units.js'

/** The facts of a row, before they are weighed against each other. */
export interface Group {
  key: RowKey
  byOrganisation: Map<string, BriefingFact[]>
  /** Facts as their sources print them that stand here in the row's unit instead. */
  converted: BriefingFact[]
}

/** Facts by the row they belong to. */
export function groupFacts(
  { firsts: facts, repeats }: Repeats,
  organisations: ReadonlyMap<string, BriefingOrganisation>,
  lens: Lens,
): Group[] {
  const keyOf = rowKeys(facts, lens)
  const groups = new Map<string, Group>()
  for (const fact of facts) {
    const key = keyOf(clearest(fact, repeats.get(fact.id) ?? []))
    if (key !== null) add(groups, key, fact)
  }
  for (const group of [...groups.values()]) {
    for (const fact of takeSentOut(group, organisations)) add(groups, sentOut(group.key), fact)
  }
  return [...groups.values()].map(inLargestUnit)
}

/** Sizes that were printed in several units, all in the largest of them; in what the lens counts where one lost its unit. */
function inLargestUnit(group: Group): Group {
  const { key, byOrganisation } = group
  const facts = [...byOrganisation.values()].flat()
  const units = new Set(facts.flatMap(({ quantity: { unit } }) => (unit === null ? [] : unitName(unit))))
  const isLost = facts.some(({ quantity }) => quantity.unit === null)
  const unit = isLost ? key.unit.zh : largestUnit(units)
  if (unit === null || systemOf(unit) === null) return group
  const converted = facts.filter(({ quantity }) => quantity.unit !== null && unitName(quantity.unit) !== unit)
  const changed = new Set(converted)
  for (const [id, own] of byOrganisation) {
    const all = own.map((fact) => (changed.has(fact) ? inUnit(fact, unitName(fact.quantity.unit ?? ''), unit) : fact))
    byOrganisation.set(id, all)
  }
  return { key: key.unit.zh === unit ? key : { ...key, unit: zhOnly(unit) }, byOrganisation, converted }
}

/** The statement that says best what is counted: a headline often names no more than the number. */
function clearest(fact: BriefingFact, also: readonly BriefingFact[]): BriefingFact {
  return [fact, ...also].find(({ measure }) => measure !== null) ?? fact
}

function add(groups: Map<string, Group>, key: RowKey, fact: BriefingFact): void {
  const group = groups.get(key.key) ?? { key, byOrganisation: new Map(), converted: [] }
  groups.set(key.key, group)
  const own = group.byOrganisation.get(fact.organisation)
  if (own === undefined) group.byOrganisation.set(fact.organisation, [fact])
  else own.push(fact)
}

/**
 * Money and supplies that an organisation gave to somebody it names, beside what it raised or received, went the other
 * way: they are taken out, for a row of their own. Where it names a recipient for all, or for none, they stay.
 */
function takeSentOut({ key, byOrganisation }: Group, organisations: ReadonlyMap<string, BriefingOrganisation>) {
  const taken: BriefingFact[] = []
  if (key.measure === null || (key.family !== 'money' && key.family !== 'supplies')) return taken
  for (const [id, facts] of byOrganisation) {
    const name = organisations.get(id)?.zh ?? ''
    const outward = facts.filter((fact) => fact.partOf === null && recipientOf(fact, name) !== null)
    if (outward.length === 0 || outward.length === facts.length) continue
    const leaving = new Set(outward)
    taken.push(...outward)
    byOrganisation.set(
      id,
      facts.filter((fact) => !leaving.has(fact)),
    )
  }
  return taken
}
