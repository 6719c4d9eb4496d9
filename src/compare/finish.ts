import type { Briefing, BriefingFact, Cell, Comparison, Note, Row } from '../model/index.js'
import { betweenArticles } from './between.js'
import type { Gathered } from './gather.js'
import { NoteBook, type RemarkContext } from './notes.js'
import type { OrderedGroup } from './order.js'
import { concerned, giversOf, rowRemarks } from './row-remarks.js'
import { type DraftRow, finishRow, type Table } from './rows.js'
import { unitRemarks } from './unit-remarks.js'

/** With more columns than this a row does not point to the doubts of single articles. */
const mostColumns = 8

/**
 * Rows and notes find each other here: a row knows by index the remarks on it and, while organisations have columns of
 * their own, the articles' own doubts about its figures. Those come last among the notes.
 */
export function finish(
  groups: readonly OrderedGroup[],
  table: Table,
  gathered: Gathered,
): Pick<Briefing, 'comparison' | 'notes'> {
  const { organisations, facts } = gathered
  const byId = new Map(facts.map((fact) => [fact.id, fact]))
  const names = new Map(organisations.map(({ id, zh }) => [id, zh]))
  const context: RemarkContext = { nameOf: (id) => names.get(id) ?? '', factOf: (id) => byId.get(id) }
  const ownDay = publicationDays(gathered, byId)
  const empty = organisations.map(({ id }): Cell => ({ organisation: id, entries: [] }))
  const book = new NoteBook()
  const byUnit = unitRemarks(groups)
  const finished = new Map<DraftRow, Row>()
  const comparison = groups.map(({ category, label, rows }): Comparison => {
    const givers = giversOf(rows, context)
    for (const { draft, indent, parent } of rows) {
      const row = finishRow(draft, `r${finished.size + 1}`, indent, empty, ownDay)
      const remarks = [...rowRemarks(draft, parent, context), concerned(draft) ? givers : null, byUnit.get(draft)]
      row.notes = [...new Set(remarks.flatMap((remark) => (remark ? book.write(remark) : [])))]
      finished.set(draft, row)
    }
    return { category, label, rows: rows.flatMap(({ draft }) => finished.get(draft) ?? []) }
  })
  for (const remark of betweenArticles(facts, context.nameOf)) book.write(remark)
  const ours = [...book.notes, ...itemsLeftOut(table)]
  if (organisations.length <= mostColumns) pointToDoubts(gathered.notes, ours.length, table, finished)
  return { comparison, notes: [...ours, ...gathered.notes] }
}

function publicationDays({ sources }: Gathered, byId: ReadonlyMap<string, BriefingFact>) {
  const days = new Map(sources.map(({ id, publishedAt }) => [id, publishedAt.value?.slice(0, 10) ?? null]))
  return (fact: string): string | null => days.get(byId.get(fact)?.source ?? '') ?? null
}

function pointToDoubts(notes: readonly Note[], from: number, { rowOf }: Table, finished: Map<DraftRow, Row>): void {
  notes.forEach(({ facts = [] }, index) => {
    const drafts = new Set(facts.flatMap((id) => rowOf.get(id) ?? []))
    for (const draft of drafts) finished.get(draft)?.notes.push(from + index)
  })
}

function itemsLeftOut({ leftOut }: Table): Note[] {
  if (leftOut === 0) return []
  const message = `${leftOut} kinds of figures that the lens has no measure for and few organisations report have no row; they are in the evidence.`
  return [{ severity: 'info', code: 'items-left-out', message, params: { count: leftOut } }]
}
