const day = 86_400_000

/** A day as an ISO date; month and day may lie outside their range, day 0 is the last of the month before. */
export function isoDay(year: number, month: number, dayOfMonth: number): string {
  return isoDate(Date.UTC(year, month - 1, dayOfMonth))
}

/** Milliseconds since 1970, in UTC, as an ISO date. */
export function isoDate(time: number): string {
  return new Date(time).toISOString().slice(0, 10)
}

/** An ISO date some days later, or earlier. */
export function shifted(date: string, by: number): string {
  return isoDate(Date.parse(`${date}T00:00:00Z`) + by * day)
}

/** How many days a month has. */
export function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
}
