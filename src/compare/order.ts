import { compareText } from '../language/order.js'
import type { BriefingFact, Entry, Lens, Text } from '../model/index.js'
import { grouped, zhOnly } from '../model/index.js'
import type { DraftRow, Table } from './rows.js'

export interface OrderedGroup {
  category: string | null
  label: Text
  rows: { draft: DraftRow; indent: 0 | 1; parent: DraftRow | null }[]
}

/**
 * Rows by category, in the lens's order of categories and measures; items after measures, those of most organisations
 * first. A row of parts stands indented right under the row of their total.
 */
export function orderRows({ drafts, rowOf }: Table, facts: readonly BriefingFact[], lens: Lens): OrderedGroup[] {
  const parents = parentRows(facts, rowOf)
  const byCategory = new Map<string | null, DraftRow[]>()
  for (const draft of drafts) {
    const rows = byCategory.get(draft.key.category)
    if (rows === undefined) byCategory.set(draft.key.category, [draft])
    else rows.push(draft)
  }
  const labels = new Map<string | null, Text>(
    lens.categories.map(({ id, label }) => [id, { ...label, enBasis: 'terms' }]),
  )
  // A category that another lens gave still has its rows.
  for (const category of byCategory.keys())
    if (category !== null && !labels.has(category)) labels.set(category, zhOnly(category))
  labels.set(null, { zh: '其他', en: 'Other', enBasis: 'terms' })
  return [...labels].flatMap(([category, label]) => {
    const rows = byCategory.get(category)
    return rows === undefined ? [] : [{ category, label, rows: nested(rows.sort(byPlace), parents) }]
  })
}

function byPlace(a: DraftRow, b: DraftRow): number {
  if (a.key.order !== b.key.order) return a.key.order < b.key.order ? -1 : 1
  return (
    Number(a.key.per !== null) - Number(b.key.per !== null) ||
    Number(b.key.unitClass === 'base') - Number(a.key.unitClass === 'base') ||
    compareText(a.key.unitClass, b.key.unitClass) ||
    Number(a.key.outward) - Number(b.key.outward) ||
    b.cells.size - a.cells.size ||
    a.first - b.first
  )
}

/**
 * The row of the total for each row of parts, where both count in one unit: 361,470 in cash under 700,000 in all, but not
 * the masks under the value of the supplies they belong to. The row most often named wins, provided that at least half of
 * the organisations in either row speak of a total there and of a part here.
 */
function parentRows(facts: readonly BriefingFact[], rowOf: Table['rowOf']): Map<DraftRow, DraftRow> {
  const votes = new Map<DraftRow, Map<DraftRow, number>>()
  for (const fact of facts) {
    const row = rowOf.get(fact.id)
    const total = fact.partOf === null ? undefined : rowOf.get(fact.partOf)
    if (row === undefined || total === undefined || row === total || !sameColumn(row, total)) continue
    const own = votes.get(row) ?? new Map<DraftRow, number>()
    own.set(total, (own.get(total) ?? 0) + 1)
    votes.set(row, own)
  }
  const parents = new Map<DraftRow, DraftRow>()
  for (const [row, totals] of votes) {
    const [best] = [...totals].sort((a, b) => b[1] - a[1] || a[0].first - b[0].first)
    if (best === undefined || !mostly(best[0], 'total') || !mostly(row, 'part')) continue
    if (topOf(best[0], parents) !== row) parents.set(row, best[0])
  }
  return parents
}

function mostly({ cells }: DraftRow, role: Entry['role']): boolean {
  const speaking = [...cells.values()].filter(({ entries }) => entries.some((entry) => entry.role === role))
  return speaking.length * 2 >= cells.size
}

function sameColumn(a: DraftRow, b: DraftRow): boolean {
  return a.key.category === b.key.category && a.key.unit.zh === b.key.unit.zh && a.key.per === b.key.per
}

function topOf(row: DraftRow, parents: ReadonlyMap<DraftRow, DraftRow>): DraftRow {
  let top = row
  for (let next = parents.get(top); next !== undefined; next = parents.get(top)) top = next
  return top
}

function nested(rows: readonly DraftRow[], parents: ReadonlyMap<DraftRow, DraftRow>): OrderedGroup['rows'] {
  const under = grouped(rows, (row) => {
    const top = topOf(row, parents)
    return top === row ? null : top
  })
  return rows.flatMap((draft) => {
    if (parents.has(draft)) return []
    const parts = (under.get(draft) ?? []).map((part) => ({
      draft: part,
      indent: 1 as const,
      parent: parents.get(part) ?? null,
    }))
    return [{ draft, indent: 0 as const, parent: null }, ...parts]
  })
}
