/** An instant as clocks and calendars of a time zone show it, in digits. */
export interface ZonedTime {
  /** `2026-03-02` */
  date: string
  hour: string
  minute: string
  second: string
  /** Distance from UTC in minutes, east positive. */
  offset: number
}

const formatters = new Map<string, Intl.DateTimeFormat>()

export function zonedTime(instant: Date, timeZone: string): ZonedTime {
  const parts = Object.fromEntries(
    formatter(timeZone)
      .formatToParts(instant)
      .map(({ type, value }) => [type, value]),
  )
  const { year = '', month = '', day = '', hour = '', minute = '', second = '' } = parts
  const asIfUtc = Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second))
  const offset = Math.round((asIfUtc - instant.getTime()) / 60_000)
  return { date: `${year.padStart(4, '0')}-${month}-${day}`, hour, minute, second, offset }
}

/** `+08:00`; `+00:00` for UTC. */
export function offsetText(minutes: number): string {
  const size = Math.abs(minutes)
  const two = (value: number): string => String(value).padStart(2, '0')
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`
}

/** `2026-03-02T08:00:00+08:00` */
export function zonedIso(instant: Date, timeZone: string): string {
  const { date, hour, minute, second, offset } = zonedTime(instant, timeZone)
  return `${date}T${hour}:${minute}:${second}${offsetText(offset)}`
}

/** `Mon` */
export function weekday(date: string): string {
  return 'Sun Mon Tue Wed Thu Fri Sat'.split(' ')[new Date(`${date}T00:00:00Z`).getUTCDay()] ?? ''
}

/** Week of the year after ISO 8601: `2026-W10`; a week belongs to the year of its Thursday. */
export function isoWeek(date: string): string {
  const thursday = new Date(`${date}T00:00:00Z`)
  thursday.setUTCDate(thursday.getUTCDate() + 4 - (thursday.getUTCDay() || 7))
  const newYear = Date.UTC(thursday.getUTCFullYear(), 0, 1)
  const week = Math.floor((thursday.getTime() - newYear) / 86_400_000 / 7) + 1
  return `${thursday.getUTCFullYear()}-W${String(week).padStart(2, '0')}`
}

function formatter(timeZone: string): Intl.DateTimeFormat {
  const known = formatters.get(timeZone)
  if (known) return known
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  })
  formatters.set(timeZone, made)
  return made
}
