import type { Briefing, Note, Outcome, Summary } from '../model/index.js'
import type { Cost } from './cost.js'
import type { TranslateOptions } from './options.js'
import { Run } from './run.js'
import { changeBriefing, changeSummary, textsOf } from './texts.js'

export type { Cost } from './cost.js'
export { createTranslator } from './create.js'
export { type Conflict, takeReturned } from './exchange/returned.js'
export { readTmx, toTmx } from './exchange/tmx.js'
export { type ExchangeUnit, unitsOf } from './exchange/units.js'
export { ExchangeProblem, readXliff } from './exchange/xliff-read.js'
export { toXliff } from './exchange/xliff-write.js'
export { numberProblems } from './guard.js'
export type { Translator } from './translator.js'

export interface Translated<T> extends Outcome<T> {
  cost: Cost
}

/**
 * The briefing with the English of persons wherever they gave one, and a machine's where none could be built. Built
 * English, figures and facts stay. Trouble with a service is a note; throws only the signal's reason and what the
 * memory throws.
 */
export async function translateBriefing(briefing: Briefing, options: TranslateOptions): Promise<Translated<Briefing>> {
  const run = await Run.over(textsOf(briefing), options)
  const value = run.found === 0 ? briefing : changeBriefing(briefing, run.change)
  return { value: withNotes(value, run.notes), notes: run.notes, cost: run.cost }
}

/** One article with the English of persons; nothing is asked. */
export async function correctSummary(
  summary: Summary,
  options: Pick<TranslateOptions, 'memory' | 'glossary' | 'date' | 'parts'>,
): Promise<Summary> {
  const run = await Run.over(textsOf(summary), { ...options, translator: null })
  return run.found === 0 ? summary : changeSummary(summary, run.change)
}

function withNotes(briefing: Briefing, notes: readonly Note[]): Briefing {
  return notes.length === 0 ? briefing : { ...briefing, notes: [...briefing.notes, ...notes] }
}
