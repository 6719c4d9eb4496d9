/** A date as printed, with where it stands in the text it was found in. */
export interface FoundDate {
  /** `YYYY-MM-DD` or `YYYY-MM-DDTHH:MM`. */
  value: string
  start: number
  end: number
}

const DATE =
  /(?<!\d)((?:19|20)\d{2})\s?(?:[-./]|年)\s?(\d{1,2})\s?(?:[-./]|月)\s?(\d{1,2})(?!\d)\s?日?(?:\s{0,8}(?:T|[（(]?(?:星期|周)[一二三四五六日天][）)]?)?\s{0,8}(\d{1,2})\s?[:：时]\s?(\d{2})(?!\d))?/g

/** All dates of a text that exist in the calendar, with the minute where it is printed. */
export function datesIn(text: string): FoundDate[] {
  const found: FoundDate[] = []
  if (!/[\d０-９]{4}/.test(text)) return found
  const digits = halfWidthDigits(text)
  for (const match of digits.matchAll(DATE)) {
    const [whole, year = '', month = '', day = '', hour, minute] = match
    const date = calendarDate(Number(year), Number(month), Number(day))
    if (date === null) continue
    const time = hour !== undefined && minute !== undefined ? clockTime(Number(hour), Number(minute)) : ''
    found.push({ value: date + time, start: match.index, end: match.index + whole.length })
  }
  return found
}

/** Bylines of some sites shorten the year: 发布时间：20-03-08 12:10. Only with a time, or it could be anything. */
const SHORT = /(?<![\d-])(\d{2})-(\d{2})-(\d{2})\s{0,4}(\d{2}):(\d{2})(?!\d)/

/** The date of a byline that shortens its year; null where there is none. */
export function shortDate(text: string): string | null {
  const match = SHORT.exec(text.slice(0, 300))
  if (match === null) return null
  const [, year, month, day, hour, minute] = match.map(Number)
  const date = calendarDate(2000 + (year ?? 0), month ?? 0, day ?? 0)
  return date === null ? null : date + clockTime(hour ?? 0, minute ?? 0)
}

const CLOCK_ALONE =
  /^(?:[\p{Script=Han}]{0,4}[时時][间間]\s*[:：]?\s*)?(上午|下午|晚上)?\s?(\d{1,2})\s?[:：时時]\s?(\d{2})\s?分?$/u

/** `THH:MM` of a line that is nothing but a time of day (`香港時間19時20分`); empty for others. */
export function clockAlone(text: string): string {
  const match = text.length > 20 ? null : CLOCK_ALONE.exec(text)
  if (match === null) return ''
  const later = (match[1] === '下午' || match[1] === '晚上') && Number(match[2]) < 12
  return clockTime(Number(match[2]) + (later ? 12 : 0), Number(match[3]))
}

/** The first date, the first with a minute preferred; null where there is none. */
export function firstDate(text: string): string | null {
  const dates = datesIn(text)
  return (dates.find((date) => date.value.length > 10) ?? dates[0])?.value ?? null
}

/** `YYYY-MM-DD` where the day exists and pages could bear it; null otherwise. */
export function calendarDate(year: number, month: number, day: number): string | null {
  if (year < 1990 || year > 2099 || month < 1 || month > 12 || day < 1) return null
  if (day > new Date(Date.UTC(year, month, 0)).getUTCDate()) return null
  return `${year}-${pad(month)}-${pad(day)}`
}

function clockTime(hour: number, minute: number): string {
  return hour < 24 && minute < 60 ? `T${pad(hour)}:${pad(minute)}` : ''
}

function pad(value: number): string {
  return String(value).padStart(2, '0')
}

/** Full-width digits and separators as ASCII, one for one, so that offsets stay. */
function halfWidthDigits(text: string): string {
  return text.replace(/[０-９－／．]/g, (mark) => String.fromCharCode(mark.charCodeAt(0) - 0xfee0))
}

/** Seconds since 1970 as date and minute in China, where such pages are made (UTC+8, no summer time since 1991). */
export function chinaMinute(seconds: number): string | null {
  const date = new Date((seconds + 8 * 3600) * 1000)
  if (Number.isNaN(date.getTime()) || date.getUTCFullYear() < 1990 || date.getUTCFullYear() > 2099) return null
  return date.toISOString().slice(0, 16)
}
