/** Milliseconds of a Retry-After header (RFC 9110 §10.2.3: seconds, or a date); null where it says nothing. */
export function retryAfter(header: string | undefined, now: number): number | null {
  const value = header?.trim() ?? ''
  if (/^\d{1,9}$/.test(value)) return Number(value) * 1000
  const time = /[a-z]{3}/i.test(value) ? Date.parse(value) : Number.NaN
  return Number.isNaN(time) ? null : Math.max(0, time - now)
}
