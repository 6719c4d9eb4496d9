import { type DateMention, daysIn, isoDay, type PartialDate, resolveRelative, shifted } from '../language/index.js'
import type { FactTime } from '../model/index.js'
import type { Reading, SentenceReading } from './reading.js'
import { isWholeYear, isYearTold, yearHolds } from './whole-years.js'
import type { YearGuess } from './year-guess.js'

interface Scope {
  time: FactTime
  paragraph: number
  sentencesLeft: number
  /** Holds for what stands behind this offset. */
  from: number
}

/** When each thing was: gives the time that holds at an offset of a sentence. Ask in text order. */
export class Times {
  private scope: Scope | null = null
  private last: SentenceReading | null = null
  private month: number | null = null
  private readonly resolved = new Map<DateMention, FactTime | null>()
  /** The day told last, for 当天 and 次日. */
  private told: string | null = null
  inferredYear = false
  /** Words that were read from the day of publication: 昨天, 上周. */
  readonly relative = new Set<string>()

  constructor(
    private readonly reading: Reading,
    private readonly guess: YearGuess | null,
  ) {}

  /** The time that holds for a number at `at`: the date before it in its sentence, else the 截至 scope it stands in. */
  at(sentence: SentenceReading, at: number, share = false): FactTime | null {
    this.enter(sentence)
    const dates = sentence.dates.filter(
      (date) =>
        this.usable(date) &&
        !(share && this.reading.plain[date.end] === '的') &&
        !this.ofThose(date, at) &&
        this.holds(date, at),
    )
    const pause = sentence.start + this.reading.plain.slice(sentence.start, at).lastIndexOf('；')
    const before = dates.findLast((date) => date.end <= at && date.start > pause)
    const time = before ? this.resolve(before) : null
    if (before && time) return this.used(time, before)
    // 近日: no day, and none that stood before holds on
    if (before?.relative) return null
    return this.scope && this.scope.from <= at ? this.used(this.scope.time) : null
  }

  /** 2019年上线，目前服务200家: what stands now has no earlier day; a whole year holds for its own clause or as a topic. */
  private holds(date: DateMention, at: number): boolean {
    if (date.start >= at) return true
    const { plain } = this.reading
    const between = plain.slice(date.end, at)
    if (/[，；](?:而|且|但|并)?(?:目前|现在|如今|当前|迄今|现已)/.test(between) && !this.asOf(date.start)) return false
    return !isWholeYear(date) || yearHolds(plain, date, at)
  }

  /** 对春节期间坚守岗位的18名干部予以表彰: the time tells of those who are counted, not of what is done with them. */
  private ofThose({ start, end }: DateMention, at?: number): boolean {
    const { plain } = this.reading
    const within = /(?:^|[，,；;。：:])[^，,；;。：:]{0,12}[对向给为把将][^，,；;。：:]*$/
    const told = at === undefined ? /^[^，,；;。：:]*的[^，,；;。：:]*(?:予以|给予|进行|表示)/ : /^[^，,；;。：:]*的$/
    return within.test(plain.slice(Math.max(0, start - 40), start)) && told.test(plain.slice(end, at ?? end + 60))
  }

  /** The first date of a sentence, else the scope. */
  of(sentence: SentenceReading): FactTime | null {
    this.enter(sentence)
    for (const date of sentence.dates) {
      const time = this.usable(date) && !this.ofThose(date) ? this.resolve(date) : null
      if (time) return this.used(time, date)
    }
    return this.scope ? this.used(this.scope.time) : null
  }

  private used(time: FactTime, date?: DateMention): FactTime {
    if (date?.relative) this.relative.add(time.surface)
    else if (/\d|月/.test(time.surface)) this.inferredYear ||= time.basis === 'inferred'
    return time
  }

  private enter(sentence: SentenceReading): void {
    if (sentence === this.last) return
    this.last = sentence
    const scope = this.scope
    const over =
      scope && (scope.paragraph !== sentence.paragraph || scope.sentencesLeft === 0 || sentence.dates.length > 0)
    if (over) this.scope = null
    else if (scope && sentence.leadIn === null) scope.sentencesLeft--
    for (const date of sentence.dates) {
      const time = this.resolve(date)
      if (!time || time.kind === 'on' || !this.usable(date) || (date.relative && time.kind === 'span')) continue
      const year = isWholeYear(date)
      if (year && !yearHolds(this.reading.plain, date, sentence.end)) continue
      const sentencesLeft = time.kind === 'since' || year ? 0 : 3
      this.scope = { time, paragraph: sentence.paragraph, sentencesLeft, from: year ? date.end : 0 }
    }
  }

  /** Not a dateline, a caption, a deadline or the name of a document. */
  private usable({ start, end, relative, to }: DateMention): boolean {
    const { plain } = this.reading
    const year = relative === undefined && to.year !== null && to.month === null
    if (year && !isYearTold(plain, { start, end })) return false
    const planned = /^[^，。；]{0,8}?(?:计划|力争|预计|拟|将(?!近)|目标|安排|底前|年内)/
    if ((relative || year || to.yearBy !== undefined) && planned.test(plain.slice(end, end + 14))) return false
    if ((relative || year) && /^(?:同期|相比|水平|同比)/.test(plain.slice(end, end + 2))) return false
    if (/^ ?(?:电|讯|摄|刊|以?前|之前|报道|版|晚报|日报)/.test(plain.slice(end, end + 3))) return false
    return !/(?:预计|计划|拟于|将于|不晚于|[比较同]|[延执行持续办理开放]{1,2}[至到]|(?<!截)至)$/.test(
      plain.slice(Math.max(0, start - 4), start),
    )
  }

  private resolve(date: DateMention): FactTime | null {
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
    if (this.asOf(start) || /^截[至止]|^到/.test(surface))
      return { kind: 'asOf', asOf: days.to, from: null, basis, surface }
    if (days.from === days.to) this.told = days.to
    if (days.from === days.to) return { kind: 'on', asOf: days.to, from: null, basis, surface }
    return { kind: 'span', asOf: days.to, from: days.from, basis, surface }
  }

  private asOf(start: number): boolean {
    return /(?:截至|截止|截至到|截止到|截止至)(?:到|目前)? ?$/.test(
      this.reading.plain.slice(Math.max(0, start - 6), start),
    )
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
    if (this.asOf(start) || (whole && /[底末]的?$/.test(surface)))
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
