import type { ScannedQuantity } from './quantities.js'

const per =
  '天|日|周|月|年|季度|小时|分钟|秒|人|户|只|个|家|名|位|套|件|台|辆|亩|斤|公斤|吨|瓶|盒|箱|袋|份|张|次|平方米|公里|升|度|班|批|股|村|车|场|场次|本|条|支|双|副'
const each = new RegExp(`每(?:一)?(${per})(?!次|个人)`, 'g')
const daily =
  /(?:[日月年]|单日|全天)(?:均|产能|产量|产|交易|供应|供|销售|销|处理|生产|加工|配送|检测|发送|接诊|批发|客流|最高产)|(人|户|亩|村|班)均|一(天|年|个?月|小时)(?:只|能|可|就|要|大?约|生产|卖|销)/g
const after = new RegExp(`^ ?(?:\\/|每|一)(${per})(?![\\u4e00-\\u9fff]*名)`)

/** What a rate or price is per: 日产20万只 天, 每只2元 只, 8元/斤 斤; null for a plain count. `clause` begins at `from`. */
export function perOf(text: string, from: number, quantity: ScannedQuantity): string | null {
  const money = quantity.unitKind === 'money'
  const tail = after.exec(text.slice(quantity.end, quantity.end + 6))
  if (tail && (money || /^ ?\//.test(tail[0]))) return unified(tail[1])
  if (tail?.[0].startsWith('每')) return unified(tail[1])
  const clause = text.slice(Math.max(from, quantity.start - 60), quantity.start)
  const match = [...clause.matchAll(each)].at(-1) ?? [...clause.matchAll(daily)].at(-1)
  if (!match || quantity.unitKind === 'share') return null
  if (clause.length - match.index > 40) return null
  const [whole, first, second] = match
  return unified(first ?? second ?? (whole.startsWith('单日') || whole.startsWith('全天') ? '天' : whole.slice(0, 1)))
}

function unified(unit: string | undefined): string | null {
  if (unit === undefined) return null
  return unit === '日' ? '天' : unit === '个月' ? '月' : unit
}
