import { type BriefingFact, grouped, type Note } from '../model/index.js'
import type { Figure } from './figure.js'
import { giverOf } from './qualifier.js'
import type { DraftRow } from './rows.js'

type Params = NonNullable<Note['params']>

/** A remark on a row, before it has its place among the briefing's notes. */
export interface Remark {
  code: string
  message: string
  params: Params
  facts: string[]
}

/** What the remarks of a table may look at. */
export interface RemarkContext {
  /** Chinese name by organisation id. */
  nameOf: (organisation: string) => string
  factOf: (id: string) => BriefingFact | undefined
}

/** More findings of one kind in one row than this are told as a number. */
const mostInOneRow = 3

/** What a reader is warned of on the first page; the rest explains. */
const careful = new Set(['not-part-of-total', 'articles-differ', 'total-falls'])

/** Notes under construction; a note that says the same as an earlier one is that note. */
export class NoteBook {
  readonly notes: Note[] = []
  readonly #known = new Map<string, number>()

  /** Index of the note. */
  write({ code, message, params, facts }: Remark): number {
    const key = JSON.stringify([code, params])
    const known = this.#known.get(key)
    if (known !== undefined) {
      const note = this.notes[known]
      if (note !== undefined) note.facts = [...new Set([...(note.facts ?? []), ...facts])]
      return known
    }
    const severity = careful.has(code) ? 'warning' : 'info'
    this.notes.push({ severity, code, message, params, facts })
    this.#known.set(key, this.notes.length - 1)
    return this.notes.length - 1
  }
}

/** Tells findings of one kind one by one, or, where there are many, how many they are. */
export function fewOrCounted(remarks: Remark[], label: Params): Remark[] {
  return [...grouped(remarks, ({ code }) => code).values()].flatMap((alike) => {
    const [first] = alike
    if (first === undefined || alike.length <= mostInOneRow) return alike
    const message = `${label.labelEn || label.label}: ${manyMessages[first.code] ?? first.message} (${alike.length} organisations)`
    return [{ code: first.code, message, params: { ...label, organisations: alike.length }, facts: [] }]
  })
}

const manyMessages: Record<string, string> = {
  'sum-is-ours': 'sums marked Σ were added up here, no source states them',
  'possible-overlap': 'figures side by side in one cell may overlap and are not added up',
  'different-givers': 'figures side by side in one cell are of different givers and are not added up',
  'kinds-differ': 'figures side by side in one cell count different things and are not added up',
  'cumulative-dates-differ': 'running totals of different days stand side by side and are not added up',
  'not-additive': 'figures side by side in one cell do not add up by their nature',
  'not-part-of-total': 'not every figure here is part of the total above it',
}

export function labelParams({ key }: DraftRow): { label: string; labelEn: string; unit: string; unitEn: string } {
  return { label: key.label.zh, labelEn: key.label.en, unit: key.unit.zh, unitEn: key.unit.en }
}

export function idsOf(figures: readonly Figure[]): string[] {
  return figures.flatMap(({ fact, also }) => [fact.id, ...also.map(({ id }) => id)])
}

export function giverName(figure: Figure, organisation: string): string {
  return giverOf(figure.fact, organisation)?.zh ?? ''
}

/** The totals a figure is part of, by any of the statements of it. */
export function totalsOf({ fact, also }: Figure): string[] {
  return [fact, ...also].flatMap(({ partOf }) => partOf ?? [])
}
