import type { BriefingFact, Comparison, Entry, FactTime, Row } from '../../model/index.js'
import { groupRepeats } from '../repeats.js'

/** A figure of an edition with all its statements, in evidence order, and the row that it stands in. */
export interface Told {
  facts: [BriefingFact, ...BriefingFact[]]
  row: Row | null
  time: FactTime | null
}

interface Edition {
  facts: readonly BriefingFact[]
  comparison: readonly Comparison[]
}

/** Every figure once: what stands as one in a table, what only repeats another; the terms of a sum each by itself. */
export function figuresTold({ facts, comparison }: Edition): Told[] {
  const byId = new Map(facts.map((fact) => [fact.id, fact]))
  const { firsts, repeats } = groupRepeats(facts)
  const rowOf = new Map<string, Row>()
  const together = new Map<string, string[]>()
  for (const { row, entry } of entriesOf(comparison)) {
    for (const id of entry.facts) rowOf.set(id, row)
    if (!entry.sum) for (const id of entry.facts) together.set(id, entry.facts)
  }
  const taken = new Set<string>()
  const told: Told[] = []
  for (const first of firsts) {
    if (taken.has(first.id)) continue
    const ids = new Set([first.id, ...(together.get(first.id) ?? [])])
    for (const id of [...ids]) for (const again of repeats.get(id) ?? []) ids.add(again.id)
    for (const id of ids) taken.add(id)
    const others = [...ids].flatMap((id) => (id === first.id ? [] : (byId.get(id) ?? [])))
    const time = first.time ?? others.find((fact) => fact.time !== null)?.time ?? null
    told.push({ facts: [first, ...others.sort((a, b) => a.number - b.number)], row: rowOf.get(first.id) ?? null, time })
  }
  return told
}

function entriesOf(comparison: readonly Comparison[]): { row: Row; entry: Entry }[] {
  return comparison.flatMap(({ rows }) =>
    rows.flatMap((row) => row.cells.flatMap(({ entries }) => entries.map((entry) => ({ row, entry })))),
  )
}
