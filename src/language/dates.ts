import { hanValue } from './han-numerals.js'
import { Openings } from './openings.js'
import { findRelativeDates, type RelativeDate } from './relative-dates.js'

/** A date as far as it is printed; null where a part is not. */
export interface PartialDate {
  year: number | null
  month: number | null
  day: number | null
  /** 去年12月: so many years after that of writing. */
  yearBy?: number
  /** 上旬 1, 中旬 2, 下旬 3. */
  third?: number
}

/** A date or a span of dates in a text, in UTF-16 offsets. */
export interface DateMention {
  start: number
  end: number
  /** First day of a span; null for a single date. */
  from: PartialDate | null
  to: PartialDate
  /** Told from the day of writing or by a festival; `to` is empty then. */
  relative?: RelativeDate
  /** 除夕至2月14日: the first of two dates that make a span, where one of them is told so. */
  opening?: DateMention
  /** The scrape lost characters: what the date can only be, in Chinese (`1月26日至3月31日`). */
  reading: string | null
}

const year =
  '(?:(?<!\\d)((?:19|20)\\d\\d|1[0-8]\\d\\d(?=年\\d{1,2}月)|[一二][〇零○O九一二三四五六七八]{3}|[今去明](?!年年)|(?<![目之以日提此先近])前)年(?:度|[底末初](?!步|期|始|级))?的? ?)'
const month = '(?:(1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])月(?!龄)份?(?:[底初末](?!步|期|始|级)|[上中下]旬)?)'
const day =
  '(?:(3[01]|[12]\\d|0?[1-9]|三十一?|二?十[一二三四五六七八九]?|[一二三四五六七八九]|廿[一二三四五六七八九]?)[日号](?!内|均|本|楼|线|院|文|令|公告|报))'
const join = ' ?(?:[-—–~～－―]{1,2}|至|到) ?'
const clock = '(?: ?\\d{1,2}(?:时|点|[:：]\\d\\d))?'

const numeric = /(?<![\d.])((?:1\d|20)\d\d)[-/.](1[0-2]|0?[1-9])[-/.](3[01]|[12]\d|0?[1-9])(?![\d.])/y
const damaged = /(?<![\d.年月])(\d{3,4})日 ?(?:至|到|[-—–~]) ?(\d{3,4})日|(?<=截至|截止|截止到|自|从)(\d{3,4})日/y
const span = new RegExp(`${year}?${month} ?${day}?${clock}${join}${year}?${month}? ?${day}?`, 'y')
/** 2018年至2020年, 2018—2020年. */
const years = /(?<![\d.])((?:19|20)\d\d)年? ?(?:[-—–~～－―]{1,2}|至|到) ?((?:19|20)\d\d)年(?!\d{1,2}月)(?:底|末)?间?/y
const whole = new RegExp(`${year}?${month} ?${day}?|(?=[\\d一二])${year}`, 'y')
const bareDay = new RegExp(`(?<![\\d月.第百千万]|连续|为期|最近|近|[日号][、和])${day}`, 'y')

/** How dates are written, those that win over others first, and what each match is. */
const forms: { first: string; pattern: RegExp; read: (match: RegExpExecArray) => DateMention | undefined }[] = [
  { first: '0-9', pattern: damaged, read: readDamaged },
  { first: '12', pattern: numeric, read: (match) => single(match, match[1], match[2], match[3]) },
  { first: '12', pattern: years, read: readYears },
  { first: '0-9一二三四五六七八九十今去明前', pattern: span, read: readSpan },
  {
    first: '0-9一二三四五六七八九十今去明前',
    pattern: whole,
    read: (match) => single(match, match[1] ?? match[4], match[2], match[3]),
  },
  {
    first: '0-9',
    pattern: bareDay,
    read: (match) => (/\d/.test(match[1] ?? '') ? single(match, undefined, undefined, match[1]) : undefined),
  },
]
const openings = new Openings(forms)

