import type { UnitKind } from './measure-words.js'
import { lastPerson } from './persons.js'
import { type Boundary, phraseEnds, startsNounPhrase, takesNoun, verbAt } from './words.js'

/** A noun phrase and where it stands. */
export interface Phrase {
  text: string
  start: number
  end: number
  /** A clause with 的 stood before it: 81名[参与防控的]医务工作者. */
  relative?: boolean
}

const stops = new Set('，。；、：！？,;:!?（）()【】[]…\n|/— ')
const adjective = /[低高大小多少好差强弱新旧重轻长短快慢严急难性]$/
/** Between a noun and its number: 阅读次数[达]10万次. */
const copulas =
  /(?:[达到为是有共计约近仅只均都已就又还了由从至超逾含占在的，]|人民币|介于|平均|累计|合计|总计|高达|多达|超过|接近|增至|增加到|增长到|提升至|提升到|提高至|提高到|增加至|下降至|降低至|下调至|上调至|上升至|上涨至|回落至|扩大至|扩展至|缩短至|恢复到|降至|下降到|减少到|恢复至|分别|折合|折和|(?<!总)价值|价值合|每(?:平方米|立方米|平方公里|公斤|千克|公里|公顷|[人户名位亩次件只套张份天日月年斤吨米升])|大约|大概|预计|可达|整整|足足|最多|最高|最低|至少|不少于|现有|尚有|仍有|另有|增加|减少|突破|不足|不到)+$/
/** Nouns that only say that something is counted: 口罩[日产量]. */
const counters =
  /(?:(?:日均|日|年|月|单日|每日|年均|月均)?(?:产量|产能|批发量|供应量|销售量|销量|生产量|投放量|处理量|配送量)|总量|总数量|数量|总数|次数|户数|[户件批篇条]次?数|(?<=[\u4e00-\u9fff]{2})(?<!人)数)$/
const lead =
  /^(?:经(?:审查|审核|评审|核查)|一(?=项目|比例|数字|系统|工程|平台|地区)|各类|各种|各级|各项|各式|全部|所有|其他|其它|其余|有关|相关|第一批|首批|一批|累计|先后|已经|目前|每[份只个套人件斤吨盒瓶台张条次名位户公斤]|全年|期间|近日|以及|[等的该及和与之余]|本(?![市省县区地科级])|新(?![冠型闻生人增区疆兴能华媒建])|多(?![功媒级地层样名家位])|共(?![青享建产和同])|种(?![子植养类])|其(?![他它中余]))+(?=..)/

/** Between a number and its noun: 近千万元[规模的]资金, 200元[标准的]补助, 5人以上[（含5人）]队员. */
const preamble =
  /^(?:\d0后(?=[\u4e00-\u9fff])|\d+(?:\.\d+)?(?:千伏|吨|千瓦|兆瓦|升|寸|小时)(?=[\u4e00-\u9fff])|(?:规模|标准|额度|级别|水平|幅度|大小)的|[（(]不?含[^）)]{1,6}[）)])/

/** The noun phrase after a number and its unit: 3名[党员干部]前往. For persons it ends where a word for persons does. */
export function nounAfter(text: string, at: number, limit: number, kind: UnitKind | null): Phrase | undefined {
  let start = at
  // a blank ends the phrase, except where all numbers stand between blanks (5 名 医生)
  const spaced = text[at] !== ' ' || /[\d万亿] ?\S{0,3}$/.test(text.slice(Math.max(0, at - 5), at))
  if (text[at] === ' ' && (kind === null || !spaced)) return undefined
  while (start < limit && /[ 的]/.test(text[start] ?? '')) start++
  if (kind === 'money' && text[start] === '钱') start++
  start += preamble.exec(text.slice(start, Math.min(limit, start + 12)))?.[0].length ?? 0
  if (text[start] === '“') return quoted(text, start, limit)
  const span = text.slice(start, stopAfter(text, start, limit))
  if (
    span === '' ||
    /^分(?:成|为)?[一二两三四五六七八九十\d]/.test(span) ||
    (/^[一二两三四五六七八九十\d]/.test(span) && !/^[一二]次性|^[一二三][级线]|^.{1,2}[年月]期/.test(span))
  )
    return undefined
  const listed = kind === 'person' && text[start + span.length] === '、' ? listedPersons(text, start, limit) : undefined
  if (listed && lastPerson(span) === 0) return listed
  const relative = relativeClause(span)
  if (!startsNounPhrase(span) && relative === 0) return undefined
  const head = span.slice(relative)
  const first = phraseEnds(head).find((boundary) => boundary.start > 0)
  const length = beforeVerb(head, headLength(head, first?.start ?? head.length, kind))
  const inside = /..[中内里]$/.test(head.slice(0, length)) && !/(?:家|国|高|初)中$/.test(head.slice(0, length)) ? 1 : 0
  const phrase = trimmed(text, start + relative, start + relative + length - inside)
  return phrase && { ...phrase, relative: relative > 0 }
}

