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
  const { quantity, clause } = mention
  const ahead = plain.slice(clause.start, quantity.start)
  const used = /用于([^，。；\d]{2,20})$/.exec(ahead)?.[1]
  if (used && (!noun || endsAsPerson(noun.text))) return used
  const given = noun && giving.sum?.exec(noun.text)?.[1]
  if (given) return given
  const worth = /((?:总|市)?价值|货值|总值|折合|折价|折款)[\u4e00-\u9fff]{0,5}$/.exec(ahead)?.[1]
  if (worth && !noun) return worth
  return noun && !isHolder(noun.text) ? noun.text : (verbAfter(plain, quantity.end, giving) ?? standard(plain, mention))
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

function verbAfter(plain: string, at: number, { after }: Giving): string | undefined {
  return after.exec(plain.slice(at, at + 8))?.[1]
}
