import type { Remark } from './notes.js'
import type { OrderedGroup } from './order.js'
import type { DraftRow } from './rows.js'

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
