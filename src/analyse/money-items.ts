import { endsAsPerson, isParty, nounBefore, type Phrase } from '../language/index.js'
import type { Giving } from './giving.js'
import type { Mention } from './reading.js'

const pronoun = /(?:我们|他们|她们|大家)$/

/** What a sum of money is: its noun, what it is worth or for, or the deed that gives it; `noun` stands before it. */
export function moneyItem(
  plain: string,
  mention: Mention,
  noun: Phrase | undefined,
  giving: Giving,
): string | undefined {
  const { quantity, clause, sentence } = mention
  const ahead = plain.slice(clause.start, quantity.start)
  const source = /从([^，。；、\d]{2,10}?)[中里](?:先后|累计|共|又|再)?[\u4e00-\u9fff]{2}$/.exec(ahead)?.[1]
  if (source) return source
  // 用于采购防护物资96万元、[慰问医护人员]54万元
  const used =
    /用于([^，。；\d]{2,20})$/.exec(ahead)?.[1] ??
    /用于[^，。；]*\d[^，。；、]*[、和]([^，。；、\d]{2,14})$/.exec(ahead)?.[1]
  if (used && (!noun || endsAsPerson(noun.text))) return used
  const norm = /([\u4e00-\u9fff]{2}标准)(?:分别)?[为是：:][^，；。]*$/.exec(
    plain.slice(sentence.start, quantity.start),
  )?.[1]
  if (norm && (!noun || isHolder(noun.text))) return norm
  const given = noun && giving.sum?.exec(noun.text)?.[1]
  if (given) return given
  const worth = /((?:总|市)?价值|货值|总值|折合|折价|折款)[\u4e00-\u9fff]{0,5}$/.exec(ahead)?.[1]
  if (worth && !noun) return worth
  if (noun && !isHolder(noun.text)) return noun.text
  return (
    verbAfter(plain, quantity.end, giving) ??
    standard(plain, mention) ??
    label(plain.slice(sentence.start, quantity.start))
  )
}

/** Somebody who has or does what is counted: 县总工会[530万元]. */
export function isHolder(text: string): boolean {
  return isParty(text) || pronoun.test(text)
}

/** 按每人600元标准给予[奖励]: what is given by that rate. */
function standard(plain: string, { quantity, clause }: Mention): string | undefined {
  const rate = /^(?:的?(?:标准|额度|幅度)|(?=给予|发放|予以))/.exec(plain.slice(quantity.end, quantity.end + 4))
  if (!rate) return undefined
  const { noun, verb } = nounBefore(plain, quantity.end + rate[0].length, clause.end)
  return noun?.text ?? verb
}

/** 二、资金：甲会3万元、乙会2万元: what the list is headed by. */
function label(ahead: string): string | undefined {
  return /(?:^|[、.．）)；;\s])([\u4e00-\u9fff]{0,6}(?:金|款|资|费|收入|支出))[：:][^：:。；]*$/.exec(ahead)?.[1]
}

function verbAfter(plain: string, at: number, { after }: Giving): string | undefined {
  return after.exec(plain.slice(at, at + 8))?.[1]?.replace(/(?<=..)给$/, '')
}
