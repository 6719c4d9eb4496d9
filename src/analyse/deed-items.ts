import { isAction, type PhraseBefore, verbAt } from '../language/index.js'
import type { Item } from './item.js'
import { type Mention, previousCount } from './reading.js'

/** What stands before a deed in its clause and says nothing of what it was done to. */
const aside = /^(?:其中|并|还|也|累计|共|先后|全年|年|线[上下]|在线|免费|每一?[人户个件名位套]|[人户日年月]均)+/
/** Verbs that only say that something was done. */
const light = /^(?:开展|举办|组织|进行|提供|完成|实现|达到?|惠及|覆盖|超过|增加|减少|获得?|接受)$/

/** 收入90万元，[支出]80万元; 累计[服务]3000人次: the deed itself is what is paid or counted. */
export function deedItem(plain: string, { quantity, clause }: Mention, { verb }: PhraseBefore): string | undefined {
  if (verb === undefined || verb.length < 2) return undefined
  const ahead = plain.slice(clause.start, quantity.start).replace(aside, '')
  if (quantity.unitKind === 'money') return ahead === verb && verbAt(verb, 0) === verb.length ? verb : undefined
  const persons = quantity.unitKind === 'action' && quantity.unit?.startsWith('人') === true
  return persons && ahead.endsWith(verb) && isAction(verb) && !light.test(verb) ? verb : undefined
}

/** 奖励医护人员60名，[每人]3000元: what those counted before are given. */
export function grantedEach(plain: string, mention: Mention, items: Map<Mention, Item>): string | undefined {
  const { quantity, clause } = mention
  if (quantity.unitKind !== 'money' || !/^每[人户名位家]$/.test(plain.slice(clause.start, quantity.start)))
    return undefined
  let counted = previousCount(mention)
  while (counted && !/^[名位人户家]$/.test(counted.quantity.unit ?? '')) counted = previousCount(counted)
  const ahead = counted && plain.slice(counted.clause.start, counted.quantity.start)
  const verb = (counted && items.get(counted)?.verb) ?? /(?:奖励|补助|补贴|资助|救助)/.exec(ahead ?? '')?.[0]
  return verb !== undefined && /^(?:奖励|补助|补贴|资助|救助)$/.test(verb) ? verb : undefined
}

/** 资金80万元，慰问300人次，同比[分别]增长18%和12%: to each of those told before its own share. */
export function respectively(plain: string, { quantity, clause, sentence, index }: Mention): Mention | undefined {
  if (quantity.unitKind !== 'share') return undefined
  const before = plain.slice(clause.start, quantity.start)
  if (!/^(?:均?[同环]比|较[^，。；\d]{1,8}|比[^，。；\d]{1,8})?分别/.test(before)) return undefined
  const row = sentence.mentions.filter((other) => other.clause === clause && other.quantity.unitKind === 'share')
  const told = sentence.mentions
    .slice(0, index)
    .filter((other) => other.clause !== clause && other.figure && other.quantity.unitKind !== 'share')
  const at = row.findIndex((other) => other.index === index)
  return row.length > 1 && told.length >= row.length ? told.at(at - row.length) : undefined
}