/** Every date and span of dates in a normalised text, in order; a part that is not printed is null. */
export function findDates(text: string): DateMention[] {
  const found: DateMention[] = []
  const taken = new Uint8Array(text.length)
  const add = (mention: DateMention): void => {
    if (taken.subarray(mention.start, mention.end).includes(1)) return
    taken.fill(1, mention.start, mention.end)
    found.push(mention)
  }
  for (const { start, end, relative } of findRelativeDates(text))
    add({ start, end, from: null, to: unknown, reading: null, relative })
  if (/[年月日号]|\d[-/.]\d/.test(text)) {
    const matches = forms.map((): RegExpExecArray[] => [])
    openings.each(text, (match, form) => matches[form]?.push(match))
    for (const [form, { read }] of forms.entries()) {
      for (const match of matches[form] ?? []) {
        const mention = read(match)
        if (mention) add(mention)
      }
    }
  }
  return joined(
    text,
    found.sort((a, b) => a.start - b.start),
  )
}

/** Two dates with 至 between them, of which at least one is told by a festival or from the day of writing, as one span. */
function joined(text: string, dates: DateMention[]): DateMention[] {
  return dates.flatMap((date, i) => {
    const [before, next] = [dates[i - 1], dates[i + 1]]
    if (before && makeSpan(text, before, date)) return [{ ...date, start: before.start, opening: before }]
    return next && makeSpan(text, date, next) ? [] : [date]
  })
}

function makeSpan(text: string, a: DateMention, b: DateMention): boolean {
  const told = a.relative ?? b.relative
  return told !== undefined && a.from === null && b.from === null && /^ ?[至到—-] ?$/.test(text.slice(a.end, b.start))
}

function readYears(match: RegExpExecArray): DateMention | undefined {
  const [from, to] = [partial(match[1]), partial(match[2])]
  const late = (from.year ?? 0) < (to.year ?? 0)
  return late ? { start: match.index, end: match.index + match[0].length, from, to, reading: null } : undefined
}

function readSpan(match: RegExpExecArray): DateMention | undefined {
  const [whole, y1, m1, d1, y2, m2, d2] = match
  if (m2 === undefined && d2 === undefined) return undefined
  const [from, to] = [partial(y1, m1, d1), partial(y2 ?? y1, m2 ?? m1, d2)]
  return { start: match.index, end: match.index + whole.length, from, to, reading: null }
}

function single(match: RegExpExecArray, y?: string, m?: string, d?: string): DateMention {
  const third = d === undefined ? /([上中下])旬/.exec(match[0])?.[1] : undefined
  return {
    start: match.index,
    end: match.index + match[0].length,
    from: null,
    to: partial(y, m, d, third),
    reading: null,
  }
}

const unknown: PartialDate = { year: null, month: null, day: null }
const yearWords: Record<string, number> = { 今: 0, 去: -1, 前: -2, 明: 1 }

function partial(y?: string, m?: string, d?: string, third?: string): PartialDate {
  const by = y === undefined ? undefined : yearWords[y]
  return {
    year: by === undefined ? number(y) : null,
    month: number(m),
    day: number(d),
    ...(by !== undefined && { yearBy: by }),
    ...(third && { third: '上中下'.indexOf(third) + 1 }),
  }
}

function number(text: string | undefined): number | null {
  if (text === undefined) return null
  if (/^\d+$/.test(text)) return Number(text)
  return hanValue(text.replace(/[○O]/g, '〇')).value
}

/** `126日至331日`: each number is a month and a day whose 月 was lost; read where one reading is in order. */
function readDamaged(match: RegExpExecArray): DateMention | undefined {
  const [surface, first, second, alone] = match
  const span = { start: match.index, end: match.index + surface.length }
  const froms = splits(first ?? '')
  const tos = splits(second ?? alone ?? '')
  if (alone !== undefined) {
    const [to] = tos
    return to && tos.length === 1 ? { ...span, from: null, to, reading: printed(to) } : undefined
  }
  const pairs = froms.flatMap((from) => tos.filter((to) => order(from) < order(to)).map((to) => ({ from, to })))
  const [pair] = pairs
  if (!pair || pairs.length > 1) return undefined
  return { ...span, from: pair.from, to: pair.to, reading: `${printed(pair.from)}至${printed(pair.to)}` }
}

function splits(digits: string): PartialDate[] {
  return [1, 2]
    .map((at) => ({ year: null, month: Number(digits.slice(0, at)), day: Number(digits.slice(at)) }))
    .filter(({ month: m, day: d }, i) => m >= 1 && m <= 12 && d >= 1 && d <= 31 && digits[i + 1] !== '0')
}

const order = ({ month: m, day: d }: PartialDate): number => (m ?? 0) * 100 + (d ?? 0)
const printed = ({ month: m, day: d }: PartialDate): string => `${m}月${d}日`
