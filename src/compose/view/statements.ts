import type { BriefingFact, FactTime } from '../../model/index.js'
import type * as context from '../context/index.js'
import { sayTime, withoutTime } from './dates.js'
import { type Desk, factsOf } from './desk.js'
import { namedIn } from './parts.js'
import { prose } from './prose.js'

type Block = context.Organisation['categories'][number]['blocks'][number]

/** Facts of one statement, the first of them its own. */
type Group = [BriefingFact, ...BriefingFact[]]

/** The statements of a category; two or more of one date stand together below it. */
export function statementBlocks(desk: Desk, facts: readonly BriefingFact[]): Block[] {
  const groups = groupsOf(desk, facts)
  const dates = new Map<string, Group[]>()
  for (const group of groups) {
    const key = isCuttable(group[0]) ? JSON.stringify(group[0].time) : ''
    dates.set(key, [...(dates.get(key) ?? []), group])
  }
  const shared = [...dates].filter(([key, own]) => key !== '' && own.length > 1)
  const together = new Set(shared.flatMap(([, own]) => own))
  const others = groups.filter((group) => !together.has(group))
  return [
    ...(others.length ? [{ time: null, statements: others.map((group) => statement(desk, group, null)) }] : []),
    ...shared.map(([, own]) => block(desk, own)),
  ]
}

function block(desk: Desk, groups: readonly Group[]): Block {
  const time = groups[0]?.[0].time ?? null
  return { time: time && sayTime(desk, time), statements: groups.map((group) => statement(desk, group, time)) }
}

function isCuttable({ statement, time }: BriefingFact): boolean {
  return time !== null && withoutTime(statement, time) !== null
}

function statement(desk: Desk, group: Group, time: FactTime | null): context.Statement {
  const [first] = group
  const text = (time && withoutTime(first.statement, time)) ?? first.statement
  return {
    ...prose(desk, text, group, 'organisation'),
    part: group.every(({ role, partOf }) => role === 'part' && partOf !== null && factsOf(desk, [partOf]).length > 0),
    figure: true,
  }
}

/**
 * One statement for all facts that read the same, and for a total with the parts that it names; repetitions of an
 * earlier fact are left to the evidence.
 */
function groupsOf(desk: Desk, facts: readonly BriefingFact[]): Group[] {
  const groups = new Map<string, Group>()
  const fuller = fullerRepeats(facts)
  for (const fact of facts) {
    if (fuller.has(fact.id)) continue
    const repeated = fact.repeats === null ? undefined : desk.facts.get(fact.repeats)
    if (repeated && fuller.get(repeated.id) !== fact) continue
    const key = `${fact.statement.zh}\n${fact.statement.en}`
    const group = groups.get(key)
    if (group) group.push(fact)
    else groups.set(key, repeated ? [fact, repeated] : [fact])
  }
  for (const [key, [part, ...others]] of groups) {
    const total =
      others.length || part.role !== 'part'
        ? undefined
        : [...groups.values()].find(([first]) => first.id === part.partOf)
    if (!total) continue
    if (!namedIn(total[0].statement, [...total, part], desk.languages).has(part.id)) continue
    total.push(part)
    groups.delete(key)
  }
  return [...groups.values()]
}

/** By the id of a figure, the repetition of it that also gives its parts: that one is told. */
function fullerRepeats(facts: readonly BriefingFact[]): Map<string, BriefingFact> {
  const totals = new Set(facts.flatMap(({ partOf }) => partOf ?? []))
  const fuller = new Map<string, BriefingFact>()
  for (const fact of facts) {
    if (fact.repeats === null || !totals.has(fact.id) || totals.has(fact.repeats)) continue
    if (facts.some(({ id }) => id === fact.repeats)) fuller.set(fact.repeats, fact)
  }
  return fuller
}
