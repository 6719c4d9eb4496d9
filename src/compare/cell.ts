import { compareText } from '../language/order.js'
import type { BriefingFact, Entry, FactTime } from '../model/index.js'
import type { CellContext, Figure } from './figure.js'
import { normalisedName } from './organisations.js'
import { qualify } from './qualifier.js'
import { sumOf } from './sums.js'

export interface FilledCell {
  figures: Figure[]
  entries: Entry[]
}

/** One organisation's cell of a row: figures merged, put in order, summed only where they surely add up. */
export function fillCell(facts: readonly BriefingFact[], context: CellContext): FilledCell {
  const figures = leadingFirst(mergeReprints(facts, context.repeats), context.additive)
  const qualifiers = qualify(figures, context)
  const sum = context.additive ? sumOf(figures) : null
  if (sum !== null) return { figures, entries: [sum] }
  return { figures, entries: figures.map((figure, index) => toEntry(figure, qualifiers[index] ?? null)) }
}

function toEntry({ fact, also, time }: Figure, qualifier: Entry['qualifier']): Entry {
  const { value, upper, approximation } = fact.quantity
  const facts = [fact.id, ...also.map(({ id }) => id)]
  return { facts, value, upper, approximation, sum: false, qualifier, time, role: roleOf(fact, also) }
}

/** A figure is a total wherever it is told with its parts, if only the second time. */
function roleOf(fact: BriefingFact, also: readonly BriefingFact[]): Entry['role'] {
  return also.some(({ role }) => role === 'total') ? 'total' : fact.role
}

/** The same figure in two articles of one organisation is one figure, unless the two speak of different days. */
function mergeReprints(facts: readonly BriefingFact[], repeats: CellContext['repeats']): Figure[] {
  // several articles: where all alike are of one source there is nothing to look for among its own
  const byWhat = new Map<string, { figures: Figure[]; source: string; several: boolean }>()
  const figures: Figure[] = []
  for (const fact of facts) {
    const also = repeats.get(fact.id) ?? []
    const what = whatOf(fact)
    const alike = byWhat.get(what) ?? { figures: [], source: fact.source, several: false }
    alike.several ||= alike.source !== fact.source
    const same =
      alike.several &&
      alike.figures.find((other) => other.fact.source !== fact.source && sameDay(other.time, fact.time))
    if (same) {
      same.also.push(fact, ...also)
      same.time ??= fact.time
      continue
    }
    const figure = { fact, also: [...also], time: fact.time ?? also.find(({ time }) => time !== null)?.time ?? null }
    figures.push(figure)
    alike.figures.push(figure)
    byWhat.set(what, alike)
  }
  return figures
}

function whatOf({ quantity, actor, recipient, item }: BriefingFact): string {
  const { value, upper, approximation } = quantity
  return JSON.stringify([value, upper, approximation, actor?.zh, recipient?.zh, normalisedName(item.zh)])
}

function sameDay(a: FactTime | null, b: FactTime | null): boolean {
  return a === null || b === null || (a.asOf === b.asOf && a.kind === b.kind)
}

/**
 * The figure to lead with comes first: a state or span before a single day's event, the latest day first, a total before
 * what is part of it, the larger first where they could be added; else as told.
 */
function leadingFirst(figures: Figure[], additive: boolean): Figure[] {
  const here = new Set(figures.flatMap(({ fact, also }) => [fact.id, ...also.map(({ id }) => id)]))
  const isPartHere = ({ fact }: Figure): number => Number(fact.partOf !== null && here.has(fact.partOf))
  return figures.sort(
    (a, b) =>
      isPartHere(a) - isPartHere(b) ||
      Number(a.time?.kind === 'on') - Number(b.time?.kind === 'on') ||
      compareDays(b.time, a.time) ||
      (additive ? b.fact.quantity.value - a.fact.quantity.value : 0) ||
      a.fact.number - b.fact.number,
  )
}

function compareDays(a: FactTime | null, b: FactTime | null): number {
  return compareText(a?.asOf ?? '', b?.asOf ?? '')
}
