import { isoDay, shifted } from './days.js'
import { hanValue } from './han-numerals.js'
import { clearBright, fromLunar, newYearsEve } from './lunar.js'
import { type Opening, Openings } from './openings.js'

/** A time told from the day of writing, or by a festival; `vague` where no day can be told (近日). */
export type RelativeDate =
  | { kind: 'vague' }
  /** 当天, 次日: so many days after the day told last. */
  | { kind: 'told'; by: number }
  | { kind: 'day'; by: number }
  | { kind: 'week'; by: number; weekday: number | null }
  | { kind: 'month'; by: number }
  /** `end`: 去年底. */
  | { kind: 'year'; by: number; end: boolean }
  /** Months of a year: 上半年, 前三季度. */
  | { kind: 'months'; year: RelativeYear; from: number; to: number }
  | { kind: 'feast'; year: RelativeYear; feast: Feast; days: [number, number] }

/** Printed, or so many years after that of writing; null where the nearest past one is meant. */
type RelativeYear = { printed: number } | { by: number } | null
type Feast =
  | { lunar: [number, number] }
  /** 正月, 腊月: all of it. */
  | { lunarMonth: number }
  | { solar: [number, number] }
  | 'eve'
  | 'clearBright'

export interface RelativeMention {
  start: number
  end: number
  relative: RelativeDate
}

const yearWord = '(?:((?:19|20)\\d\\d|今|去|(?<![目之以日提此先])前)年(?:的)?)?'
const han = '一二三四五六七八九十'
const lunarDay = `(初[${han}]|[二三]?十[一二三四五六七八九]?|廿[一二三四五六七八九]?)日?`

const feasts: [string, Feast][] = [
  ['除夕|大年三十|年三十', 'eve'],
  ['元宵(?:佳?节)?|正月十五', { lunar: [1, 15] }],
  ['端午(?:佳?节)?', { lunar: [5, 5] }],
  ['七夕(?:节)?', { lunar: [7, 7] }],
  ['中秋(?:佳?节)?', { lunar: [8, 15] }],
  ['重阳(?:佳?节)?', { lunar: [9, 9] }],
  ['腊八(?:节)?', { lunar: [12, 8] }],
  ['清明(?:节)?', 'clearBright'],
  ['元旦', { solar: [1, 1] }],
]

interface Rule extends Opening {
  read: (match: RegExpExecArray) => RelativeDate
}

/** What every rule may begin with whose pattern begins with a word for a year. */
const years = '12今去前'

const rule = (first: string, pattern: string, read: Rule['read']): Rule => ({
  first,
  pattern: new RegExp(pattern, 'y'),
  read,
})

/** After a festival these move away from its day, to no day that can be told. */
const around =
  '(?!(?:前夕|前后|[前后]夕?|临近|将至|来临|到来|将临|期间|假期|长假|小长假|晚会|联欢|文化|礼物|礼包|慰问品|档|版|团拜))'