/** 20名内科、外科、骨科等[医师], 20名从内科、外科抽调的[医师]: those counted stand after the list of what they are. */
function listedPersons(text: string, start: number, limit: number): Phrase | undefined {
  const list = /^[^，。；：\d]{1,50}?(?:等|(?<=^(?:从|由|来自).{1,50})的)(?=[^，。；：、\d]{2})/.exec(
    text.slice(start, limit),
  )
  if (!list?.[0].includes('、')) return undefined
  const next = start + list[0].length
  const whole = text.slice(next, Math.min(limit, next + 14)).split(/[，。；：、\d]/)[0] ?? ''
  const from = next + whole.lastIndexOf('的') + 1
  const rest = whole.slice(from - next)
  const end = lastPerson(rest)
  return end >= 2 ? trimmed(text, from, from + end) : undefined
}

function stopAfter(text: string, start: number, limit: number): number {
  let end = start
  let open = 0
  for (; end < limit && end - start < 40 && !stops.has(text[end] ?? ''); end++) {
    if (text[end] === '“') open++
    // the end of a quotation that the number stands in
    else if (text[end] === '”' && open-- === 0) break
  }
  return end
}

/** Length of a clause before 的 that says which ones are meant: 使用率较低的, 参与防控一线的. */
function relativeClause(span: string): number {
  const of = span.indexOf('的')
  if (of < 0 || of > 24 || of >= span.length - 1) return 0
  const inner = span.slice(0, of)
  if (/\d/.test(inner) || !startsNounPhrase(span.slice(of + 1))) return 0
  if (startsNounPhrase(span)) {
    // 10家[生产口罩的]企业: a verb and its object
    const verb = verbAt(span, 0)
    const object = verb > 0 && of - verb >= 2 && !/[是有为]/.test(inner)
    return object || (of <= 8 && adjective.test(inner)) ? of + 1 : 0
  }
  return /^(?:是|系|因|被|将|均|都|已|分别|并|正在|用于|以|左右|不|没|跟|比)/.test(span) ? 0 : of + 1
}

const body =
  /(?:队|组|企业|公司|医院|机构|部门|社区|省份|城市|学校|单位|站|点|中心|户|家庭|村|厂|平台|志愿者|人员|患者|病人|[病案]例)$/

/** 应急小分队[支援]路面一线: a verb after the name of a body ends the phrase, where something follows it. */
function beforeVerb(span: string, length: number): number {
  for (let i = 2; i < length - 2; i++) {
    const verb = verbAt(span, i)
    if (verb > 0 && length - i - verb >= 2 && body.test(span.slice(0, i))) return i
  }
  return length
}

/** Where the phrase ends that began before: at 的 (地市的需求), at 和, at a digit. */
function headLength(span: string, length: number, kind: UnitKind | null): number {
  let to = length
  const of = span.indexOf('的', 1)
  if (
    of > 0 &&
    of < to &&
    (kind === 'person' ? lastPerson(span.slice(0, of)) === of : !adjective.test(span.slice(0, of)))
  )
    to = of
  const digit = span.slice(1, to).search(/\d/)
  if (digit >= 0 && !/[A-Z]/.test(span[digit] ?? '')) to = digit + 1
  const each = span.slice(0, to).search(/.每[人名位户家]/)
  if (each > 0) to = each + 1
  const pair = /[和与及]/.exec(span.slice(1, to))
  if (kind === 'person') {
    const end = lastPerson(span.slice(0, to))
    if (end >= 2 && to - end >= 2) to = end
  }
  if (pair && pair.index < to && !/(?:共|温|平|祥|总|涉|普|参|以)$/.test(span.slice(0, pair.index + 1)))
    to = pair.index + 1
  return to
}

function quoted(text: string, at: number, limit: number): Phrase | undefined {
  const close = text.slice(at, Math.min(limit, at + 18)).indexOf('”')
  if (close < 0) return undefined
  const end = at + close + 1
  const rest = nounAfter(text, end, limit, null)
  const to = rest && rest.start === end ? rest.end : end
  return { text: text.slice(at, to), start: at, end: to }
}

/** 口罩产量 → 口罩. */
export function withoutCounter(noun: string): string {
  return noun.replace(counters, '') || noun
}

const isAmount =
  /^(?:人数|人次|次数|总?金?额|总额|总数|总量|数量|数额|费用|部分|收入|成本|规模|[\u4e00-\u9fff]?率|比例|占比|比重|水平|面积|时间|时长)$/

