import type { VerbReading } from './clause.js'
import type { NounReading } from './noun-around.js'

/** What is done with things, what people do, what is done with persons, and what with gifts and funds: base forms. */
const ofThings =
  /^(?:hand out|give|deliver|award|answer|print|record|produce|process|secure|solve|draw up|adopt|issue|publish|make|purchase|supply|donate|raise|rebuild|repair|trade|sell|plant|launch|set up|build|complete|restore|create|form|allocate|hold|open|close|put up)/

const ofPeople = /^(?:resume work|go |return|take part|join|enlist|work|retire|graduate|get|lose|stand)/
const ofPersons = /^(?:treat|admit|cure|discharge|rescue|vaccinate|quarantine|visit)/
const ofCare = /^(?:treat|admit|cure|discharge|rescue|vaccinate)/
const ofGiftsOrFunds = /^(?:receive|donate|raise|use|spend|help|inspect|buy|purchase|accept|deliver)/

/** People and regions are not produced, printed or donated: a verb that cannot govern the noun is another clause's. */
export function governs({ zh, en, voice }: VerbReading, { item, zh: noun }: NounReading): boolean {
  // 开通绿色通道…新增企业48家: they are new, whatever was done before.
  if (noun.startsWith('新增') && item?.domain === 'organisation' && !zh.includes('新增')) return false
  if (
    voice === 'subject' &&
    en &&
    ofPeople.test(en.bases.at(-1) ?? '') &&
    /^(?:publicity|goods|money)$/.test(item?.domain ?? '')
  )
    return false
  // People are sent down, not the communities that they are sent to.
  if (zh.endsWith('下沉') && item?.domain !== 'person') return false
  if (voice !== 'object' || !en) return true
  if (
    item &&
    !/^(?:person|epidemic|mass|organisation|household|)$/.test(item.domain) &&
    en.bases.every((base) => ofCare.test(base))
  )
    return false
  if (item?.domain === 'money' && en.bases.every((base) => /^(?:buy|purchase|produce|supply)/.test(base))) return false
  if (/^(?:publicity|activity|goods|money)$/.test(item?.domain ?? '') && en.bases.every((base) => ofPersons.test(base)))
    return false
  if (/[组队班团]$/u.test(noun)) return true
  if (item?.domain === 'publicity' && en.bases.every((base) => ofGiftsOrFunds.test(base))) return false
  if (item?.domain === 'money' && en.bases.every((base) => base === 'visit')) return false
  return !/^(?:person|region)$/.test(item?.domain ?? '') || !en.bases.some((base) => ofThings.test(base))
}

/** 新增确诊病例, 收治患者: the noun has said it. */
export function isSaidByNoun({ zh, isWhole }: VerbReading, { zh: noun }: NounReading): boolean {
  return !isWhole && zh !== noun && noun.includes(zh)
}