const rules: Rule[] = [
  rule('近日连前不节此', '近日|日前|近期|连日来|近来|近年来?|前不久|不久前|节日?前夕|节后|节前|此前', () => ({
    kind: 'vague',
  })),
  rule('截到', '(?:截至|截止)(?:记者)?(?:目前|发稿|现在|当前|今日|今天)(?:时|前|为止)?|到(?:目前|现在)为止', () => ({
    kind: 'day',
    by: 0,
  })),
  rule('大', '大前[天日]', () => ({ kind: 'day', by: -3 })),
  rule('前', '前天(?:[上下]午|晚上|晚)?', () => ({ kind: 'day', by: -2 })),
  rule('昨', '昨[天日晚](?!的)(?:[上下]午|晚上|晚)?', () => ({ kind: 'day', by: -1 })),
  rule('今', '今[天早晨晚](?!的)(?:[上下]午|早)?|今日(?!头条|之|起)', () => ({ kind: 'day', by: 0 })),
  rule(
    '上本这周',
    '上上?(?:个?星期|周)([一二三四五六日天末])?|(?:本|这个?)周([一二三四五六日天])?',
    ([text, last, own]) => {
      const by = text.startsWith('上上') ? -2 : text.startsWith('上') ? -1 : 0
      const weekday = last ?? own
      return { kind: 'week', by, weekday: weekday === undefined || weekday === '末' ? null : weekdayOf(weekday) }
    },
  ),
  rule('上本', '上个?月(?:份)?(?:[底初末]|[上中下]旬)?(?!\\d)|本月(?:份)?(?:以来)?(?!\\d)', ([text]) => ({
    kind: 'month',
    by: text.startsWith('上') ? -1 : 0,
  })),
  rule(
    '今去前',
    '(?<![\\d一二三四])(今|去|(?<![目之以日提此先近])前)年(?:全年|度|年?[底末初])?(?!同期|[ ]?(?:\\d|正月|腊月|[一二三四五六七八九十]{1,2}月|上半年|下半年|[一二三四前第春除元端中重腊清七])|轻|[产均检味夜终])',
    ([text, word]) => ({
      kind: 'year',
      by: yearBy(word),
      end: /[底末]$/.test(text),
    }),
  ),
  rule(
    `${years}第一二三四前上下头`,
    `${yearWord}(?:第?([一二三四])季度|前([二两三])(?:个)?季度|(上|下)半年|(?:前|头)(\\d{1,2}|[${han}]{1,2})个月)`,
    (match) => months(match),
  ),
  rule(
    `${years}1-9`,
    `${yearWord}(?<![\\d.])(1[0-2]|[1-9])(?:月份?)? ?(?:[-—–~至到]) ?(1[0-2]|[1-9])月(?:份)?(?![\\d ]*[日号])`,
    ([, year, from, to]) => ({
      kind: 'months',
      year: yearOf(year),
      from: Number(from),
      to: Number(to),
    }),
  ),
  rule(`${years}农大正`, `${yearWord}(?:农历|大年|正月|农历正月)${lunarDay}`, ([, year, lunar]) =>
    feast(year, { lunar: [1, lunarNumber(lunar)] }),
  ),
  rule(`${years}农腊`, `${yearWord}(?:农历)?腊月${lunarDay}`, ([, year, lunar]) =>
    feast(year, { lunar: [12, lunarNumber(lunar)] }),
  ),
  rule(`${years}农正腊`, `${yearWord}(?:农历)?([正腊])月(?![${han}初廿])`, ([, year, month]) =>
    feast(year, { lunarMonth: month === '正' ? 1 : 12 }),
  ),
  rule(`${years}春新`, `${yearWord}(?:春节|新春)(?:期间|假期|长假|黄金周)`, ([, year]) =>
    feast(year, { lunar: [1, 1] }, [-1, 5]),
  ),
  rule(`${years}国`, `${yearWord}(?:国庆)(?:期间|假期|长假|黄金周)`, ([, year]) =>
    feast(year, { solar: [10, 1] }, [0, 6]),
  ),
  rule(
    `${years}春国元端清中重“三五六八一妇劳儿`,
    `${yearWord}(?:春节|国庆节|元宵节?|端午节?|清明节?|中秋节?|重阳节?|元旦|“?[三五六]?[八一]”?(?:国际)?(?:妇女节|劳动节|儿童节))(?:前夕|前后|[前后]|期间|临近|来临之际|到来之际|将至)`,
    () => ({
      kind: 'vague',
    }),
  ),
  rule(`${years}大正春`, `${yearWord}(?:大年初一|正月初一|春节当天)`, ([, year]) => feast(year, { lunar: [1, 1] })),
  ...feasts.map(([words, which]) =>
    rule(
      years +
        words
          .split('|')
          .map((word) => word.charAt(0))
          .join(''),
      `${yearWord}(?:${words})(?:当天|之?夜)?${around}`,
      ([, year]) => feast(year, which),
    ),
  ),
  rule('当', '(?<=^|[，。；：！\\s“])当[天日晚](?![的地])(?:[上下]午|晚上|晚)?', () => ({ kind: 'told', by: 0 })),
  rule('次翌', '(?<=^|[，。；：！\\s“])(?:次日|翌日)', () => ({ kind: 'told', by: 1 })),
]

const openings = new Openings(rules)

/** Whether any rule could hold: spares the scan of texts and lines without such a word. */
const hint =
  /[近前昨今去]|周|星期|本月|上个?月|季度|半年|个月|正月|腊月|农历|大年|[节夕宵午秋阳旦]|清明|当[天日]|次日|\d ?[-—–~至到] ?\d{1,2}月|发稿|不久/

/** Every time of a text that is told from the day of writing, or by a festival, in the order of the rules. */
export function findRelativeDates(text: string): RelativeMention[] {
  if (!hint.test(text)) return []
  const found = rules.map((): RelativeMention[] => [])
  openings.each(text, (match, index) => {
    const relative = rules[index]?.read(match)
    if (relative) found[index]?.push({ start: match.index, end: match.index + match[0].length, relative })
  })
  return found.flat()
}

function months([, year, quarter, quarters, half, count]: RegExpExecArray): RelativeDate {
  const of = yearOf(year)
  if (quarter) {
    const q = han.indexOf(quarter)
    return { kind: 'months', year: of, from: q * 3 + 1, to: q * 3 + 3 }
  }
  if (quarters) return { kind: 'months', year: of, from: 1, to: quarters === '三' ? 9 : 6 }
  if (half) return { kind: 'months', year: of, from: half === '上' ? 1 : 7, to: half === '上' ? 6 : 12 }
  const to = /\d/.test(count ?? '') ? Number(count) : lunarNumber(count)
  return to >= 1 && to <= 12 ? { kind: 'months', year: of, from: 1, to } : { kind: 'vague' }
}

