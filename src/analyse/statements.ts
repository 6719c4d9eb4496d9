import type { Mention } from './reading.js'

/** The clause that states a figure, without what leads up to it. */
export function statementOf(text: string, { clause }: Mention): string {
  return text
    .slice(clause.start, clause.end)
    .replace(/^(?:[一二三四五六七八九]是|同时|此外|其中|目前|据悉|另外|并|而且)[，,]?/, '')
    .trim()
}
