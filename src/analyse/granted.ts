import { isParty } from '../language/index.js'
import type { Item } from './item.js'
import type { Mention } from './reading.js'
import { countedBefore } from './receivers.js'

/** Whoever is granted something without 向, 给 or 为: by the verb, by 每人, by having been visited. */
export function grantedTo(plain: string, mention: Mention, items: Map<Mention, Item>): string | null {
  return visited(plain, mention, items) ?? directObject(plain, mention, items) ?? eachOfThose(plain, mention, items)
}

const granting =
  /(?:拨付|下拨|奖励|补助|补贴|资助|救助|减免|免除|发放)(?![了给到至])([^，。；、\d]{2,12}(?:、[^，。；、\d]{2,10})?)$/

/** 减免[小微企业]房租52万元, 拨付[青山、白水两镇]各20万元: whoever stands between the verb and what is granted. */
function directObject(plain: string, mention: Mention, items: Map<Mention, Item>): string | null {
  const { clause, quantity } = mention
  if (quantity.unitKind !== 'money') return null
  const ahead = plain.slice(clause.start, quantity.start).replace(/(?:各|每[人户家名位]?)$/, '')
  const object = granting.exec(ahead)?.[1]
  if (object === undefined) return null
  const thing = items.get(mention)?.zh ?? ''
  const noun = thing !== '' && object.endsWith(thing) ? object.slice(0, -thing.length) : object
  return isParty(noun) || /[镇乡村县市区]$/.test(noun) ? noun : null
}

/** 奖励医护人员60名，[每人]3000元: those who were counted before. */
function eachOfThose(plain: string, mention: Mention, items: Map<Mention, Item>): string | null {
  const { clause, quantity } = mention
  if (!/^(?:thing|money|physical)$/.test(quantity.unitKind ?? '')) return null
  const ahead = plain.slice(clause.start, quantity.start)
  return /^(?:给予|发给)?(?:每[人户名位家]|[人户]均)(?:发放|奖励|补助|补贴|资助|救助|给予)?[^，。；\d]{0,4}$/.test(
    ahead,
  )
    ? countedBefore(mention, items)
    : null
}

const visiting = /^(?:慰问|看望|走访|探望|探访|救助|帮扶|资助)/

/** 看望矿工260名，[送去]慰问金8万元: whoever was visited gets it. */
function visited(
  plain: string,
  { clause, quantity, sentence, index }: Mention,
  items: Map<Mention, Item>,
): string | null {
  if (!/^(?:thing|money|physical)$/.test(quantity.unitKind ?? '')) return null
  if (!/^(?:并?为?(?:其|他们|她们))?(?:送[去上]|发放|给予)/.test(plain.slice(clause.start, quantity.start))) return null
  const seen = sentence.mentions
    .slice(0, index)
    .findLast((other) => other.clause !== clause && /^[名位人户]$/.test(other.quantity.unit ?? ''))
  const { verb, zh } = (seen && items.get(seen)) ?? { verb: null, zh: '' }
  const ahead = seen ? plain.slice(seen.clause.start, seen.quantity.start) : ''
  const met = visiting.test(verb ?? '') || /(?:慰问|看望|走访|探望|救助|帮扶|资助)/.test(ahead)
  return met && isParty(zh) ? zh : null
}
