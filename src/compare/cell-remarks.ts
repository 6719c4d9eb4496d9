import { digits } from '../language/render.js'
import type { Figure, FilledCell } from './cell.js'
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
  const items = [...new Set(figures.map(({ fact }) => normalisedName(fact.item.zh)))]
  const days = new Set(figures.map(({ time }) => time?.asOf ?? ''))
  const states = figures.every(({ time }) => time !== null && time.kind !== 'on')
  if (states && givers.size === 1 && items.length === 1 && days.size === figures.length)
    return 'cumulative-dates-differ'
  if (draft.key.measure?.additive === false) return 'not-additive'
  // An undated figure may be a case of a dated drive's, whoever gave it.
  if (givers.size === figures.length && days.size === 1) return 'different-givers'
  if (items.length === figures.length && noneContainsAnother(items)) return 'kinds-differ'
  return 'possible-overlap'
}

/** Compared in sorted order of length and only up to a few: a long list is never surely distinct. */
function noneContainsAnother(items: readonly string[]): boolean {
  if (items.length > 30) return false
  return items.every((item, i) => items.every((other, j) => i === j || !other.includes(item)))
}
