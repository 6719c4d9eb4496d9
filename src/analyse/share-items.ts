import { nounAfter, nounBefore, startsNounPhrase } from '../language/index.js'
import type { Mention } from './reading.js'

const rates = /([\u4e00-\u9fffA-Z0-9]{0,10}(?:率|比例|占比|比重))(?=[^率]*$)/
const change =
  /(?:负增长|回升|攀升|跃升|下滑|压减|压降|锐减|骤降|增长|增加|增幅|上升|上涨|涨幅|提高|提升|下降|降低|降幅|下浮|上浮|下调|上调|减少|缩短|缩减|压缩|扩大|回落|翻|增|涨|降|减)(?:了|到|至|为|达|近|约|超)*$/
const comparison = /(?:相?(?<!对)比(?![例重率赛])|较(?![为大小高低])|(?<![参给授])与|(?<![共合协等])同)[^，；。]{1,16}$/
const manner = /(?:同比|环比|分别|均|又|还|将|可|已经?|再|进一步|大幅|预计|平均|相比|[了要])+$/
const statement = /(?:约为|大约是|大概是|已经是|将是|是|为|相当于|[须应]?占|恢复[到至]|达到?|[增降提升]至)/

/** Times that a share is measured by, not what it is a share of: 只有往年的一成. */
export const timesOfBase =
  /^(?:往年|往日|往常|平日|平时|平常|正常|常年|同期|[上去前今]年(?:同期)?|上[月周季]|节前|年初|年前|[一二三四五六七八九十\d]+年前)(?:水平|时期|时)?$/
/** 增速由8.1%[回升到]11.3%: what changes stands before 由. */
const fromTo =
  /^(.*?)[由从][^由从]*?(?:的|\d[\d.]*[^\d，]{0,3}(?:[升增涨提扩降减跌缩回下][\u4e00-\u9fff]?)?[至到为])(?:了|约)?$/
/** 较上年低三成: a comparison; what is compared may stand before it. */
export const against = /^(.*?)(?:相?比|较)[^，。；]{1,24}[低高少多快慢长短](?:了|出|约)*$/

/** 比上年增加800元, 较年初减少2家: by how much the number before it has changed. */
export const sinceBefore =
  /^[，其]?[均都也又还则]?(?:[比较](?:[\u4e00-\u9fff\d]{1,8}?)?|[同环]比)(?:净|新|多|又|再)?(?:增[加长多]?|减少?|下降|上升|提高|上涨|回落|多|少)了?$/

/**
 * What a share is a share of, or what grew or fell by it; undefined where its clause does not say, null where it is
 * what an earlier clause spoke of.
 */
export function shareItem(plain: string, { quantity, clause, sentence }: Mention): string | undefined | null {
  const date = sentence.dates.findLast(({ end }) => end <= quantity.start)
  const opens = date && /^(?:预计|截至|据|到|至)?$/.test(plain.slice(clause.start, Math.max(clause.start, date.start)))
  const ahead = plain.slice(opens ? Math.max(clause.start, date.end) : clause.start, quantity.start)
  const changed = fromTo.exec(ahead)?.[1]
  const topic = changed ? lastNoun(changed) : undefined
  if (topic) return topic
  const compared = against.exec(ahead)
  if (compared) return lastNoun(compared[1] ?? '') ?? null
  const rate = rates.exec(ahead)?.[1]
  if (rate)
    return (
      nounBefore(rate, 0, rate.length).noun?.text.replace(/^(?:\d+(?:[人家个户名]的?|%)?(?:以[上下])?的?)(?=..)/, '') ??
      rate
    )
  const after = nounAfter(plain, quantity.end, sentence.end, 'share')
  if (after && /(?:率|比例|的)$/.test(after.text)) return after.text
  if (quantity.unit === '成' && after && startsNounPhrase(plain.slice(quantity.end, quantity.end + 6)))
    return after.text
  if (/的$/.test(ahead)) {
    const base = baseOf(ahead)
    return base !== undefined && timesOfBase.test(base) ? null : base
  }
  const moved = change.exec(ahead)
  if (moved) return movedItem(ahead.slice(0, moved.index))
  if (/(?:按照?|以)$/.test(ahead)) return after?.text ?? nounBefore(plain, quantity.end, clause.end).noun?.text
  const stated = quantity.unit === '倍' ? statement.exec(ahead) : null
  return stated ? lastNoun(ahead.slice(0, stated.index)) : undefined
}

/** What rose or fell; null where only what it is compared with stands before (较上年增加8%). */
function movedItem(ahead: string): string | undefined | null {
  const topic = ahead.replace(manner, '').replace(comparison, '')
  return topic === '' && ahead !== '' ? null : lastNoun(topic)
}

/** A恢复至B的80%, A占B的80%: A; 减免租金的10%: 租金. */
function baseOf(ahead: string): string | undefined {
  const stated = statement.exec(ahead)
  const topic = stated && stated.index > 1 ? lastNoun(ahead.slice(0, stated.index)) : undefined
  return topic ?? lastNoun(ahead.slice(0, -1))
}

function lastNoun(text: string): string | undefined {
  const plain = text.replace(manner, '')
  const { noun, counter } = nounBefore(plain, 0, plain.length)
  // 产量[翻一番]: the word for an amount is all there is
  if (!noun) return counter && plain.length > 1 ? plain : undefined
  // 口罩[产能]: the amount itself changes
  const whole = counter ? plain.slice(noun.start).replace(/(?<=..)(?:方面|时间)$/, '') : noun.text
  return whole.length > 1 ? whole : undefined
}
