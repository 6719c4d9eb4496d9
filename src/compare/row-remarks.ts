import { digits } from '../language/render.js'
import { cellRemark } from './cell-remarks.js'
import { inUnit } from './conversions.js'
import type { Figure } from './figure.js'
import { fewOrCounted, giverName, idsOf, labelParams, type Remark, type RemarkContext, totalsOf } from './notes.js'
import type { OrderedGroup } from './order.js'
import type { DraftRow } from './rows.js'
import { unitName } from './units.js'

/** Everything a reader must know before comparing the cells of one row. */
export function rowRemarks(draft: DraftRow, parent: DraftRow | null, context: RemarkContext): Remark[] {
  const inCells = [...draft.cells].flatMap(([id, cell]) => cellRemark(draft, id, cell, context) ?? [])
  const label = labelParams(draft)
  return [
    ...fewOrCounted(inCells, label),
    ...fewOrCounted(parent === null ? [] : strangersToTotal(draft, parent, context), label),
    ...[days(draft), conversion(draft)].filter((remark) => remark !== null),
  ]
}

/** Sizes that their sources print in another unit than the row's: one of each as an example. */
function conversion(draft: DraftRow): Remark | null {
  const { key, converted } = draft
  if (!converted.length) return null
  const byUnit = new Map(converted.map((fact) => [fact.quantity.unit ?? '', fact]))
  const examples = [...byUnit].map(([unit, fact]) => {
    const { value } = inUnit(fact, unitName(unit), key.unit.zh).quantity
    return `${digits(fact.quantity.value)}${unit} = ${digits(value)}${key.unit.zh}`
  })
  const units = [...byUnit.keys()].join('、')
  const message = `${key.label.en || key.label.zh}: printed in ${units}, shown in ${key.unit.zh}: ${examples.join('; ')}.`
  const params = { ...labelParams(draft), conversions: examples.join('；') }
  return { code: 'units-converted', message, params, facts: converted.map(({ id }) => id) }
}

/** In a row of parts: organisations whose leading figure here is no part of their total above. */
function strangersToTotal(draft: DraftRow, parent: DraftRow, { nameOf, factOf }: RemarkContext): Remark[] {
  return [...draft.cells].flatMap(([id, { figures }]): Remark[] => {
    const above = parent.cells.get(id)
    if (above === undefined) return []
    const totals = new Set(idsOf(above.figures))
    const isStranger = (figure: Figure) => !totalsOf(figure).some((id) => within(id, totals, factOf))
    const [leading] = figures
    if (leading === undefined || !isStranger(leading)) return []
    const total = parent.key.label
    const message = `${draft.key.label.en || draft.key.label.zh}, ${nameOf(id)}: not part of the figure in “${total.en || total.zh}” above, and not comparable with it.`
    const params = { ...labelParams(draft), organisation: nameOf(id), total: total.zh, totalEn: total.en }
    return [{ code: 'not-part-of-total', message, params, facts: idsOf(figures.filter(isStranger)) }]
  })
}

function within(total: string, totals: ReadonlySet<string>, factOf: RemarkContext['factOf']): boolean {
  const seen = new Set<string>()
  for (let id: string | null = total; id !== null && !seen.has(id); id = factOf(id)?.partOf ?? null) {
    if (totals.has(id)) return true
    seen.add(id)
  }
  return false
}

/**
 * In a table of money or supplies: whose the leading figures are, where any is not the organisation's own. Told once for the
 * table, on every row that two organisations share.
 */
export function giversOf(rows: OrderedGroup['rows'], { nameOf }: RemarkContext): Remark | null {
  const givers = new Map<string, Set<string>>()
  for (const { draft } of rows)
    for (const [id, { figures }] of draft.cells) {
      const [leading] = figures
      const name = leading === undefined || !concerned(draft) ? '' : giverName(leading, nameOf(id))
      if (name !== '') givers.set(id, (givers.get(id) ?? new Set()).add(name))
    }
  if (givers.size === 0) return null
  const message = 'The figures are of different givers and cover different circles: compare with care.'
  if (givers.size > 8) return { code: 'givers-differ', message, params: { organisations: givers.size }, facts: [] }
  const whose = [...givers].map(([id, names]) => ({ name: nameOf(id), values: [...names] }))
  const list = whose.map(({ name, values }) => `${name}: ${values.join(', ')}`).join('; ')
  return { code: 'givers-differ', message: `${message} ${list}`, params: { whose }, facts: [] }
}

/** Do the cells of this row have to be read with their givers in mind? */
export function concerned({ key, cells }: DraftRow): boolean {
  return cells.size > 1 && (key.family === 'money' || key.family === 'supplies')
}

/** The latest day of each organisation's states and spans, where they are not all the same. */
function days({ cells }: DraftRow): Remark | null {
  const latest = [...cells.values()].flatMap(({ figures }) => {
    const found = figures.flatMap(({ time }) => (time === null || time.kind === 'on' ? [] : [time.asOf]))
    return found.sort().at(-1) ?? []
  })
  const sorted = latest.sort()
  const [earliest] = sorted
  const last = sorted.at(-1)
  if (earliest === undefined || last === undefined || earliest === last) return null
  const message = `As-of dates differ: from ${earliest} to ${last}.`
  return { code: 'as-of-dates-differ', message, params: { earliest, latest: last }, facts: [] }
}
