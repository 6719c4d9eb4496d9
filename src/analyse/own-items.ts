import {
  endsAsOrganisation,
  endsAsPerson,
  isParty,
  isPlace,
  nounAfter,
  nounBefore,
  type Phrase,
  type PhraseBefore,
  startsNounPhrase,
  verbAt,
  verbBeginsAt,
} from '../language/index.js'
import type { Mention, SentenceReading } from './reading.js'
import { shareItem, sinceBefore } from './share-items.js'

const pronoun = /(?:我们|他们|她们|大家)$/
/** What stands before a number and is not what it counts. */
const aside =
  /^(?:[除平能会可要想须应再只每一卖买收用花产销交送运来去前较比就人共同者]|医用|民用|家用)*$|时间$|^[\d半每其零这那该]|^[一二两三四五六七八九十]+(?:个|大)?方面$|^首批|^第.批|^(?:最[高多低少]|单日最[高多])?一[天年次日月]|(?:以[来后前]|[节年月日会餐][前后]|之[前后]|期间|当[天日时])$|^(?:最高|最低|最多|上限|下限|同比|环比|人民币|全部|总计|合计|免费|无偿|先后|陆续|主动|紧急|连夜|统一|定向)$/

/** What is said of those counted, not what they are: 9例[病情稳定]. */
const attribute = /^(?:病情|体温|身体|情况|状态|结果|年龄|籍贯|病史|平均|无(?![人症线偿锡创烟纺接障疫公名党]))/
/** A noun that is itself an amount: 贷款金额500万元以下的企业. */
const measured = /(?:(?<!总)[金数税余差]额|费用?|价格?|率|人数|成本)$/

/** The noun phrase right before or after a number that says what it counts; undefined where there is none. */
export function ownItem(plain: string, mention: Mention, before: PhraseBefore): string | undefined {
  const { quantity, sentence, clause } = mention
  if (sinceBefore.test(plain.slice(clause.start, quantity.start))) return undefined
  const noun = before.noun && !weak(before.noun, plain, before.verb) ? before.noun : undefined
  if (quantity.unitKind === 'share') {
    const share = shareItem(plain, mention)
    if (share !== undefined) return share ?? undefined
  }
  const after = nounAfter(plain, quantity.end, sentence.end, quantity.unitKind)
  if (after && takesAfter(plain, mention, after, noun, before.verb)) return withoutDeed(after.text, quantity.unit)
  if (quantity.unitKind === 'duration') {
    const spent = /(用时|历时|耗时|时长)[^，]{0,3}$/.exec(plain.slice(clause.start, quantity.start))?.[1]
    if (spent) return noun?.text.endsWith(spent) ? noun.text : spent
  }
  if (quantity.unitKind === 'duration') return subject(plain, clause.start, quantity.start) ?? noun?.text
  const heads = quantity.unit?.startsWith('人') === true && noun !== undefined && endsAsPerson(noun.text)
  if (quantity.unitKind === 'action' && !heads && (!noun || isHolder(noun.text))) {
    const object = nounBefore(plain, quantity.end, clause.end).noun
    if (object && object.text.length <= 10) return object.text
  }
  if (quantity.unitKind === 'money') {
    const used = /用于([^，。；\d]{2,20})$/.exec(plain.slice(clause.start, quantity.start))?.[1]
    if (used && (!noun || endsAsPerson(noun.text))) return used
    const given = noun && /^.{2,}?(捐款|捐资|募捐|集资|筹款)$/.exec(noun.text)?.[1]
    const worth = /((?:总|市)?价值|货值|总值|折合|折价|折款)[\u4e00-\u9fff]{0,3}$/.exec(
      plain.slice(clause.start, quantity.start),
    )
    if (given ?? (noun ? undefined : worth?.[1])) return given ?? worth?.[1]
  }
  if (quantity.unitKind === 'money' && (!noun || isHolder(noun.text))) {
    return verbAfter(plain, quantity.end) ?? standard(plain, mention)
  }
  return noun?.text
}

