import { didYouMean } from '../errors.js'
import { isoWeek, zonedTime } from './zone.js'

const placeholders = ['name', 'date', 'time', 'slot', 'year', 'month', 'day', 'week'] as const
type Placeholder = (typeof placeholders)[number]

/** What is wrong with a pattern of output paths; null where nothing is. */
export function checkPattern(pattern: string): string | null {
  const used = [...pattern.matchAll(/\{([^{}]*)\}/g)].map(([, name = '']) => name)
  const unknown = used.find((name) => !placeholders.some((known) => known === name))
  if (unknown !== undefined) {
    const near = didYouMean(unknown, placeholders)
    return `there is no placeholder {${unknown}}${near ? `; did you mean {${near}}?` : `; known: ${listed()}`}`
  }
  if (/[{}]/.test(pattern.replace(/\{[^{}]*\}/g, ''))) return `a brace stands alone in “${pattern}”`
  const tellsApart = ['date', 'slot', 'week', 'day'].some((name) => used.includes(name))
  return tellsApart ? null : `“${pattern}” is the same for every edition: put {date} or {slot} into it`
}

/** `editions/{name}-{date}.pdf` for a schedule's slot; dates and times as clocks in `timeZone` show them. */
export function expandPattern(pattern: string, name: string, slot: Date, timeZone: string): string {
  const { date, hour, minute } = zonedTime(slot, timeZone)
  const [year = '', month = '', day = ''] = date.split('-')
  const values: Record<Placeholder, string> = {
    name,
    date,
    time: `${hour}${minute}`,
    slot: slot.toISOString().replace(/[-:]|\.\d+/g, ''),
    year,
    month,
    day,
    week: isoWeek(date),
  }
  return pattern.replace(/\{(\w+)\}/g, (whole, key: string) => values[key as Placeholder] ?? whole)
}

function listed(): string {
  return placeholders.map((name) => `{${name}}`).join(' ')
}
