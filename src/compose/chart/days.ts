import type { Language } from '../../model/index.js'

const dayLength = 86_400_000
const monthNames = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')

/** Days from 1970-01-01 to an ISO date. */
export function dayNumber(iso: string): number {
  return Math.round(Date.parse(`${iso.slice(0, 10)}T00:00:00Z`) / dayLength)
}

/** Firsts of months where there are enough of them, of years over long spans, else days at even distances. */
export function dateTicks(first: number, last: number, most: number): number[] {
  const months = monthStarts(first, last)
  if (months.length >= 3) {
    const step = [1, 2, 3, 6, 12, 24, 60, 120].find((every) => months.length / every <= most) ?? 240
    return months.filter((day) => {
      const date = new Date(day * dayLength)
      return (date.getUTCFullYear() * 12 + date.getUTCMonth()) % step === 0
    })
  }
  const step = Math.max(1, Math.ceil((last - first) / (most - 1)))
  return Array.from({ length: Math.floor((last - first) / step) + 1 }, (_, index) => first + index * step)
}

function monthStarts(first: number, last: number): number[] {
  const starts: number[] = []
  const date = new Date(first * dayLength)
  date.setUTCDate(1)
  while (date.getTime() / dayLength <= last) {
    const day = Math.round(date.getTime() / dayLength)
    if (day >= first) starts.push(day)
    date.setUTCMonth(date.getUTCMonth() + 1)
  }
  return starts
}

/** A day in each language: `2020年3月1日`, `1 Mar 2020`. */
export function dayText(day: number, languages: readonly Language[]): string[] {
  const date = new Date(day * dayLength)
  const [year, month, dayOfMonth] = [date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()]
  return languages.map((language) =>
    language === 'zh' ? `${year}年${month + 1}月${dayOfMonth}日` : `${dayOfMonth} ${monthNames[month]} ${year}`,
  )
}
