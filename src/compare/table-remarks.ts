import { digits } from '../language/render.js'
import type { BriefingFact } from '../model/index.js'
import type { Remark, RemarkContext } from './notes.js'
import type { OrderedGroup } from './order.js'
import type { DraftRow, Table } from './rows.js'

/** The same thing counted in several units stands in several rows: pieces and boxes, tonnes and kilograms. */
export function unitRemarks(groups: readonly OrderedGroup[]): Map<DraftRow, Remark> {
  const remarks = new Map<DraftRow, Remark>()
  for (const { category, rows } of groups) {
    const byStem = new Map<string, DraftRow[]>()
    for (const { draft } of rows) {
      const { stem, measure, per } = draft.key
      if (stem === null || measure?.family !== 'supplies' || per !== null) continue
      byStem.set(stem, [...(byStem.get(stem) ?? []), draft])
    }
    for (const [stem, drafts] of byStem) {
      const units = [...new Set(drafts.map(({ key }) => key.unit.zh))].filter((unit) => unit !== '')
      const [first] = drafts
      if (units.length < 2 || first === undefined) continue
      const { label } = first.key
      const message = `${label.en || label.zh}: counted in ${units.length} units (${units.join(', ')}), not converted and not added up.`
      const params = { label: label.zh, labelEn: label.en, units: units.join('、'), category, stem }
      for (const draft of drafts) remarks.set(draft, { code: 'units-differ', message, params, facts: [] })
    }
  }
  return remarks
}

/** How many times the next largest a sum of money must be to be remarked on. */
const conspicuous = 5

/**
 * Money that towers above all else an organisation reports in a category: printed so, and worth a second look (a
 * multiplier is easily misplaced). Totals of other figures are not remarked on.
 */
export function magnitudeRemarks({ rowOf }: Table, facts: readonly BriefingFact[], context: RemarkContext): Remark[] {
  const money = new Map<string, BriefingFact[]>()
  for (const fact of facts) {
    const row = rowOf.get(fact.id)
    if (row?.key.family !== 'money' || row.key.per !== null || fact.repeats !== null) continue
    const key = JSON.stringify([fact.organisation, row.key.category, row.key.unit.zh])
    money.set(key, [...(money.get(key) ?? []), fact])
  }
  return [...money.values()].flatMap((figures): Remark[] => {
    const [first, second] = [...figures].sort((a, b) => b.quantity.value - a.quantity.value)
    if (figures.length < 3 || first === undefined || second === undefined || first.role === 'total') return []
    const times = Math.floor(first.quantity.value / second.quantity.value)
    if (times < conspicuous || !Number.isFinite(times)) return []
    const organisation = context.nameOf(first.organisation)
    const message = `${organisation}: ${digits(first.quantity.value)} is ${times} times the next largest sum it reports; as printed, but unusual.`
    const params = { organisation, value: digits(first.quantity.value), next: digits(second.quantity.value), times }
    return [{ code: 'unusual-magnitude', message, params, facts: [first.id] }]
  })
}
