import type { Fact } from '../model/index.js'
import { verbsIn } from './find-verb.js'
import { type Both, nothing } from './gauge-change.js'
import type { NounReading } from './noun-around.js'
import { renderUnit } from './units.js'

/** By how much something became more or less: 捐款同比增长12%. */
export interface ChangeBy extends Both {
  /** Against what: ` year on year`; empty where it is not said. */
  against: string
}

const ways: [RegExp, string][] = [
  [/(?:增长|上升|上涨|增加|提高|提升|扩大|攀升|回升)$/u, 'rose by'],
  [/(?:下降|降低|减少|回落|下跌|下滑)$/u, 'fell by'],
  [/(?:下调|缩减|减免|减征)$/u, 'cut by'],
  [/[A-Za-z率]减$/u, 'minus'],
  [/占(?:比)?$/u, 'accounted for'],
]

const bases: [RegExp, string][] = [
  [/同比|(?:去年|上年)同期|(?:比|较|与)(?:去年|上年)(?:相比)?/u, ' year on year'],
  [/环比|(?:比|较)(?:上期|上个?月)/u, ' on the period before'],
  [/(?:比|较)(?:昨日|前一日|前一天|上日)/u, ' on the day before'],
]

/** Whether what stands right before the figure says how much more or less it became of what stands before that. */
export function changeBy(before: string, earlier: string, noun: NounReading): ChangeBy | null {
  if (noun.behind || !noun.item) return null
  const text = before.replace(/(?:了|约|近|超过?|逾|均|分别|达到?)+$/u, '')
  const way = ways.find(([ending]) => ending.test(text))
  const [, en] = way ?? []
  if (!en) return null
  const verb = way?.[0].exec(text)?.[0].replace(/^[A-Za-z率]/u, '') ?? ''
  const said = earlier.slice(-24 - verb.length)
  const [base, against] = bases.find(([pattern]) => pattern.test(said)) ?? []
  return { zh: `${base?.exec(said)?.[0] ?? ''}${verb}`, en, against: against ?? '' }
}

/** A per cent of something, and what was done with that part: 失业保险费的50%予以返还. */
export interface ShareOf {
  done: Both
}

const paidAs: Record<string, string> = {
  补助: 'paid as subsidies',
  补贴: 'paid as subsidies',
  资助: 'paid as grants',
  奖励: 'paid as awards',
  贴息: 'paid as interest subsidies',
  支持: 'paid as support',
}

export function shareOf({ quantity }: Fact, before: string, after: string, noun: NounReading): ShareOf | null {
  if (renderUnit(quantity.unit).kind !== 'percent' || noun.behind || !noun.item) return null
  const text = before.replace(/(?:约|近|超过?|逾|不超过)+$/u, '')
  const [stem, thing] = [text.replace(/的$/u, ''), noun.zh.replace(/的$/u, '')]
  if (!stem.endsWith(thing)) return null
  if (stem === text && !/占(?:\p{Script=Han}{0,2})$/u.test(stem.slice(0, -thing.length))) return null
  return { done: doneWith(after) }
}

function doneWith(after: string): Both {
  const rest = after.replace(/^(?:的比例|的标准)?(?:予以|给予|进行)?(?:企业|财政|一次性)*/u, '')
  const paid = Object.entries(paidAs).find(([zh]) => rest.startsWith(zh))
  if (paid) return { zh: paid[0], en: ` ${paid[1]}` }
  const [verb] = verbsIn(rest)
  return verb?.start === 0 && verb.end === rest.length ? { zh: verb.zh, en: ` ${verb.en.participle}` } : nothing
}
