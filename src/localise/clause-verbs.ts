import type { Clause, VerbReading } from './clause.js'
import { verbsIn } from './find-verb.js'
import { isIntransitive, renderVerb } from './verbs.js'
import { termsInUse } from './vocabulary.js'

/** States and plans before a verb: what is 尚在开放 was not opened, what 需要 is to be done. */
const noDeed = /(?:尚在|正在|仍|还在|仍在|未|没有|不|需|要|将|拟|可|能|应|率|较|已有)$/u

/**
 * 某公司捐赠给医院的500件防护服, 菜商运来的30吨蔬菜: the verb of the relative clause right before the figure, and to whom.
 */
export function relativeVerb({ before, noun }: Clause): VerbReading | null {
  if (!noun.behind || !before.endsWith('的')) return null
  const clause = before.slice(0, -1)
  const verb = verbsIn(clause).findLast(({ en }) => !isIntransitive(en))
  if (!verb || verb.start < 2 || noDeed.test(clause.slice(0, verb.start))) return null
  const tail = clause.slice(verb.end)
  const receiver = /^(?:给|至|到|往|予)(\p{Script=Han}{2,20})$/u.exec(tail)?.[1]
  if (receiver === undefined && !/^(?:来|去|了|出|回)?$/u.test(tail)) return null
  return { zh: verb.zh, en: verb.en, voice: 'object', ...(receiver && { receiver }) }
}

/** 解除医学观察11349人, 返厂复工400人, 打进电话: the verb and the item together are one known deed. */
export function verbWithItem({ before, after, noun }: Clause): VerbReading | null {
  if (noun.zh === '') return null
  const text = noun.behind ? after : before
  const at = text.lastIndexOf(noun.zh)
  const head = at < 0 ? '' : text.slice(0, at)
  for (let size = Math.min(4, head.length); size > 0; size--) {
    const zh = head.slice(-size) + noun.zh
    const en = termsInUse().find(zh, 'verb') ? renderVerb(zh) : null
    if (en) return { zh, en, voice: isIntransitive(en) ? 'subject' : 'object', isWhole: true }
  }
  return null
}
