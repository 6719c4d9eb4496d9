import { digits } from '../language/render.js'
import type { FilledCell } from './cell.js'
import type { Figure } from './figure.js'
import { giverName, idsOf, labelParams, type Remark, type RemarkContext, totalsOf } from './notes.js'
import { normalisedName } from './organisations.js'
import type { DraftRow } from './rows.js'

/** Why the figures of a cell stand as they do: summed by us, or side by side. At most one remark a cell. */
export function cellRemark(draft: DraftRow, id: string, cell: FilledCell, context: RemarkContext): Remark | null {
  const [first] = cell.entries
  if (first === undefined) return null
  const name = context.nameOf(id)
  const about = { ...labelParams(draft), organisation: name }
  const rowName = `${draft.key.label.en || draft.key.label.zh}, ${name}`
  if (first.sum) {
    const terms = [...cell.figures].sort((a, b) => a.fact.number - b.fact.number)
    const sum = terms.map(({ fact }) => digits(fact.quantity.value)).join(' + ')
    return {
      code: 'sum-is-ours',
      message: `${rowName}: ${sum} = ${digits(first.value)} was added up here; no source states the sum.`,
      params: { ...about, terms: sum, total: digits(first.value) },
      facts: first.facts,
    }
  }
  const apart = outsideTotals(cell.figures)
  if (apart.length < 2 || allOfOneTotal(apart)) return null
  const values = apart.map(({ fact }) => digits(fact.quantity.value)).join('; ')
  const code = reason(apart, draft, name)
  return { code, message: `${rowName}: ${values}: ${reasons[code]}`, params: { ...about, values }, facts: idsOf(apart) }
}

type Reason = 'cumulative-dates-differ' | 'not-additive' | 'different-givers' | 'kinds-differ' | 'possible-overlap'

const reasons: Record<Reason, string> = {
  'cumulative-dates-differ': 'running totals of different days, not added up.',
  'not-additive': 'side by side, not added up.',
  'different-givers': 'of different givers, shown apart and not added up.',
  'kinds-differ': 'different things, shown apart and not added up.',
  'possible-overlap': 'the sources do not say whether these overlap; not added up.',
}

/** Figures that are no part of a total in the same cell. */
function outsideTotals(figures: readonly Figure[]): Figure[] {
  const here = new Set(idsOf(figures))
  return figures.filter((figure) => !totalsOf(figure).some((id) => here.has(id)))
}

/** Parts of one total are told apart by the source itself. */
function allOfOneTotal(figures: readonly Figure[]): boolean {
  const [first] = figures
  const [total] = first === undefined ? [] : totalsOf(first)
  return total !== undefined && figures.every((figure) => totalsOf(figure).includes(total))
}

function reason(figures: readonly Figure[], draft: DraftRow, organisation: string): Reason {
  const givers = new Set(figures.map((figure) => giverName(figure, organisation)))
  const days = new Set(figures.map(({ time }) => time?.asOf ?? ''))
  if (days.size === figures.length && areStates(figures) && isOneThing(figures)) return 'cumulative-dates-differ'
  if (draft.key.measure?.additive === false) return 'not-additive'
  // An undated figure may be a case of another one, whoever gave it.
  if (givers.size === figures.length && days.size === 1 && !days.has('')) return 'different-givers'
  return areKinds(figures, draft.key.measure?.id ?? null) ? 'kinds-differ' : 'possible-overlap'
}

function areStates(figures: readonly Figure[]): boolean {
  return figures.every(({ time }) => time !== null && time.kind !== 'on')
}

/** All items are the shortest of them, or it with something before it: 资金, 捐赠资金. */
function isOneThing(figures: readonly Figure[]): boolean {
  const items = figures.map(({ fact }) => normalisedName(fact.item.zh))
  const shortest = items.reduce((least, item) => (item.length < least.length ? item : least))
  return items.every((item) => item.includes(shortest))
}

/**
 * Surely different things: each of a narrower measure of its own, or, where all are of the row's own measure, each with a
 * last word of its own (先进个人, 机关干部; but 医用口罩 and 采购口罩 may be the same masks).
 */
function areKinds(figures: readonly Figure[], measure: string | null): boolean {
  const narrower = figures.filter(({ fact }) => fact.measure !== measure).length
  if (narrower > 0 && narrower < figures.length) return false
  const kinds = figures.map(({ fact }) => (narrower > 0 ? fact.measure : normalisedName(fact.item.zh).slice(-2)))
  return new Set(kinds).size === figures.length
}
