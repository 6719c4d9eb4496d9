import type { DateMention, PartialDate } from '../language/index.js'
import type { Article, FactTime, Lens } from '../model/index.js'
import type { Reading, SentenceReading } from './reading.js'

/** The year that dates without one are in, and what gave it away. */
export interface YearGuess {
  year: number
  from: 'text' | 'publication' | 'lens'
}

/** The year of the article: its publication, else the year of its whole dates, else what a cue of the lens gives away. */
export function guessYear(article: Article, reading: Reading, lens: Lens): YearGuess | null {
  const published = /^(\d{4})/.exec(article.publishedAt.value ?? '')?.[1]
  if (published) return { year: Number(published), from: 'publication' }
  const printed = reading.dates.flatMap(({ to }) => (to.year !== null && to.month !== null ? [to.year] : []))
  const cued = lens.years.find(({ cues }) =>
    cues.some((cue) => article.title.zh.includes(cue) || reading.plain.includes(cue)),
  )
  const most = mostFrequent(printed)
  if (cued && (most === undefined || printed.includes(cued.year))) {
    return { year: cued.year, from: printed.includes(cued.year) ? 'text' : 'lens' }
  }
  return most === undefined ? null : { year: most, from: 'text' }
}

function mostFrequent(values: number[]): number | undefined {
  const counts = new Map<number, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0]
}

/** Words for a time that no scope before them says anything of. */
const relative = /近日|日前|近期|昨[天日晚]|[今当次][天日](?![津])|去年|上年|春节[前后]/

interface Scope {
  time: FactTime
  paragraph: number
  sentencesLeft: number
}

/** When each thing was: gives the time that holds at an offset of a sentence. Ask in text order. */
export class Times {
  private scope: Scope | null = null
  private last: SentenceReading | null = null
  private month: number | null = null
  private readonly resolved = new Map<DateMention, FactTime | null>()
  inferredYear = false

  constructor(
    private readonly reading: Reading,
    private readonly guess: YearGuess | null,
  ) {}

  /** The time that holds for a number at `at`: the date before it in its sentence, else the 截至 scope it stands in. */
  at(sentence: SentenceReading, at: number, share = false): FactTime | null {
    this.enter(sentence)
    const dates = sentence.dates.filter(
      (date) => this.usable(date) && !(share && this.reading.plain[date.end] === '的'),
    )
    const pause = sentence.start + this.reading.plain.slice(sentence.start, at).lastIndexOf('；')
    const before = dates.findLast((date) => date.end <= at && date.start > pause)
    const time = before ? this.resolve(before) : null
    if (time) return this.used(time)
    return this.scope ? this.used(this.scope.time) : null
  }

  /** The first date of a sentence, else the scope. */
  of(sentence: SentenceReading): FactTime | null {
    this.enter(sentence)
    for (const date of sentence.dates) {
      const time = this.usable(date) ? this.resolve(date) : null
      if (time) return this.used(time)
    }
    return this.scope ? this.used(this.scope.time) : null
  }

  private used(time: FactTime): FactTime {
    this.inferredYear ||= time.basis === 'inferred'
    return time
  }

  private enter(sentence: SentenceReading): void {
    if (sentence === this.last) return
    this.last = sentence
    const scope = this.scope
    const over =
      scope && (scope.paragraph !== sentence.paragraph || scope.sentencesLeft === 0 || sentence.dates.length > 0)
    if (over || relative.test(this.reading.plain.slice(sentence.start, sentence.start + 40))) this.scope = null
    else if (scope) scope.sentencesLeft--
    for (const date of sentence.dates) {
      const time = this.resolve(date)
      if (time && time.kind !== 'on' && this.usable(date)) {
        this.scope = { time, paragraph: sentence.paragraph, sentencesLeft: 3 }
      }
    }
  }

  /** Not a dateline, a caption, a deadline or the name of a document. */
  private usable({ start, end }: DateMention): boolean {
    const { plain } = this.reading
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

  private read({ start, end, from, to, reading }: DateMention): FactTime | null {
    const { plain, text } = this.reading
    const first = from ? this.complete(from, 'first') : null
    if (from?.month != null) this.month = from.month
    const last = this.complete({ ...to, month: to.month ?? from?.month ?? null }, 'last')
    if (!last) return null
    const inferred = to.year === null || reading !== null || to.day === null
    const basis = inferred ? 'inferred' : 'printed'
    const surface = text.slice(start, end)
    if (from && first) return { kind: 'span', asOf: last, from: first > last ? null : first, basis, surface }
    const asOf = /(?:截至|截止|截至到|截止到|截止至)(?:到|目前)? ?$/.test(plain.slice(Math.max(0, start - 6), start))
    if (asOf) return { kind: 'asOf', asOf: last, from: null, basis, surface }
    if (
      /[自从]$/.test(plain.slice(Math.max(0, start - 1), start)) &&
      /^[^。；]{0,14}(?:以来|起|至今)/.test(plain.slice(end, end + 18))
    ) {
      const published = this.reading.article.publishedAt.value?.slice(0, 10)
      const begin = this.complete(to, 'first')
      const known = published !== undefined && begin !== null && begin <= published
      return known ? { kind: 'span', asOf: published, from: begin, basis: 'inferred', surface } : null
    }
    if (to.day === null) {
      const begin = this.complete({ ...to, day: 1 }, 'first')
      return { kind: 'span', asOf: last, from: begin, basis, surface }
    }
    return { kind: 'on', asOf: last, from: null, basis, surface }
  }

  private complete({ year, month, day }: PartialDate, end: 'first' | 'last'): string | null {
    if (month === null && (day === null || this.month === null)) return null
    const m = month ?? this.month ?? 1
    this.month = m
    const y = year ?? this.yearOf(m)
    if (y === null) return null
    const length = new Date(Date.UTC(y, m, 0)).getUTCDate()
    const d = day ?? (end === 'first' ? 1 : length)
    if (d > length) return null
    return `${y}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`
  }

  /** A month well after that of publication was in the year before. */
  private yearOf(month: number): number | null {
    if (!this.guess) return null
    const published = this.reading.article.publishedAt.value
    const late = this.guess.from === 'publication' && published !== null && month > Number(published.slice(5, 7)) + 2
    return late ? this.guess.year - 1 : this.guess.year
  }
}
