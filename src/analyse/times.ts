import type { DateMention } from '../language/index.js'
import type { FactTime } from '../model/index.js'
import { type DateReader, isAsOf } from './date-reader.js'
import type { Reading, SentenceReading } from './reading.js'
import { isWholeYear, isYearTold, yearHolds } from './whole-years.js'

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
  inferredYear = false
  /** Words that were read from the day of publication: 昨天, 上周. */
  readonly relative = new Set<string>()

  constructor(
    private readonly reading: Reading,
    private readonly dates: DateReader,
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
    const time = before ? this.dates.resolve(before) : null
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
    if (/[，；](?:而|且|但|并)?(?:目前|现在|如今|当前|迄今|现已)/.test(between) && !isAsOf(plain, date.start))
      return false
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
      const time = this.usable(date) && !this.ofThose(date) ? this.dates.resolve(date) : null
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
      const time = this.dates.resolve(date)
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
    return !/(?:预计|计划|拟于|将于|不晚于|[比较同]|(?:延[期续长]?|执行|持续|办理|开放)[至到]|(?<!截)至)$/.test(
      plain.slice(Math.max(0, start - 4), start),
    )
  }
}
