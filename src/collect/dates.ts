const PLAIN = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[\sT]+(\d{1,2}):(\d{2})(?::\d{2}(?:\.\d+)?)?)?$/

/**
 * A date as records write it (ISO 8601, RFC 5322, seconds or milliseconds since 1970) → `YYYY-MM-DD` or
 * `YYYY-MM-DDTHH:MM`. With a zone it becomes the time in China (UTC+8), where the articles are made; without one it
 * stands as it is. Null for what is no date of 1990 to 2099.
 */
export function recordDate(value: string | number): string | null {
  const text = String(value).trim().slice(0, 100)
  if (/^\d{10}(?:\.\d+)?$/.test(text)) return chinaMinute(Number(text) * 1000)
  if (/^\d{13}$/.test(text)) return chinaMinute(Number(text))
  const plain = PLAIN.exec(text)
  if (plain !== null) return plainDate(plain)
  return /\d{4}/.test(text) && /[:T]/.test(text) ? chinaMinute(Date.parse(text)) : null
}

function plainDate([, year = '', month = '', day = '', hour, minute]: RegExpExecArray): string | null {
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const time = hour === undefined || minute === undefined ? '' : `T${hour.padStart(2, '0')}:${minute}`
  const parsed = new Date(`${date}${time || 'T00:00'}Z`)
  if (Number.isNaN(parsed.getTime()) || parsed.toISOString().slice(0, 10) !== date) return null
  return inRange(parsed) ? date + time : null
}

function chinaMinute(milliseconds: number): string | null {
  const date = new Date(milliseconds + 8 * 3_600_000)
  return Number.isNaN(date.getTime()) || !inRange(date) ? null : date.toISOString().slice(0, 16)
}

function inRange(date: Date): boolean {
  return date.getUTCFullYear() >= 1990 && date.getUTCFullYear() <= 2099
}
