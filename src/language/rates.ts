import { unitAt } from './measure-words.js'
import type { ScannedQuantity } from './quantities.js'

/** 每[只], 每一[户], 每[万人], 每[平方米]: what follows is looked up among the units. */
const each = /每一?((?:[十百千]?[万亿]|[百千])?)(?=[\u4e00-\u9fffA-Za-z])/g
const daily =
  /(?<![\d一二三四五六七八九十全今去前本当近同])(?:[日月年]|单日|全天)(?:均|产能|产量|产|交易|供应|供|销售|销|处理|生产|加工|配送|检测|发送|接诊|批发|客流|最高产|发电|用电|用水|排放|减排|吞吐|接待)|(人|户|亩|村|班)均|一(天|年|个?月|小时)(?:只|能|可|就|要|大?约|达|生产|卖|销)/g
const behind = /^ ?(?:\/|[每一])/
/** 30亿元[一年期]存单, 3万元[一次性]补助: no rate. */
const noRate = /^ ?一(?:年期|个|[次类级般])/

/** What a rate or price is per: 日产20万只 天, 每只2元 只, 8元/斤 斤; null for a plain count. `clause` begins at `from`. */
export function perOf(text: string, from: number, quantity: ScannedQuantity): string | null {
  const told = perBehind(text, quantity)
  if (told !== null) return told
  if (quantity.unitKind === 'share') return null
  const clause = text.slice(Math.max(from, quantity.start - 60), quantity.start)
  let per: string | null = null
  let at = -1
  for (const match of clause.matchAll(each)) {
    const unit = perAt(clause, match.index + match[0].length, match[1] ?? '')
    if (unit === null) continue
    per = unit
    at = match.index
  }
  const match = at < 0 ? [...clause.matchAll(daily)].at(-1) : undefined
  if (match) {
    const [whole, first, second] = match
    at = match.index
    per = first ?? second ?? (whole.startsWith('单日') || whole.startsWith('全天') ? '天' : whole.slice(0, 1))
  }
  return clause.length - at > 40 ? null : unified(per)
}

/** 8元/斤, 300立方米每秒, 5元一斤. */
function perBehind(text: string, quantity: ScannedQuantity): string | null {
  const tail = text.slice(quantity.end, quantity.end + 9)
  const sign = behind.exec(tail)?.[0]
  if (sign === undefined || noRate.test(tail)) return null
  if (sign.endsWith('一') && quantity.unitKind !== 'money') return null
  const per = perAt(tail, sign.length, '')
  return per !== null && /^[\u4e00-\u9fff]*名/.test(tail.slice(sign.length + per.length)) ? null : unified(per)
}

/** The unit at `at`; with 万 or 百 before it also 人 and 元 of 每万人 and 每万元. */
function perAt(text: string, at: number, hundreds: string): string | null {
  if (hundreds !== '' && /^(?:人口?|元)/.test(text.slice(at))) return hundreds + text.slice(at, at + 1)
  const period = /^(?:月|季度?|学[期年])(?!饼|球)/.exec(text.slice(at))
  if (period) return period[0]
  const unit = unitAt(text, at)
  if (!unit || unit.kind === 'share' || unit.kind === 'age') return null
  return /^(?:次|个人)/.test(text.slice(at + unit.text.length)) ? null : hundreds + unit.text
}

function unified(unit: string | null): string | null {
  return unit === '日' ? '天' : unit === '个月' ? '月' : unit
}
