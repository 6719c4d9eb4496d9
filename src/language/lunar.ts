import { isoDate, isoDay } from './days.js'

/** Days of the Chinese calendar in ours, by the calendar data that comes with Node (ICU). Days are ISO dates. */

const calendar = new Intl.DateTimeFormat('en-u-ca-chinese', { timeZone: 'UTC', month: 'numeric', day: 'numeric' })
const day = 86_400_000

interface LunarDay {
  /** `4bis` is a leap month. */
  month: string
  day: number
}

function lunarDay(time: number): LunarDay {
  const parts = calendar.formatToParts(time)
  const part = (type: string): string => parts.find((one) => one.type === type)?.value ?? ''
  return { month: part('month'), day: Number(part('day')) }
}

const newYears = new Map<number, number>()

/** 正月初一 falls between 21 January and 21 February. */
function newYear(year: number): number {
  let time = newYears.get(year)
  if (time !== undefined) return time
  time = Date.UTC(year, 0, 20)
  for (let found = lunarDay(time); found.month !== '1' || found.day !== 1; found = lunarDay(time)) time += day
  newYears.set(year, time)
  return time
}

const known = new Map<string, string | null>()

/** Our date of a day of the Chinese year that begins in `year`; null where that month has no such day. */
export function fromLunar(year: number, month: number, dayOfMonth: number): string | null {
  const key = `${year}-${month}-${dayOfMonth}`
  let date = known.get(key)
  if (date === undefined) {
    date = lookedUp(year, month, dayOfMonth)
    known.set(key, date)
  }
  return date
}

function lookedUp(year: number, month: number, dayOfMonth: number): string | null {
  let time = newYear(year) + ((month - 1) * 29 + dayOfMonth - 1) * day
  for (let tries = 0; tries < 45; tries++, time += day) {
    const found = lunarDay(time)
    if (found.month === String(month) && found.day === dayOfMonth) return isoDate(time)
  }
  return null
}

/** The day before 正月初一 of `year`. */
export function newYearsEve(year: number): string {
  return isoDate(newYear(year) - day)
}

/** 清明: the sun at 15°, by the formula of the Purple Mountain Observatory for this century. */
export function clearBright(year: number): string {
  const y = year % 100
  const dayOfApril = Math.floor(y * 0.2422 + 4.81) - Math.floor(y / 4)
  return isoDay(year, 4, dayOfApril)
}