export interface PhraseBefore {
  /** What is counted; undefined where only a verb stands before the number. */
  noun: Phrase | undefined
  /** The verb right before the number (共[捐款]5万元), with what stands before it left out. */
  verb: string | undefined
  /** Only a word for counting stood there: 日产量达5万只. */
  counter: boolean
}

/** What stands before a number in its clause, from `from` on: 捐赠[医用外科口罩]30万个. */
export function nounBefore(text: string, from: number, at: number): PhraseBefore {
  let end = beforeBrackets(text, from, at)
  while (end > from && text[end - 1] === ' ') end--
  const start = lastStop(text, from, end)
  const plain = text.slice(start, end).trimEnd().replace(copulas, '')
  const span = plain.replace(counters, '').replace(/(?:(?<!其)中|[之的]?里|方面|时间)$/, '')
  const counter = span !== plain
  // [阅读]次数: a deed is counted by its noun
  if (counter && verbAt(span.trimStart(), 0) === span.trimStart().length && /(?:次数|人数)$/.test(plain)) {
    return { noun: trimmed(text, start, start + plain.length), verb: undefined, counter: false }
  }
  if (span.trim() === '' || /(?:另有|另外|还有|余下|剩余|剩下|其余)$/.test(text.slice(start, end)))
    return { noun: undefined, verb: undefined, counter }
  const title = /《[^《》]*》[^《》]*$/.exec(span)
  const boundaries = phraseEnds(span).filter(
    ({ start: at }) => !title || at < title.index || at > span.lastIndexOf('》'),
  )
  const last = boundaries.at(-1)
  if (last && last.end >= span.length && last.end - last.start > 1 && span[last.start - 1] === '的') {
    return { noun: trimmed(text, start + last.start, start + last.end), verb: undefined, counter }
  }
  if (last && last.end >= span.length) {
    const noun = inverted(text, start, span.slice(0, last.start))
    return { noun, verb: span.slice(last.start), counter }
  }
  const issued = last !== undefined && takesNoun(span.slice(last.start, last.end)) && !directVerb(span, last.end)
  let begin = (last?.end ?? 0) + (issued ? 0 : leadingVerb(span, last?.end ?? 0, ofPreposition(boundaries)))
  // 走访慰问居民: two verbs in a row
  if (begin > (last?.end ?? 0) && span.length - begin > 3) begin += leadingVerb(span, begin, false)
  // 排查[出]确诊病例
  if (begin > 0 && verbOf(span, begin) !== undefined)
    begin += /^(?:出(?![口租院行版警差生国境勤厂])|到(?=..)|来的)(?=..)/.exec(span.slice(begin))?.[0].length ?? 0
  // 研发投入[总额]: a bare amount is named with what stands before it
  if (last && begin === last.end && isAmount.test(span.slice(begin))) begin = boundaries.at(-2)?.end ?? 0
  // 完成[投资], 实现[销售]: the deed is what was achieved
  if (begin >= span.length && last && /^(?:完成|实现|争取|追加)$/.test(span.slice(last.start, last.end)))
    return {
      noun: trimmed(text, start + last.end, start + span.length),
      verb: span.slice(last.start, last.end),
      counter,
    }
  if (begin >= span.length) {
    return { noun: inverted(text, start, span.slice(0, last?.start ?? 0)), verb: span.slice(last?.end ?? 0), counter }
  }
  const head = span.lastIndexOf('的') + 1
  // a short description stays with its noun: 治愈出院的患者
  const long = head - begin > 6 || /[\d一二两三四五六七八九十]/.test(span.slice(begin, head))
  const ofHead = head > begin && long && span.length - head >= 2 && !isAmount.test(span.slice(head))
  return {
    noun: trimmed(text, start + (ofHead ? head : begin), start + span.length),
    verb: verbOf(span, begin),
    counter,
  }
}

/** 从, 通过网上: the last word begins the object of a preposition, or is the first of it. */
function ofPreposition(boundaries: Boundary[]): boolean {
  const [last, before] = [boundaries.at(-1), boundaries.at(-2)]
  return last !== undefined && (last.preposition || (before?.preposition === true && before.end === last.start))
}

/** 发放[采购]口罩: two deeds, where the thing itself is no more than two characters or the verb takes it along. */
function directVerb(span: string, at: number): boolean {
  const verb = verbAt(span, at)
  return verb > 0 && /^(?:采购|救治|收治|支援|增援|慰问|走访|看望|组织|帮扶|救助)/.test(span.slice(at))
}

