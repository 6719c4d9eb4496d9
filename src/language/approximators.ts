import type { Approximation } from '../model/index.js'
import { execAt } from './sticky.js'

const before: [string, Approximation][] = (
  [
    [
      '不得超过 不能超过 不可超过 不应超过 不宜超过 不会超过 没有超过 未超过 不得高于 不得多于 不得大于 不应高于 不超过 不多于 不高于 不大于 小于等于 小于或等于 小于或者等于 最多 至多 顶多 封顶 最高 最高达 最高可达 最高为',
      'atMost',
    ],
    [
      '不得少于 不能少于 不应少于 不得低于 不能低于 不应低于 不会低于 不得小于 不能小于 不应小于 至少 不少于 不低于 不小于 大于等于 大于或等于 大于或者等于 不下于 不下 起码 最少 最低',
      'atLeast',
    ],
    ['超过了 超过 超出 突破了 突破 多于 高于 大于 超 逾 破', 'over'],
    ['将近 接近 已近 近', 'nearly'],
    ['约合人民币 约折合人民币 约合 约折合 大约 约为 约有 约占 约达 大概 大致 差不多 约莫 预计约 约', 'about'],
    ['不足 不到 不满 未满 少于 低于 小于', 'under'],
  ] as [string, Approximation][]
).flatMap(([words, approximation]) => words.split(' ').map((word): [string, Approximation] => [word, approximation]))
before.sort(([a], [b]) => b.length - a.length)
const byLast = new Map<string, [string, Approximation][]>()
for (const entry of before) {
  const last = entry[0].slice(-1)
  byLast.set(last, [...(byLast.get(last) ?? []), entry])
}

/** Words that end like an approximator and are none: 最近, 预约, 高超. */
const notBefore =
  /(?:[最附就临靠邻相亲贴逼新晚]近|[节预合签条违公履邀制契守大]约|[高赶反英中]超|[打冲刺侦识爆攻突残看说戳]破)$/

/** The approximator that ends at `at` in a normalised text. */
export function approximatorBefore(
  text: string,
  at: number,
): { start: number; approximation: Approximation } | undefined {
  const end = text[at - 1] === ' ' ? at - 1 : at
  for (const [word, approximation] of byLast.get(text[end - 1] ?? '') ?? []) {
    if (!text.endsWith(word, end)) continue
    const start = end - word.length
    const context = text.slice(Math.max(0, start - 2), end)
    if (word.length === 1 && notBefore.test(context) && !context.endsWith('大约')) return undefined
    return { start, approximation }
  }
  return undefined
}

const after: [RegExp, Approximation][] = [
  [/ ?(?:[(（](?:不?含|含本数|含\d+[名个家人元]?)[)）])?(?:及|和|或者?)?以上/y, 'over'],
  [/ ?(?:或者?|乃至)更多/y, 'atLeast'],
  [/有余|之多(?=[,，。；、])/y, 'over'],
  [/ ?(?:左右|上下|许(?=[,，。；、]))/y, 'about'],
  [/ ?(?:[(（](?:不?含|含本数)[)）])?(?:及|和|或者?)?(?:以下|以内|之下)/y, 'under'],
]

/** What they begin with: most numbers have none behind them. */
const beginsAfter = new Set(' (（及和或以乃有之左上许下')

/** The approximator that begins at `at`: 以上, 左右, 以内 … */
export function approximatorAfter(text: string, at: number): { end: number; approximation: Approximation } | undefined {
  if (!beginsAfter.has(text.charAt(at))) return undefined
  for (const [pattern, approximation] of after) {
    const match = execAt(pattern, text, at)
    if (match) return { end: at + match[0].length, approximation }
  }
  return undefined
}
