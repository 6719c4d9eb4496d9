import { type DateMention, daysIn, isoDay, type PartialDate, resolveRelative, shifted } from '../language/index.js'
import type { FactTime } from '../model/index.js'
import type { Reading } from './reading.js'
import { isWholeYear } from './whole-years.js'
import type { YearGuess } from './year-guess.js'

/** What each date of an article says, the parts that are not printed taken from those around it. Ask in text order. */
export class DateReader {
  private month: number | null = null
  private readonly resolved = new Map<DateMention, FactTime | null>()
  /** The day told last, for 当天 and 次日. */
  private told: string | null = null

  constructor(
    private readonly reading: Reading,
    private readonly guess: YearGuess | null,
  ) {}

  /** Null where no day can be told. */
  resolve(date: DateMention): FactTime | null {
    const known = this.resolved.get(date)
    if (known !== undefined) return known
    const time = this.read(date)
    this.resolved.set(date, time)
    return time
  }

  private read(date: DateMention): FactTime | null {
    if (date.opening === undefined) return date.relative ? this.readRelative(date) : this.readPrinted(date)
    const { opening, ...closing } = date
    const first = this.read(opening)
    const last = this.read({ ...closing, start: opening.end })
    if (!first || !last) return last
    const surface = this.reading.text.slice(date.start, date.end)
    const from = first.from ?? first.asOf
    return { kind: 'span', asOf: last.asOf, from: from > last.asOf ? null : from, basis: 'inferred', surface }
  }

  private get published(): string | null {
    const { value, basis } = this.reading.article.publishedAt
    return value === null || basis === 'unknown' ? null : value.slice(0, 10)
  }

  /** 昨天, 春节期间: told from the day of publication. */
  private readRelative({ start, end, relative }: DateMention): FactTime | null {
    if (!relative) return null
    const told = relative.kind === 'told' && this.told !== null ? shifted(this.told, relative.by) : null
    const days =
      told === null ? resolveRelative(relative, this.published, this.guess?.year ?? null) : { from: told, to: told }
    if (!days) return null
    const surface = this.reading.text.slice(start, end)
    const basis = 'inferred' as const
    if (this.since(end)) return this.open(relative.kind === 'year' && relative.end ? days.to : days.from, surface)
    if (isAsOf(this.reading.plain, start) || /^截[至止]|^到/.test(surface))
      return { kind: 'asOf', asOf: days.to, from: null, basis, surface }
    if (days.from === days.to) this.told = days.to
    if (days.from === days.to) return { kind: 'on', asOf: days.to, from: null, basis, surface }
    return { kind: 'span', asOf: days.to, from: days.from, basis, surface }
  }

  /** 2月下旬以来, 自3月1日起. */
  private since(end: number, start = end): boolean {
    const { plain } = this.reading
    const from = /[自从]$/.test(plain.slice(Math.max(0, start - 1), start))
    return (from ? /^[^。；，\d]{0,14}(?:以来|起|至今|开始|到(?:目前|现在))/ : /^(?:以来|至今|到(?:目前|现在))/).test(
      plain.slice(end, end + 18),
    )
  }

  private open(from: string, surface: string): FactTime | null {
    const { published } = this
    if (published !== null && from > published) return null
    return { kind: 'since', asOf: published ?? from, from, basis: 'inferred', surface }
  }

  private readPrinted({ start, end, from, to, reading }: DateMention): FactTime | null {
    const { text } = this.reading
    const first = from ? this.complete(from, 'first') : null
    if (from?.month != null) this.month = from.month
    const last = this.complete({ ...to, month: to.month ?? from?.month ?? null }, 'last')
    if (!last) return null
    const whole = isWholeYear({ start, end, from, to, reading })
    const inferred = to.year === null || reading !== null || (to.day === null && !whole)
    const basis = inferred ? 'inferred' : 'printed'
    const surface = text.slice(start, end)
    if (from && first) return { kind: 'span', asOf: last, from: first > last ? null : first, basis, surface }
    // 到2019年底: a day to come
    if (whole && /[底末]的?$/.test(surface) && last === this.published) return null
    if (isAsOf(this.reading.plain, start) || (whole && /[底末]的?$/.test(surface)))
      return { kind: 'asOf', asOf: last, from: null, basis, surface }
    if (this.since(end, start)) {
      const begin = this.complete(to, 'first')
      return begin === null ? null : this.open(begin, surface)
    }
    if (to.day === null) {
      const begin = this.complete(to, 'first')
      return { kind: 'span', asOf: last, from: begin, basis, surface }
    }
    this.told = last
    return { kind: 'on', asOf: last, from: null, basis, surface }
  }

  private complete({ year, yearBy, month, day, third }: PartialDate, end: 'first' | 'last'): string | null {
    if (month === null && day === null && year !== null) {
      const close = `${year}-12-31`
      if (end === 'first') return `${year}-01-01`
      return this.published !== null && this.published < close && this.published >= `${year}-01-01`
        ? this.published
        : close
    }
    if (month === null && (day === null || this.month === null)) return null
    const m = month ?? this.month ?? 1
    this.month = m
    const y = year ?? (yearBy === undefined ? this.yearOf(m) : this.yearFrom(yearBy))
    if (y === null) return null
    const length = daysIn(y, m)
    const [begins, ends] = third === undefined ? [1, length] : [third * 10 - 9, third === 3 ? length : third * 10]
    const d = day ?? (end === 'first' ? begins : ends)
    if (d > length) return null
    return isoDay(y, m, d)
  }

  private yearFrom(by: number): number | null {
    const { published } = this
    return published === null ? null : Number(published.slice(0, 4)) + by
  }

  /** A month well after that of publication was in the year before. */
  private yearOf(month: number): number | null {
    if (!this.guess) return null
    const published = this.reading.article.publishedAt.value
    const late = this.guess.from === 'publication' && published !== null && month > Number(published.slice(5, 7)) + 2
    return late ? this.guess.year - 1 : this.guess.year
  }
}

/** Whether the date that begins at `start` ends a scope: 截至3月31日. */
export function isAsOf(plain: string, start: number): boolean {
  return /(?:截至|截止|截至到|截止到|截止至)(?:到|目前)? ?$/.test(plain.slice(Math.max(0, start - 6), start))
}
