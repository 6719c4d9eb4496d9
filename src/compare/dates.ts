import type { Briefing, FactTime } from '../model/index.js'
import type { Gathered } from './gather.js'

/** Times of everything reported, facts and acts. */
export function timesOf({ facts, acts }: Gathered): FactTime[] {
  return [...facts, ...acts].flatMap(({ time }) => (time === null ? [] : [time]))
}

/** First and last day of what is reported; `inferred` where either day was. */
export function periodOf(times: readonly FactTime[]): Briefing['period'] {
  let first: { day: string; basis: FactTime['basis'] } | null = null
  let last: { day: string; basis: FactTime['basis'] } | null = null
  for (const { asOf, from, basis } of times) {
    const start = from ?? asOf
    // Of two statements of one day the printed one counts.
    if (first === null || start < first.day || (start === first.day && basis === 'printed'))
      first = { day: start, basis }
    if (last === null || asOf > last.day || (asOf === last.day && basis === 'printed')) last = { day: asOf, basis }
  }
  if (first === null || last === null) return { from: null, to: null, basis: 'unknown' }
  const inferred = first.basis === 'inferred' || last.basis === 'inferred'
  return { from: first.day, to: last.day, basis: inferred ? 'inferred' : 'printed' }
}

/** Edition date: as asked for, else the latest day that the sources name or were published on; never the clock. */
export function editionDate(asked: string | undefined, gathered: Gathered, period: Briefing['period']): string | null {
  if (asked !== undefined) return asked
  const published = gathered.sources.flatMap(({ publishedAt }) => publishedAt.value?.slice(0, 10) ?? [])
  const days = [...published, ...(period.to === null ? [] : [period.to])]
  return days.reduce<string | null>((latest, day) => (latest === null || day > latest ? day : latest), null)
}
