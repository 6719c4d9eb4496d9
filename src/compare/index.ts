import type { Briefing, BriefingFact, Cell, Comparison, Entry, Lens, Note, Summary } from '../model/index.js'
import { editionDate, periodOf, timesOf } from './dates.js'
import { type Gathered, gather } from './gather.js'
import { keyFigures } from './key-figures.js'
import { leadOf } from './lead.js'
import { coverage } from './matrix.js'
import { NoteBook, type RemarkContext } from './notes.js'
import { type OrderedGroup, orderRows } from './order.js'
import { concerned, giversOf, rowRemarks } from './row-remarks.js'
import { draftRows, finishRow, type Table } from './rows.js'
import { magnitudeRemarks, unitRemarks } from './table-remarks.js'
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

/** Rows and notes find each other here: a row knows its notes by their index, the summaries' own notes come last. */
function finish(groups: readonly OrderedGroup[], table: Table, gathered: Gathered) {
  const { organisations, sources, facts } = gathered
  const byId = new Map(facts.map((fact) => [fact.id, fact]))
  const names = new Map(organisations.map(({ id, zh }) => [id, zh]))
  const days = new Map(sources.map(({ id, publishedAt }) => [id, publishedAt.value?.slice(0, 10) ?? null]))
  const context: RemarkContext = { nameOf: (id) => names.get(id) ?? '', factOf: (id) => byId.get(id) }
  const ownDay = (id: string): string | null => days.get(byId.get(id)?.source ?? '') ?? null
  const empty = organisations.map(({ id }): Cell => ({ organisation: id, entries: [] }))
  const book = new NoteBook()
  const byUnit = unitRemarks(groups)
  let count = 0
  const comparison = groups.map(({ category, label, rows }): Comparison => {
    const givers = giversOf(rows, context)
    const finished = rows.map(({ draft, indent, parent }) => {
      const row = finishRow(draft, `r${++count}`, indent, empty, ownDay)
      const remarks = rowRemarks(draft, parent, context)
      const all = [...remarks, concerned(draft) ? givers : null, byUnit.get(draft)]
      return { ...row, notes: [...new Set(all.flatMap((remark) => (remark ? book.write(remark) : [])))] }
    })
    return { category, label, rows: finished }
  })
  for (const remark of magnitudeRemarks(table, facts, context)) book.write(remark)
  const notes: Note[] = [...book.notes, ...itemsLeftOut(table), ...gathered.notes]
  return { comparison, notes }
}

function itemsLeftOut({ leftOut }: Table): Note[] {
  if (leftOut === 0) return []
  const message = `${leftOut} kinds of figures that the lens has no measure for and few organisations report have no row; they are in the evidence.`
  return [{ severity: 'info', code: 'items-left-out', message, params: { count: leftOut } }]
}

/** Is an entry part of a total that stands in the same unit in a table? Then the total speaks for it. */
function partsOfShown(facts: readonly BriefingFact[], { rowOf }: Table): (entry: Entry) => boolean {
  const byId = new Map(facts.map((fact) => [fact.id, fact]))
  return ({ facts: ids }) => {
    const fact = byId.get(ids[0] ?? '')
    const own = fact === undefined ? undefined : rowOf.get(fact.id)
    const total = fact?.partOf ? rowOf.get(fact.partOf) : undefined
    return own !== undefined && total !== undefined && own.key.unit.zh === total.key.unit.zh
  }
}
