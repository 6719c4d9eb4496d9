import { endsAsOrganisation, endsAsPerson, isParty, nounBefore, verbBeginsAt } from '../language/index.js'
import type { Giving } from './giving.js'
import { leadingParty } from './subjects.js'

/** [检察院介入]涉案线索, [江州援助的]大米: who did what to it is no part of the noun; `ahead` is the clause before the number. */
export function withoutDoer(zh: string | undefined, ahead: string): string | undefined {
  if (zh === undefined || zh.length < 5) return zh
  const of = zh.indexOf('的')
  const owned = of >= 4 && of < zh.length - 2 && verbBeginsAt(zh, of - 2) && isParty(zh.slice(0, of - 2))
  if (owned) return zh.slice(of + 1)
  for (let at = 3; at <= zh.length - 4; at++) {
    if (!/[队组会局院司团]$|部门$|中心$/.test(zh.slice(0, at)) || !verbBeginsAt(zh, at)) continue
    const rest = zh.slice(at)
    if (isParty(zh.slice(0, at))) return nounBefore(rest, 0, rest.length).noun?.text ?? rest
  }
  const doer = ahead.startsWith(zh.slice(0, 3)) ? leadingParty(ahead) : undefined
  if (doer === undefined || !zh.startsWith(doer) || zh.length - doer.length < 2) return zh
  const rest = zh.slice(doer.length)
  return nounBefore(rest, 0, rest.length).noun?.text ?? rest
}

/** 捐给[县慈善总会]善款8万元: whoever gets it is no part of the noun; `ahead` is the clause before the number. */
export function withoutReceiver(zh: string | undefined, ahead: string, giving: Giving): string | undefined {
  if (zh === undefined || zh.length < 4 || !ahead.endsWith(zh)) return zh
  const before = ahead.slice(0, -zh.length)
  // nearly all nouns: no regular expression over the clause
  if (!/[给到往至抵达予了向为对援交]$/.test(before)) return granted(zh, before)
  const to = [...before.matchAll(giving.to)].at(-1)
  if (!to || to.index + to[0].length < before.length) return granted(zh, before)
  // 提供给[市指挥部]20万只: what is counted was told before
  if (to[0].length > 1 && (endsAsOrganisation(zh) || endsAsPerson(zh))) return undefined
  for (let at = zh.length - 2; at >= 3; at--) {
    const name = zh.slice(0, at)
    if (endsAsOrganisation(name) || endsAsPerson(name)) return zh.slice(at)
  }
  return zh
}

/** 减免[小微企业]房租52万元. */
function granted(zh: string, before: string): string {
  if (!/(?:减免|免除|补贴|补助|发放)$/.test(before)) return zh
  for (let at = zh.length - 2; at >= 2; at--) if (isParty(zh.slice(0, at))) return zh.slice(at)
  return zh
}
