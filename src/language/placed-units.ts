import { hanValue } from './han-numerals.js'
import { type UnitKind, unitAt } from './measure-words.js'
import { execAt } from './sticky.js'

/** The unit after a number, with what belongs to the amount behind it. */
export interface PlacedUnit {
  end: number
  text: string
  kind: UnitKind
  /** 1块多, 三年多. */
  over: boolean
  /** 三斤半, 五元三毛, 三成五: what stands behind the unit is worth, in that unit. */
  more: number
  /** Told by a sign before the number, not by a word behind it. */
  bySign?: boolean
}

const split = / ?个(多|半)(月|小时|星期|工作日|钟头)/y
const half = /半(?![价天年月夜数径途路程成个边截载岁])/y
const coins = /(?:又|零)?([\d一二两三四五六七八九])(角|毛|分|美分)(?:钱)?(?:([\d一二三四五六七八九])分)?/y
const bareCoin = /([1-9一二三四五六七八九])(?:钱|(?=[，。；、）)]|$))/y
/** 2小时30分钟, 1公里800米: the smaller unit behind a larger one, and how many of it make one. */
const smaller: Record<string, [RegExp, number]> = {
  小时: [/ ?(\d{1,2})分钟?(?!之)/y, 60],
  公里: [/ ?(\d{1,3})米/y, 1000],
  千米: [/ ?(\d{1,3})米/y, 1000],
  米: [/(\d{1,2})(?:厘米|公分)?(?=[，。；、！？）)的]|$)/y, 100],
  吨: [/ ?(\d{1,3})(?:公斤|千克)/y, 1000],
  公斤: [/ ?(\d{1,3})克/y, 1000],
  斤: [/ ?([\d一二两三四五六七八九])两(?!个|名|位)/y, 10],
}
const tenth = /([五半一二三四六七八九])(?![十百千万亿个名家是、])/y

/** The unit that stands at `at`, after a blank or a plus sign (300+人次) at most; null where none does. */
export function unitOf(text: string, at: number): PlacedUnit | null {
  const parted = execAt(split, text, at)
  if (parted) {
    const over = parted[1] === '多'
    return { end: at + parted[0].length, text: `个${parted[2]}`, kind: 'duration', over, more: over ? 0 : 0.5 }
  }
  const plus = text[at] === '+'
  const from = text[at] === ' ' || plus ? at + 1 : at
  const unit = unitAt(text, from)
  if (!unit) return null
  const end = from + unit.text.length
  const beyond =
    /^[多余](?![次数种个名])/.test(text.slice(end, end + 2)) &&
    ['money', 'duration', 'physical', 'share'].includes(unit.kind)
  const over = plus || beyond
  const rest = over ? null : remainder(text, unit.text, unit.kind, end)
  const plain = unit.text.replace(/^(块|毛|元)(?:钱|人民币)$/, '$1')
  return { end: rest?.end ?? end + (beyond ? 1 : 0), text: plain, kind: unit.kind, over, more: rest?.more ?? 0 }
}

function remainder(text: string, unit: string, kind: UnitKind, at: number): { end: number; more: number } | null {
  if (kind === 'money') {
    const small = /^(?:元|块|美元)$/.test(unit) ? execAt(coins, text, at) : null
    if (small) {
      const tens = digit(small[1]) / (small[2] === '角' || small[2] === '毛' ? 10 : 100)
      return { end: at + small[0].length, more: tens + digit(small[3]) / 100 }
    }
    const coin = unit === '块' ? execAt(bareCoin, text, at) : null
    return coin ? { end: at + coin[0].length, more: digit(coin[1]) / 10 } : null
  }
  const [pattern, to = 1] = smaller[unit.replace(/^个(?=小时)/, '')] ?? []
  const behind = pattern && execAt(pattern, text, at)
  if (behind) return { end: at + behind[0].length, more: digit(behind[1]) / to }
  const part = unit === '成' ? execAt(tenth, text, at) : null
  if (part) return { end: at + 1, more: part[1] === '半' ? 0.5 : digit(part[1]) / 10 }
  const measured = kind === 'physical' || unit === '倍' || (kind === 'duration' && /[天年时周]$/.test(unit))
  return measured && execAt(half, text, at) ? { end: at + 1, more: 0.5 } : null
}

function digit(character: string | undefined): number {
  if (character === undefined) return 0
  return /\d/.test(character) ? Number(character) : hanValue(character).value
}
