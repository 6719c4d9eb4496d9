import type { BriefingFact, BriefingOrganisation, Cell, Entry, Lens, Row } from '../model/index.js'
import { zhOnly } from '../model/index.js'
import { type FilledCell, fillCell } from './cell.js'
import { factor } from './conversions.js'
import { groupFacts } from './groups.js'
import type { RowKey } from './keys.js'
import { groupRepeats } from './repeats.js'
import { unitName } from './units.js'

/** A row while it is being made: its cells by organisation, the empty ones left out. */
export interface DraftRow {
  key: RowKey
  cells: Map<string, FilledCell>
  /** Facts as printed that stand in it in its own unit instead. */
  converted: BriefingFact[]
  /** Number of the first fact in it: ties are broken by what is told first. */
  first: number
}

export interface Table {
  drafts: DraftRow[]
  /** Row of every fact that stands in one, repeats too. */
  rowOf: Map<string, DraftRow>
  /** Items that no measure fits and too few organisations report to have a row; their facts are in the evidence only. */
  leftOut: number
}

export function draftRows(facts: readonly BriefingFact[], organisations: BriefingOrganisation[], lens: Lens): Table {
  const repeated = groupRepeats(facts)
  const byId = new Map(organisations.map((organisation) => [organisation.id, organisation]))
  const groups = groupFacts(repeated, byId, lens)
  const threshold = itemThreshold(organisations.length)
  const kept = groups.filter(({ key, byOrganisation }) => isFixed(key) || byOrganisation.size >= threshold)
  const drafts = kept.map(({ key, byOrganisation, converted }): DraftRow => {
    const measure = key.measure?.id ?? null
    const additive = (key.measure?.additive ?? true) && key.per === null && !key.unitClass.startsWith('%')
    const cells = new Map<string, FilledCell>()
    for (const [id, own] of byOrganisation) {
      const organisation = byId.get(id)
      if (organisation === undefined) continue
      cells.set(id, fillCell(own, { organisation, repeats: repeated.repeats, measure, label: key.label.zh, additive }))
    }
    return { key, cells, converted, first: firstOf(byOrganisation) }
  })
  return { drafts, rowOf: rowIndex(drafts), leftOut: groups.length - kept.length }
}

/**
 * How many organisations must report an item that no measure fits before it has a row: one while each organisation has a
 * column of its own, two from nine on, and one in fifty of very many.
 */
function itemThreshold(organisations: number): number {
  return organisations <= 8 ? 1 : Math.max(2, Math.ceil(organisations / 50))
}

function firstOf(byOrganisation: ReadonlyMap<string, BriefingFact[]>): number {
  let first = Number.POSITIVE_INFINITY
  for (const own of byOrganisation.values()) first = Math.min(first, own[0]?.number ?? first)
  return first
}

/** Rows of the lens's own measure and unit stand however few report them. */
function isFixed({ measure, unitClass }: RowKey): boolean {
  return measure !== null && unitClass === 'base'
}

function rowIndex(drafts: readonly DraftRow[]): Map<string, DraftRow> {
  const index = new Map<string, DraftRow>()
  for (const draft of drafts)
    for (const { figures } of draft.cells.values())
      for (const { fact, also } of figures) for (const { id } of [fact, ...also]) index.set(id, draft)
  return index
}

/** A row as the briefing holds it, one cell an organisation; empty cells are shared between rows. */
export function finishRow(draft: DraftRow, id: string, indent: number, empty: readonly Cell[], own: OwnDates): Row {
  const { key, cells } = draft
  const entries = withTimesWhereTheyTell(
    [...cells.values()].flatMap((cell) => cell.entries),
    own,
  )
  return {
    id,
    measure: key.measure?.id ?? null,
    label: key.label,
    unit: key.unit,
    ...(draft.converted.length && { converted: conversionsOf(draft) }),
    family: key.family,
    per: key.per,
    indent,
    cells: empty.map((blank) => {
      const cell = cells.get(blank.organisation)
      if (cell === undefined) return blank
      return { organisation: blank.organisation, entries: cell.entries.map((entry) => entries.get(entry) ?? entry) }
    }),
    notes: [],
  }
}

/** The units that were printed beside the row's own, each with how many of the row's one of it is. */
function conversionsOf({ key, converted }: DraftRow): NonNullable<Row['converted']> {
  const units = new Set(converted.map(({ quantity }) => quantity.unit ?? ''))
  return [...units].map((unit) => ({ unit: zhOnly(unit), factor: factor(unitName(unit), key.unit.zh) }))
}

/** Publication date of a fact's source, by fact id. */
export type OwnDates = (fact: string) => string | null

/** A time is shown where it is not the day of its source, or where the row holds several days. */
function withTimesWhereTheyTell(entries: readonly Entry[], own: OwnDates): Map<Entry, Entry> {
  const days = new Set(entries.flatMap(({ time }) => (time === null ? [] : [`${time.kind}${time.asOf}`])))
  return new Map(
    entries.map((entry) => {
      const isOwn = entry.time !== null && entry.time.asOf === own(entry.facts[0] ?? '')
      return [entry, isOwn && days.size === 1 ? { ...entry, time: null } : entry]
    }),
  )
}