/** 9家企业[调研], 六成学生[返校]: what those counted do, or what is done there, is no part of the noun. */
function withoutDeed(noun: string, unit: string | null): string {
  const head = noun.slice(0, -2)
  const deed =
    /^[家名位所户人成]$/.test(unit ?? '') &&
    head.length > 1 &&
    startsNounPhrase(head) &&
    isParty(head) &&
    verbBeginsAt(noun, head.length)
  return deed ? head : noun
}

/** A number follows its noun in lists (防护服2500套、), precedes it elsewhere (3名干部). */
function takesAfter(
  plain: string,
  { quantity, clause, sentence, index }: Mention,
  after: Phrase,
  noun: Phrase | undefined,
  verb: string | undefined,
): boolean {
  const next = plain[quantity.end]
  // 技术员30名[下田]: those counted stand before their number
  if (
    noun &&
    endsAsPerson(noun.text) &&
    !endsAsPerson(after.text) &&
    /^[名位人]$/.test(quantity.unit ?? '') &&
    next !== '的'
  )
    return false
  if (/^ ?(?:\/|每[秒天日月年])/.test(plain.slice(quantity.end, quantity.end + 3))) return false
  // 送去慰问金3万元[和]米面: another thing of the list
  if (tooShort(after) || /^(?:[和与及]|以及)/.test(plain.slice(quantity.end, quantity.end + 2))) return false
  if (quantity.unit === null) return true
  if (
    /^[名位]$/.test(quantity.unit) &&
    noun &&
    endsAsOrganisation(noun.text) &&
    !precedesNumber(plain, sentence, index, after)
  )
    return true
  if (attribute.test(after.text) || /^(?:标准|规模|额度|水平|幅度|比例|部分|范围)$/.test(after.text)) return false
  if (noun && next === '的' && measured.test(noun.text)) return false
  if (quantity.unitKind === 'share')
    return next === '的' && (quantity.unit === '%' || quantity.unit === '倍' || quantity.unit === null)
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
  if (!next || next.quantity.start < after.end) return false
  if (!next || next.quantity.start > after.end + 1) return false
  return !startsNounPhrase(plain.slice(next.quantity.end, next.quantity.end + 4))
}

/** One character says what is counted only where it is a word by itself. */
function tooShort({ text }: Phrase): boolean {
  return text.length === 1 && !/[人车船床树书花米菜药餐蛋鱼肉油水村市县区群]/.test(text)
}

/** Somebody who has or does what is counted: 县总工会[530万元]. */
function isHolder(text: string): boolean {
  return isParty(text) || pronoun.test(text)
}

/** Nothing but a place or where somebody is from: it tells groups apart and is not what is counted. */
export function isLabel(text: string): boolean {
  return isPlace(text) || /..籍$/.test(text)
}

function weak(phrase: Phrase, plain: string, verb: string | undefined): boolean {
  if (aside.test(phrase.text) || isLabel(phrase.text) || tooShort(phrase)) return true
  return verb === undefined && verbAt(plain, phrase.start) === phrase.end - phrase.start && phrase.text.length <= 2
}

/** 按每人600元标准给予[奖励]: what is given by that rate. */
function standard(plain: string, { quantity, clause }: Mention): string | undefined {
  const rate = /^(?:的?(?:标准|额度|幅度)|(?=给予|发放|予以))/.exec(plain.slice(quantity.end, quantity.end + 4))
  if (!rate) return undefined
  const { noun, verb } = nounBefore(plain, quantity.end + rate[0].length, clause.end)
  return noun?.text ?? verb
}

function verbAfter(plain: string, at: number): string | undefined {
  return /^(?:全部|都|已|被)?(捐赠|捐献|捐给|捐|赠送|奖励|补助|资助|支持|救助)/.exec(plain.slice(at, at + 8))?.[1]
}

/** The noun phrase that the clause begins with. */
export function subject(plain: string, from: number, at: number): string | undefined {
  const phrase = nounAfter(plain, from, at, null)
  return phrase && phrase.end <= at ? phrase.text.split('的').at(-1) : undefined
}
