import type { Briefing, BriefingFact, BriefingOrganisation, Language, Row, Text } from '../../model/index.js'
import { shortNames } from './short-names.js'
import { sinceMarks } from './since-marks.js'
import { Uses } from './uses.js'

/** What every section is written from: the briefing, its indexes, the languages asked for, and who used which fact. */
export interface Desk {
  briefing: Briefing
  /** In the order in which they are shown. */
  languages: readonly Language[]
  facts: ReadonlyMap<string, BriefingFact>
  organisations: ReadonlyMap<string, BriefingOrganisation>
  /** By id, what organisations are called where there is little room. */
  shortNames: ReadonlyMap<string, Text>
  /** The row of the comparison that a fact stands in. */
  rows: ReadonlyMap<string, Row>
  /** By fact, what became of it since the earlier edition. */
  since: ReturnType<typeof sinceMarks>
  uses: Uses
}

export function openDesk(briefing: Briefing, languages: readonly Language[]): Desk {
  const rows = new Map<string, Row>()
  for (const { rows: all } of briefing.comparison)
    for (const row of all)
      for (const { entries } of row.cells)
        for (const { facts } of entries) for (const fact of facts) rows.set(fact, row)
  return {
    briefing,
    languages,
    facts: new Map(briefing.facts.map((fact) => [fact.id, fact])),
    organisations: new Map(briefing.organisations.map((organisation) => [organisation.id, organisation])),
    shortNames: shortNames(briefing.organisations),
    rows,
    since: sinceMarks(briefing),
    uses: new Uses(),
  }
}

/** The facts of `ids` that the briefing has. */
export function factsOf(desk: Desk, ids: readonly string[]): BriefingFact[] {
  return ids.flatMap((id) => desk.facts.get(id) ?? [])
}
