import {
  endsAsPerson,
  isAction,
  isPlace,
  nounAfter,
  nounBefore,
  type Phrase,
  type PhraseBefore,
  unitAt,
  verbAt,
  verbBeginsAt,
} from '../language/index.js'
import type { Giving } from './giving.js'
import { isHolder, moneyItem } from './money-items.js'
import { takesAfter, tooShort, withoutDeed } from './noun-side.js'
import type { Mention } from './reading.js'
import { shareItem, sinceBefore } from './share-items.js'

/** What stands before a number and is not what it counts. */
const aside =
  /^(?:[除平能会可要想须应再只每一卖买收用花产销交送运来去前较比就人共同者]|医用|民用|家用)*$|时间$|^[半每其零这那该]|^[一二两三四五六七八九十]+(?:个|大)?方面$|^首批|[时期]一天$|^工作日日?$|(?:[省市区县镇村辖院校境域厂店馆园月年天日周])(?:区)?内$|^(?:过去|近|最近|未来|前)[一二两三四五六七八九十\d几]+(?:年|个月|天|周)$|^[约折]?合$|^(?:最初|起初|当初|最后|原先|[同环]比翻)$|^第.批|^(?:最[高多低少]|单日最[高多])?一[天年次日月](?!性)|(?:以[来后前]|[节年月日会餐][前后]|之[前后]|期间|当[天日时])$|^(?:最高|最低|最多|单[户笔个人]|[人户日年件亩]均|上限|下限|同比|环比|人民币|全部|总计|合计|免费|无偿|先后|陆续|主动|紧急|连夜|统一|定向)$/

/** The noun phrase right before or after a number that says what it counts; undefined where there is none. */
export function ownItem(plain: string, mention: Mention, before: PhraseBefore, giving: Giving): string | undefined {
  const { quantity, sentence, clause } = mention
  const ahead = plain.slice(clause.start, quantity.start)
  if (sinceBefore.test(ahead)) return undefined
  const limited = quantity.approximation === 'atMost' && before.noun ? limitedDeed(before.noun.text) : undefined
  if (limited) return limited
  const told = before.noun && !weak(before.noun, plain, before.verb) ? before.noun : undefined
  if (told && quantity.unitKind === 'thing' && doneTo(ahead, told)) return undefined
  const others = told && (ofThose(mention, ahead) || taken(plain, mention, told, before.verb))
  const noun = others ? undefined : told
  if (quantity.unitKind === 'share') {
    const share = shareItem(plain, mention)
    if (share !== undefined) return share ?? undefined
  }
  const after = nounAfter(plain, quantity.end, sentence.end, quantity.unitKind)
  if (after && takesAfter(plain, mention, after, noun, before.verb)) return withoutDeed(after.text, quantity.unit)
  if (quantity.unitKind === 'duration') return spent(plain, mention, noun)
  if (quantity.unitKind === 'money') return moneyItem(plain, mention, noun, giving)
  const heads = quantity.unit?.startsWith('人') === true && noun !== undefined && endsAsPerson(noun.text)
  if (quantity.unitKind === 'action' && !heads && (!noun || isHolder(noun.text))) {
    const object = nounBefore(plain, quantity.end, clause.end).noun
    if (object && object.text.length <= 10) return object.text
  }
  return noun?.text
}

/** 最高可获[救助]5万元: what there is a limit to. */
function limitedDeed(noun: string): string | undefined {
  const deed = /^最[高多](?:可以?|能)?(?:获得?|享受?|给予|予以)?(..+)$/.exec(noun)?.[1]
  return deed !== undefined && verbBeginsAt(deed, 0) ? deed : undefined
}

/** 被省政协采用3篇, 获市领导批示1篇: what was done to those counted before. */
function doneTo(ahead: string, { text }: Phrase): boolean {
  return /(?:被|获得(?!者)|获(?![得奖])|受到)[^，。；\d]{2,14}$/.test(ahead) && verbBeginsAt(text, text.length - 2)
}

/** 320家药店中，正常营业的[有290家]: which of those counted before, not what. */
export function ofThose({ quantity, sentence, index }: Mention, ahead: string): boolean {
  const last = sentence.mentions[index - 1]
  if (!last?.figure || last.quantity.unit !== quantity.unit || quantity.unitKind === 'money') return false
  return quantity.unit !== null && /.的(?:[只仅约超达为占]|[只仅]?有|共有|达到)*$/.test(ahead)
}

/** 市政协[录用]5条, 医院[派出]6批: who did it to those counted. */
function taken(plain: string, { quantity }: Mention, { text, end }: Phrase, verb: string | undefined): boolean {
  if (verb === undefined || /^[家户个所支队名位人间座]/.test(quantity.unit ?? '')) return false
  const did = isAction(verb) || /^(?:采用|采纳|录用|刊用|刊发|转发|批示|批转|编发)$/.test(verb)
  return did && isHolder(text) && plain.slice(end, quantity.start).startsWith(verb)
}

/** A length of time is that of what it was spent on. */
function spent(plain: string, { quantity, clause }: Mention, noun: Phrase | undefined): string | undefined {
  const word = /(用时|历时|耗时|时长)[^，]{0,3}$/.exec(plain.slice(clause.start, quantity.start))?.[1]
  if (word) return noun?.text.endsWith(word) ? noun.text : word
  const topic = subject(plain, clause.start, quantity.start) ?? noun?.text
  return topic && !/^[人户日年件亩]均$/.test(topic) ? topic : undefined
}

/** Nothing but a place or where somebody is from: it tells groups apart and is not what is counted. */
export function isLabel(text: string): boolean {
  return isPlace(text) || /..籍$/.test(text)
}

/** 30万元, not 5G基站 or 84消毒液. */
function isNumber(text: string): boolean {
  const digits = /^[\d.]+/.exec(text)?.[0].length ?? 0
  if (digits === 0 || /^\d+[级届版号](?=..)/.test(text)) return false
  return text.length - digits < 2 || /^[万亿千百余多%‰]/.test(text.slice(digits)) || unitAt(text, digits) !== undefined
}

function weak(phrase: Phrase, plain: string, verb: string | undefined): boolean {
  if (isNumber(phrase.text)) return true
  if (aside.test(phrase.text) || isLabel(phrase.text) || tooShort(phrase)) return true
  return verb === undefined && verbAt(plain, phrase.start) === phrase.end - phrase.start && phrase.text.length <= 2
}

/** The noun phrase that the clause begins with. */
export function subject(plain: string, from: number, at: number): string | undefined {
  const phrase = nounAfter(plain, from, at, null)
  return phrase && phrase.end <= at ? phrase.text.split('的').at(-1) : undefined
}
