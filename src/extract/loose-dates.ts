import { calendarDate } from './dates.js'

/** A day that bylines print without its year (`07-06 08:18`) or told from the day of reading (`昨天`, `3小时前`). */
export type LooseDate = { start: number; end: number; time: string } & (
  | { kind: 'yearless'; month: number; day: number }
  | { kind: 'relative'; days: number }
  | { kind: 'ago'; minutes: number }
)

/** What a page tells of its time elsewhere: `YYYY-MM-DD`, with or without `THH:MM`. */
export interface KnownTime {
  /** When the page was shown: relative days count from here. */
  shown: string | null
  /** Near publication: from metadata or the address; may be `YYYY` or `YYYY-MM` only. */
  near: string | null
}

const CLOCK = '(?:\\s{0,4}(\\d{1,2})\\s?[:：]\\s?(\\d{2})(?!\\d))'
const YEARLESS = new RegExp(
  `(?<![\\d年./:：-])(\\d{1,2})(?:\\s?月\\s?(\\d{1,2})\\s?日${CLOCK}?|[-/.](\\d{1,2})${CLOCK})`,
)
const RELATIVE = new RegExp(
  `(今天|今日|昨天|昨日|前天)(?:\\s?(?:凌晨|早上|早晨|上午|中午|下午|傍晚|晚上|晚间|夜间))?${CLOCK}?`,
)
const AGO = /(\d{1,3})\s?(分钟|小时|天|周|星期)之?前|刚刚/
const DAYS_BACK: Record<string, number> = { 今天: 0, 今日: 0, 昨天: 1, 昨日: 1, 前天: 2 }
const MINUTES: Record<string, number> = { 分钟: 1, 小时: 60, 天: 1440, 周: 10_080, 星期: 10_080 }

/** The first such day of a byline; null where there is none. */
export function looseDate(text: string): LooseDate | null {
  if (text.length > 220) return null
  const yearless = YEARLESS.exec(text)
  if (yearless !== null) {
    const [, month, day, hour, minute, other, otherHour, otherMinute] = yearless
    const date = { month: Number(month), day: Number(day ?? other) }
    if (calendarDate(2020, date.month, date.day) !== null)
      return { kind: 'yearless', ...date, ...placeOf(yearless), time: clock(hour ?? otherHour, minute ?? otherMinute) }
  }
  const relative = RELATIVE.exec(text)
  if (relative !== null) {
    const [, word = '', hour, minute] = relative
    return { kind: 'relative', days: DAYS_BACK[word] ?? 0, ...placeOf(relative), time: clock(hour, minute) }
  }
  const ago = AGO.exec(text)
  if (ago === null) return null
  const minutes = ago[1] === undefined ? 0 : Number(ago[1]) * (MINUTES[ago[2] ?? ''] ?? 0)
  return { kind: 'ago', minutes, ...placeOf(ago), time: '' }
}

function placeOf(match: RegExpExecArray): { start: number; end: number } {
  return { start: match.index, end: match.index + match[0].length }
}

function clock(hour: string | undefined, minute: string | undefined): string {
  if (hour === undefined || minute === undefined || Number(hour) > 23 || Number(minute) > 59) return ''
  return `T${hour.padStart(2, '0')}:${minute}`
}

/** The date that is meant, as far as the page's known times tell; null where they do not. */
export function resolved(date: LooseDate, known: KnownTime): string | null {
  if (date.kind === 'yearless') {
    const day = withYear(date.month, date.day, known)
    return day && day + date.time
  }
  if (known.shown === null) return null
  if (date.kind === 'relative') return moved(known.shown.slice(0, 10), -1440 * date.days).slice(0, 10) + date.time
  const whole = date.minutes % 1440 === 0 && date.minutes > 0
  if (known.shown.length > 10) return moved(known.shown, -date.minutes).slice(0, whole ? 10 : 16)
  // Of a page shown on some day, hours back may lead to the day before.
  return whole ? moved(known.shown, -date.minutes).slice(0, 10) : null
}

/** The year in which the day lies nearest to the known time; of pages that only tell today, the latest day before. */
function withYear(month: number, day: number, { shown, near }: KnownTime): string | null {
  const reference = near ?? shown
  if (reference === null) return null
  const year = Number(reference.slice(0, 4))
  if (reference.length === 4) return calendarDate(year, month, day)
  const target = Date.parse(reference.length === 7 ? `${reference}-15` : reference.slice(0, 10))
  const days = [year - 1, year, year + 1].flatMap((each) => calendarDate(each, month, day) ?? [])
  const possible = near === null ? days.filter((each) => Date.parse(each) <= target) : days
  const distance = (each: string) => Math.abs(Date.parse(each) - target)
  return possible.toSorted((a, b) => distance(a) - distance(b))[0] ?? null
}

function moved(time: string, minutes: number): string {
  const start = Date.parse(time.length > 10 ? `${time.slice(0, 16)}Z` : `${time}T00:00Z`)
  return new Date(start + minutes * 60_000).toISOString().slice(0, 16)
}