/** 租金合计减免25亿元: what is counted stands before its verb. */
function inverted(text: string, start: number, span: string): Phrase | undefined {
  const rest = span.replace(copulas, '').replace(/(?<=..)(?:同样|大幅|小幅|略有|明显|稳步|持续|快速|进一步)+$/, '')
  const boundaries = phraseEnds(rest)
  const last = boundaries.at(-1)
  if (last && (last.preposition || last.end >= rest.length || rest.slice(last.start, last.end) === '被'))
    return undefined
  const begin = (last?.end ?? 0) + leadingVerb(rest, last?.end ?? 0, false)
  return begin < rest.length ? trimmed(text, start + begin, start + rest.length) : undefined
}

function verbOf(span: string, begin: number): string | undefined {
  const found = phraseEnds(span.slice(0, begin)).at(-1)
  if (found && found.end === begin && !found.preposition) return span.slice(found.start, found.end)
  for (let i = Math.max(0, begin - 4); i < begin; i++) if (verbAt(span, i) === begin - i) return span.slice(i, begin)
  return undefined
}

/** 企业户数（商铺）约3.5万个: brackets between the noun and the number are passed over. */
function beforeBrackets(text: string, from: number, at: number): number {
  const close = /[）)] ?(?:约|近|超过|达|共|为|有|，)*$/.exec(text.slice(Math.max(from, at - 6), at))
  if (!close) return at
  const end = Math.max(from, at - 6) + close.index
  const open = Math.max(text.lastIndexOf('（', end), text.lastIndexOf('(', end))
  return open > from && end - open < 30 ? open : at
}

function lastStop(text: string, from: number, at: number): number {
  const least = Math.max(from, at - 60)
  for (let i = at - 1; i >= least; i--) if (stops.has(text[i] ?? '')) return i + 1
  return least
}

const adverbial =
  /(?:市|里|省|县|区|镇|村|内外|全国|全市|全省|系统|公司|企业|集团|单位|部门|局|会|妇联|医院|学校|政府|及时|主动|免费|紧急|积极|全力|严重|一般|轻微|不同程度|首次|一起|一同|一道|共同|携手|[场厂社店户人员者民])$/

/** Length of a verb that begins the rest, or that follows a preposition's object (从国内外[采购]口罩). */
function leadingVerb(span: string, start: number, preposition: boolean): number {
  for (let i = start; i < span.length - 1; i++) {
    const length = verbAt(span, i)
    if (length === 0) continue
    const before = span.slice(start, i)
    const rest = span.slice(i + length)
    if (isAmount.test(rest)) return 0
    if ((before === '' || (preposition && !before.includes('的')) || adverbial.test(before)) && rest.length >= 2)
      return i + length - start
    // 损坏, 严重损坏
    if (rest === '' && /^(?:严重|一般|轻微|不同程度|全部|部分|基本)?$/.test(before)) return i + length - start
    if (before === '') return 0
  }
  return 0
}

function trimmed(text: string, from: number, to: number): Phrase | undefined {
  let start = from
  let end = to
  const off = lead.exec(text.slice(start, end))
  if (off) start += off[0].length
  // 为村民免费[义诊]
  if (/[为给向对]/.test(text[start - 1] ?? ''))
    start += /^.{2,6}(?:免费|无偿)(?=..)/.exec(text.slice(start, end))?.[0].length ?? 0
  // 蔬菜等物资 → 物资; 疫情相关推文 → 推文
  const wider = /^.*(?:等(?!级|候|待|额|于)(?:各类|各种|相关|有关)?|相关|有关)(?=[\u4e00-\u9fffA-Z]{2})/.exec(
    text.slice(start, end),
  )
  if (wider) start += wider[0].length
  while (end > start && /[ 的了等“”"'《》]/.test(text[end - 1] ?? '') && !closesQuote(text, start, end)) end--
  end -= /(?:(?<=..)(?:之一|紧急|分别)|(?<=.)各)$/.exec(text.slice(start, end))?.[0].length ?? 0
  while (start < end && /[ 的“”"']/.test(text[start] ?? '')) start++
  if (text[start - 1] === '“' && /^[^“]*”/.test(text.slice(start, end))) start--
  end = quoteEnd(text, start, end)
  return start < end ? { text: text.slice(start, end), start, end } : undefined
}

/** 心理防控“暖提示”: the quotation that the phrase ends with began in it. */
function closesQuote(text: string, start: number, end: number): boolean {
  if (text[end - 1] !== '”') return false
  const inner = text.slice(start, end - 1)
  return inner.lastIndexOf('“') > Math.max(0, inner.lastIndexOf('”'))
}

/** A quotation that the phrase was cut in goes with it or stays out as a whole. */
function quoteEnd(text: string, start: number, end: number): number {
  const phrase = text.slice(start, end)
  const open = start + phrase.lastIndexOf('“')
  if (open < start || phrase.lastIndexOf('”') > open - start) return end
  const close = text.slice(end, open + 12).indexOf('”')
  if (close >= 0) return end + close + 1
  return open > start + 1 ? open : end
}
