import {
  endsAsOrganisation,
  endsAsPerson,
  isParty,
  type Phrase,
  shortVerbAt,
  startsNounPhrase,
  verbBeginsAt,
} from '../language/index.js'
import type { Mention, SentenceReading } from './reading.js'

/** What is said of those counted, not what they are: 9例[病情稳定]. */
const attribute = /^(?:病情|体温|身体|情况|状态|结果|年龄|籍贯|病史|平均|无(?![人症线偿锡创烟纺接障疫公名党]))/
/** A noun that is itself an amount: 贷款金额500万元以下的企业. */
const measured =
  /(?:(?<!总)[金数税余差]额|费用?|价格?|率|人数|成本|海拔|面积|[长宽高深厚]度|距离|里程|体积|容量|功率|气温|体温|水位|雨量|浓度|流量|时速|直径|跨度)$/

/** A number follows its noun in lists (防护服2500套、), precedes it elsewhere (3名干部). */
export function takesAfter(
  plain: string,
  { quantity, clause, sentence, index }: Mention,
  after: Phrase,
  noun: Phrase | undefined,
  verb: string | undefined,
): boolean {
  const next = plain[quantity.end]
  if (headsBefore(quantity.unit, noun, after) && next !== '的') return false
  // 5元/斤, 300立方米每秒; 送去慰问金3万元[和]米面: another thing of the list
  if (/^ ?(?:\/|每[秒天日月年]|[和与及]|以及)/.test(plain.slice(quantity.end, quantity.end + 3))) return false
  if (tooShort(after)) return false
  if (quantity.unit === null) return true
  // 活动共[有]87家单位、430人参与; 22家[会员单位认领]: what is there, or does something
  const there = /有(?:近|约|超过?|逾)?$/.test(plain.slice(clause.start, quantity.start)) && isParty(after.text)
  if (there || (withoutDeed(after.text, quantity.unit) !== after.text && !(noun && endsAsPerson(noun.text))))
    return true
  const body = /^[名位家]$/.test(quantity.unit) && noun !== undefined && endsAsOrganisation(noun.text)
  if (body && !precedesNumber(plain, sentence, index, after)) return true
  if (attribute.test(after.text) || /^(?:标准|规模|额度|水平|幅度|比例|部分|范围)$/.test(after.text)) return false
  if (noun && next === '的' && measured.test(noun.text)) return false
  if (quantity.unitKind === 'share')
    return next === '的'
      ? quantity.unit === '%' || quantity.unit === '倍' || quantity.unit === null
      : quantity.unit === '%' && quantity.start - clause.start < 2 && isParty(after.text)
  // 企业获得3个有前途的项目, 全省21个经营客运的车站: what stands before the verb, or first in the clause, is a topic
  const subjected = verb !== undefined && noun !== undefined && plain.slice(noun.end, quantity.start).includes(verb)
  const first = verb === undefined && noun !== undefined && noun.start - clause.start < 2 && next !== '的'
  const topic = subjected || first ? undefined : noun
  if (after.relative && next !== '的' && (topic || quantity.unitKind === 'money')) return false
  if (noun && next === ' ') return false
  return !(noun && precedesNumber(plain, sentence, index, after))
}

/** 医师8名护士12名。: the noun after the unit belongs to the next number, which has none behind it. */
function precedesNumber(plain: string, sentence: SentenceReading, index: number, after: Phrase): boolean {
  const next = sentence.mentions[index + 1]
  if (!next || next.quantity.start < after.end || (!next.figure && next.quantity.unit === null)) return false
  if (next.quantity.start > after.end + 1) return false
  return !startsNounPhrase(plain.slice(next.quantity.end, next.quantity.end + 4))
}

/** One character says what is counted only where it is a word by itself. */
export function tooShort({ text }: Phrase): boolean {
  return (
    text.length === 1 &&
    !/[人车船床树书花米菜药餐蛋鱼肉油水村市县区群楼桥路井坝堤塘站校店厂岗亭牌灯旗衣鞋帽被奶糖茶酒瓜豆苗机泵票卡信画歌戏剧课题地田]/.test(
      text,
    )
  )
}

/** 技术员30名[下田], 救援队90人[星夜驰援]: those counted stand before their number. */
function headsBefore(unit: string | null, noun: Phrase | undefined, after: Phrase): boolean {
  if (!noun || !/^[名位人]$/.test(unit ?? '') || endsAsPerson(after.text)) return false
  return endsAsPerson(noun.text) || (unit === '人' && isParty(noun.text))
}

/** 9家企业[调研], 六成学生[返校]: what those counted do, or what is done there, is no part of the noun. */
export function withoutDeed(noun: string, unit: string | null): string {
  const head = noun.slice(0, -2)
  const deed =
    /^[家名位所户人成]$/.test(unit ?? '') &&
    head.length > 1 &&
    startsNounPhrase(head) &&
    isParty(head) &&
    (verbBeginsAt(noun, head.length) || shortVerbAt(noun, head.length))
  return deed ? head : noun
}