function feast(year: string | undefined, which: Feast, days: [number, number] = [0, 0]): RelativeDate {
  return { kind: 'feast', year: yearOf(year), feast: which, days }
}

function yearOf(word: string | undefined): RelativeYear {
  if (word === undefined) return null
  return /\d/.test(word) ? { printed: Number(word) } : { by: yearBy(word) }
}

function yearBy(word: string | undefined): number {
  return word === '去' ? -1 : word === '前' ? -2 : 0
}

function weekdayOf(character: string): number {
  return /[日天]/.test(character) ? 7 : han.indexOf(character) + 1
}

/** 初三, 十五, 廿八, 三十 as a number. */
function lunarNumber(text = ''): number {
  return hanValue(text.replace('初', '')).value
}

export interface DaySpan {
  from: string
  to: string
}

/**
 * The days that are meant, told from `today` (the day of writing) or, where that is not known, from the `year` of the
 * text; null where they cannot be told. No span goes beyond the day of writing.
 */
export function resolveRelative(date: RelativeDate, today: string | null, year: number | null): DaySpan | null {
  const now = today === null ? year : Number(today.slice(0, 4))
  if (date.kind === 'vague' || date.kind === 'told' || now === null) return null
  if (date.kind === 'months') return monthSpan(date.year, date.from, date.to, today, now)
  if (date.kind === 'feast') return feastSpan(date, today, now)
  if (date.kind === 'year') return clipped(`${now + date.by}-01-01`, `${now + date.by}-12-31`, today)
  if (today === null) return null
  if (date.kind === 'day') return { from: shifted(today, date.by), to: shifted(today, date.by) }
  if (date.kind === 'month') {
    const month = Number(today.slice(5, 7)) + date.by
    return clipped(isoDay(now, month, 1), isoDay(now, month + 1, 0), today)
  }
  const monday = shifted(today, date.by * 7 - ((new Date(`${today}T00:00:00Z`).getUTCDay() + 6) % 7))
  if (date.weekday === null) return clipped(monday, shifted(monday, 6), today)
  const on = shifted(monday, date.weekday - 1)
  return { from: on, to: on }
}

function monthSpan(of: RelativeYear, from: number, to: number, today: string | null, now: number): DaySpan | null {
  const y = of === null ? untoldYear(from, to, today, now) : 'printed' in of ? of.printed : now + of.by
  return y === null ? null : clipped(isoDay(y, from, 1), isoDay(y, to + 1, 0), today)
}

/**
 * The year of months that are told without one. A first half told in March is that of last year, a first quarter told in
 * late March is not; a second half is under way from mid-July on, told in spring that of last year, and else a plan: null.
 */
function untoldYear(from: number, to: number, today: string | null, now: number): number | null {
  if (today === null) return now
  if (from === 1) return shifted(isoDay(now, to + 1, 0), -15) > today ? now - 1 : now
  if (shifted(isoDay(now, from, 1), 15) <= today) return now
  return Number(today.slice(5, 7)) <= 3 ? now - 1 : null
}

function feastSpan(
  { year: of, feast: which, days }: RelativeDate & { kind: 'feast' },
  today: string | null,
  now: number,
): DaySpan | null {
  const fixed = of === null ? null : 'printed' in of ? of.printed : now + of.by
  const years = fixed === null ? [now, now - 1] : [fixed]
  for (const y of years) {
    const on = feastDay(which, y)
    if (on === null) continue
    const from = shifted(on, days[0])
    if (fixed === null && today !== null && from > today) continue
    const last = typeof which === 'object' && 'lunarMonth' in which ? monthLength(which.lunarMonth, y) - 1 : days[1]
    return clipped(from, shifted(on, last), last > 0 ? today : null)
  }
  return null
}

function feastDay(which: Feast, year: number): string | null {
  if (which === 'eve') return newYearsEve(year)
  if (which === 'clearBright') return clearBright(year)
  if ('solar' in which) return isoDay(year, ...which.solar)
  if ('lunarMonth' in which) return fromLunar(year, which.lunarMonth, 1)
  return fromLunar(year, ...which.lunar)
}

function monthLength(month: number, year: number): number {
  return fromLunar(year, month, 30) === null ? 29 : 30
}

function clipped(from: string, to: string, today: string | null): DaySpan | null {
  if (today !== null && from > today) return null
  return { from, to: today !== null && to > today ? today : to }
}
