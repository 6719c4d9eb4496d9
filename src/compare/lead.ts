import type { Briefing, BriefingFact, KeyFigure } from '../model/index.js'
import { grouped, zhOnly } from '../model/index.js'
import type { Table } from './rows.js'

const mostFactsASentence = 4
const weights = { money: 5, supplies: 4, people: 3, reach: 2.5, activity: 2, other: 1 } as const

interface Sentence {
  organisation: string
  facts: BriefingFact[]
  weight: number
  /** Its largest figure of that weight. */
  largest: number
  families: Set<string>
}

/**
 * Which facts the lead tells together: those of one source sentence. Up to three organisations tell their two or three
 * weightiest sentences (money before supplies before people before reach; rows that others report too weigh double), four to
 * six tell one each, and of more only those that the key figures name. Three to six sentences where there are as many.
 */
export function leadOf(table: Table, facts: readonly BriefingFact[], key: readonly KeyFigure[]): Briefing['lead'] {
  const sentences = sentencesOf(table, facts)
  const organisations = [...sentences.keys()]
  const chosen =
    organisations.length > 6
      ? keySentences(sentences, key)
      : inTurns(organisations.map((id) => weightiest(sentences.get(id) ?? [], turnsFor(organisations.length))))
  return chosen.slice(0, 6).map(({ facts: told }) => ({
    text: zhOnly(''),
    facts: foremost(told, table).map(({ id }) => id),
  }))
}

/** Everybody's first sentence, then everybody's second; within a turn the weightiest first. */
function inTurns(lists: readonly Sentence[][]): Sentence[] {
  const turns = Math.max(0, ...lists.map(({ length }) => length))
  return Array.from({ length: turns }, (_, turn) => lists.flatMap((list) => list[turn] ?? []).sort(byWeight)).flat()
}

/** The facts that a long sentence is told for: totals and the weightier families first; as many as one can read, in text order. */
function foremost(facts: readonly BriefingFact[], { rowOf }: Table): BriefingFact[] {
  const weight = ({ id, role }: BriefingFact): number =>
    weights[rowOf.get(id)?.key.family ?? 'other'] + (role === 'total' ? 1 : 0)
  const chosen = [...facts].sort((a, b) => weight(b) - weight(a) || a.number - b.number).slice(0, mostFactsASentence)
  return chosen.sort((a, b) => a.number - b.number)
}

function turnsFor(organisations: number): number {
  return organisations === 1 ? 3 : organisations <= 3 ? 2 : 1
}

function sentencesOf({ rowOf }: Table, facts: readonly BriefingFact[]): Map<string, Sentence[]> {
  const byPlace = new Map<string, Sentence>()
  for (const fact of facts) {
    const row = rowOf.get(fact.id)
    if (row === undefined) continue
    const place = `${fact.source}:${fact.evidence.sentenceStart}`
    const sentence = byPlace.get(place) ?? emptySentence(fact.organisation)
    sentence.facts.push(fact)
    sentence.families.add(row.key.family)
    // The weightiest figure counts, not their number: a long list must not outweigh a sum of money.
    const weight = weights[row.key.family] * (row.cells.size > 1 ? 2 : 1)
    if (weight > sentence.weight) Object.assign(sentence, { weight, largest: 0 })
    if (weight === sentence.weight) sentence.largest = Math.max(sentence.largest, fact.quantity.value)
    byPlace.set(place, sentence)
  }
  return grouped(byPlace.values(), ({ organisation }) => organisation)
}

function emptySentence(organisation: string): Sentence {
  return { organisation, facts: [], weight: 0, largest: 0, families: new Set() }
}

function byWeight(a: Sentence, b: Sentence): number {
  return b.weight - a.weight || b.largest - a.largest || b.facts.length - a.facts.length
}

/**
 * The weightiest first, of equals the one with the larger figure, then the one that tells more of it; the next ones must
 * tell of something else if there is such a sentence.
 */
function weightiest(sentences: readonly Sentence[], turns: number): Sentence[] {
  const left = [...sentences].sort(byWeight)
  const told = new Set<string>()
  const chosen: Sentence[] = []
  while (chosen.length < turns && left.length > 0) {
    const fresh = left.findIndex(({ families }) => [...families].some((family) => !told.has(family)))
    const [next] = left.splice(Math.max(0, fresh), 1)
    if (next === undefined) break
    chosen.push(next)
    for (const family of next.families) told.add(family)
  }
  return chosen
}

function keySentences(sentences: ReadonlyMap<string, Sentence[]>, key: readonly KeyFigure[]): Sentence[] {
  const chosen = key.flatMap(({ organisation, entry }) => {
    const named = new Set(entry.facts)
    return (sentences.get(organisation) ?? []).find(({ facts }) => facts.some(({ id }) => named.has(id))) ?? []
  })
  return [...new Set(chosen)]
}
