import type { DateMention } from '../language/index.js'
import type { Article, Lens } from '../model/index.js'
import type { Reading } from './reading.js'

/** The year that dates without one are in, and what gave it away. */
export interface YearGuess {
  year: number
  from: 'text' | 'publication' | 'lens'
}

/** The year of the article: its publication, else the year of its whole dates, else what a cue of the lens gives away. */
export function guessYear(article: Article, reading: Reading, lens: Lens): YearGuess | null {
  const published = /^(\d{4})/.exec(article.publishedAt.value ?? '')?.[1]
  if (published) return { year: Number(published), from: 'publication' }
  const printed = reading.dates.flatMap(yearsPrinted)
  const cued = lens.years.find(({ cues }) =>
    cues.some((cue) => article.title.zh.includes(cue) || reading.plain.includes(cue)),
  )
  const most = mostFrequent(printed) ?? titleYear(article.title.zh)
  // what is printed may all lie before the year that the cue gives away
  if (cued && (most === undefined || printed.includes(cued.year) || Math.max(most, ...printed) < cued.year)) {
    return { year: cued.year, from: printed.includes(cued.year) ? 'text' : 'lens' }
  }
  return most === undefined ? null : { year: most, from: 'text' }
}

/** The year of a date that prints its month as well, or its quarter or half. */
function yearsPrinted({ to, relative }: DateMention): number[] {
  if (relative?.kind === 'months' && relative.year !== null && 'printed' in relative.year)
    return [relative.year.printed]
  return to.year !== null && to.month !== null ? [to.year] : []
}

/** 2020年社会服务综述: the one year of a title. */
function titleYear(title: string): number | undefined {
  const found = new Set([...title.matchAll(/(?<!\d)((?:19|20)\d\d)年/g)].map(([, year]) => Number(year)))
  return found.size === 1 ? [...found][0] : undefined
}

function mostFrequent(values: number[]): number | undefined {
  const counts = new Map<number, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0]
}
