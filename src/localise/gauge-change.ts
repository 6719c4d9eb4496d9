import { monthNames } from '../language/english-words.js'
import type { Fact } from '../model/index.js'
import { renderUnit } from './units.js'

export interface Both {
  zh: string
  en: string
}

export const nothing: Both = { zh: '', en: '' }

export interface Change {
  /** 增长到, `rose to`; empty where what is measured only stands at the figure. */
  change: Both
  /** What a share or a multiple is of: 正常水平的, ` of the normal level`. */
  base: Both
}

export const rises = '增长|上升|上涨|增加|提高|提升|扩大|攀升|增'
export const falls = '下降|降低|减少|下调|回落|缩短|下跌|缩减|减免|减征|降'
export const change = new RegExp(`(?:(${rises})|(${falls})|(恢复|回升))(?:了)?(至|到)?了?(?:约|近|超过?|逾)?$`, 'u')

/** The change and the base between what is measured and its figure. */
export function changeOf(before: string, { quantity }: Fact): Change {
  // 分别提高至2.6倍、2.8倍、: of a list the verb and the base stand before the first figure.
  const text = /、$/u.test(before) ? before.replace(/[约近超]?[\d.]+.*$/u, '') : before
  const match = change.exec(text.replaceAll(new RegExp(baseOf, 'gu'), ''))
  const base = /^(?:percent|fold)$/.test(renderUnit(quantity.unit).kind) ? baseText(before) : nothing
  if (!match) return { change: nothing, base }
  const yearOnYear = base === nothing && /同比/u.test(before)
  const zh = (yearOnYear ? '同比' : '') + match[0].replace(/[了约近逾]|超过?$/gu, '')
  if (match[3] !== undefined) return { change: { zh, en: 'back to' }, base }
  return {
    change: { zh, en: `${match[1] !== undefined ? 'rose' : 'fell'} ${match[4] === undefined ? 'by' : 'to'}` },
    base: yearOnYear ? { zh: '', en: ' year on year' } : base,
  }
}

const baseOf = /(?:正常水平|平时水平|去年同期|上年同期|(?:(\d{1,2})月)?(\d{1,2})日|全国|全省|全市)的(?=$|[\d.]+)/u
function baseText(text: string): Both {
  const match = baseOf.exec(text)
  return match ? { zh: match[0], en: baseEnglish(match) } : nothing
}

function baseEnglish([zh, month, day]: RegExpExecArray): string {
  if (day !== undefined) {
    return ` the level of ${Number(day)}${month === undefined ? '' : ` ${monthNames[Number(month) - 1] ?? ''}`}`
  }
  if (/正常|平时/u.test(zh)) return ' of the normal level'
  if (/同期/u.test(zh)) return ' of the level a year before'
  return ` of the ${/全国/u.test(zh) ? 'national' : /全省/u.test(zh) ? 'provincial' : 'municipal'} total`
}
