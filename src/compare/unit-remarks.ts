import { grouped } from '../model/index.js'
import type { Remark } from './notes.js'
import type { OrderedGroup } from './order.js'
import type { DraftRow } from './rows.js'

/** The same thing counted in several units stands in several rows: pieces and boxes, tonnes and kilograms. */
export function unitRemarks(groups: readonly OrderedGroup[]): Map<DraftRow, Remark> {
  const remarks = new Map<DraftRow, Remark>()
  for (const { category, rows } of groups) {
    const drafts = rows.map(({ draft }) => draft)
    const byStem = grouped(drafts, ({ key: { stem, measure, per } }) =>
      measure?.family === 'supplies' && per === null ? stem : null,
    )
    for (const [stem, alike] of byStem) {
      const units = [...new Set(alike.map(({ key }) => key.unit.zh))].filter((unit) => unit !== '')
      const [first] = alike
      if (units.length < 2 || first === undefined) continue
      const { label } = first.key
      const message = `${label.en || label.zh}: counted in ${units.length} units (${units.join(', ')}), not converted and not added up.`
      const params = { label: label.zh, labelEn: label.en, units: units.join('、'), category, stem }
      for (const draft of alike) remarks.set(draft, { code: 'units-differ', message, params, facts: [] })
    }
  }
  return remarks
}
