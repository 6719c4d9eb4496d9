import type { UnitKind } from './measure-words.js'
import { phraseEnds, startsNounPhrase, verbAt } from './words.js'

/** A noun phrase and where it stands. */
export interface Phrase {
  text: string
  start: number
  end: number
}

const stop = /[，。；、：！？,;:!?（）()【】[\]…\n|/—]/
const person =
  /(?:者|员|人|手|长|师|生|兵|士|民|工|友|属|医护|干部|领导|专家|代表|院士|群众|骨干|警|患|儿童|老人|妇女|党员|团员|同志|嘉宾|先进个人|个人|标兵|能手|户主|亲|妈|爸|侨|领)$/
const copulas =
  /(?:[达到为是有共计约近仅只均都已就又还了由从至超逾含占的]|达到|共计|累计|合计|总计|共有|共达|已达|已有|高达|多达|超过|接近|增至|增加到|增长到|提升至|提升到|提高至|提高到|增加至|降至|下降到|恢复至|恢复到|分别|折合|折和|价值|就有|各有|大约|大概|左右|预计|可达|即达|整整|足足|最多|至少|不少于|分别为|分别达|现有|尚有|约为|约有|仍有|还有|另有|新增|增加|减少|共收到|，)+$/
const lead =
  /^(?:各类|各种|各级|各项|各式|全部|所有|其他|其它|其余|有关|相关|等|的|本|该|新|多|共|第一批|首批|一批|累计|先后|已经|目前|全年|期间|近日|及|和|与|以及|种|其|之|余)+(?=..)/

/**
 * The noun phrase after a number and its unit: 3名[党员干部]前往. A relative clause is passed over (81名参与防控的[医务工作者]).
 * `kind` is the unit's kind: for persons the phrase ends where a word for persons ends.
 */
export function nounAfter(text: string, at: number, limit: number, kind: UnitKind | null): Phrase | undefined {
  let start = at
  while (start < limit && (text[start] === ' ' || text[start] === '的')) start++
  if (text[start] === '“') return quoted(text, start, limit)
  let end = start
  while (end < limit && end - start < 40 && !stop.test(text[end] ?? '')) end++
  let span = text.slice(start, end)
  if (span === '') return undefined
  const relative = relativeClause(span)
  if (!startsNounPhrase(span) && relative === 0) return undefined
  start += relative
  span = text.slice(start, end)
  const first = phraseEnds(span).find((boundary) => boundary.start > 0)
  let length = first?.start ?? span.length
  length = shorter(span, length, kind)
  return trimmed(text, start, start + length)
}

/** Length of a clause before 的 that says which ones are meant: 使用率较低的, 参与防控一线的. */
function relativeClause(span: string): number {
  const of = span.indexOf('的')
  if (of < 0 || of > 24 || of >= span.length - 1) return 0
  const inner = span.slice(0, of)
  const boundaries = phraseEnds(inner)
  const nounFirst = startsNounPhrase(span)
  if (nounFirst && boundaries.some(({ start }) => start >= 2)) return 0
  if (!nounFirst && /^(?:被|将|均|都|已|分别|并|正在|用于|以|左右|不)/.test(span)) return 0
  return startsNounPhrase(span.slice(of + 1)) ? of + 1 : 0
}

function shorter(span: string, length: number, kind: UnitKind | null): number {
  let to = length
  const of = span.indexOf('的', 1)
  if (of > 0 && of < to) {
    const owner = person.test(span.slice(0, of))
    if (kind === 'person' && owner) return of
    if (of > 0 && kind !== 'person') to = Math.min(to, headEnd(span, of, to))
  }
  const pair = /[和与及]|以及/.exec(span.slice(1, to))
  if (pair && pair.index > 0 && !/(?:共|温|平|祥|总|涉|普|参)$/.test(span.slice(0, pair.index + 1)))
    return pair.index + 1
  return to
}

function headEnd(_span: string, _of: number, to: number): number {
  return to
}

function quoted(text: string, at: number, limit: number): Phrase | undefined {
  const close = text.indexOf('”', at)
  if (close < 0 || close >= limit || close - at > 16) return undefined
  const rest = nounAfter(text, close + 1, limit, null)
  const end = rest && rest.start === close + 1 ? rest.end : close + 1
  return { text: text.slice(at, end), start: at, end }
}

/** The noun phrase that ends where a number begins: 捐赠[医用外科口罩]30万个. The verb itself where nothing else is there. */
export function nounBefore(text: string, from: number, at: number): (Phrase & { verb: boolean }) | undefined {
  const start = lastStop(text, from, at)
  const bare = text.slice(start, at).replace(/ +$/, '')
  const span = bare.replace(copulas, '')
  if (span.trim() === '') return undefined
  const phrase = afterLastVerb(span)
  if (phrase) return { ...place(text, start + phrase.start, start + phrase.end), verb: phrase.verb }
  return undefined
}

function lastStop(text: string, from: number, at: number): number {
  for (let i = at - 1; i >= from; i--) {
    const character = text[i] ?? ''
    if (stop.test(character) && !(character === '，' && false)) return i + 1
  }
  return from
}

function afterLastVerb(span: string): { start: number; end: number; verb: boolean } | undefined {
  const boundaries = phraseEnds(span)
  const last = boundaries.at(-1)
  let start = last?.end ?? 0
  if (last && last.end >= span.length) {
    // the verb stands right before the number: it is what is counted, with its object before it if there is one
    return { start: last.start, end: last.end, verb: true }
  }
  start += leadingVerb(span, start, last?.preposition ?? false)
  if (start >= span.length) return { start: last?.end ?? 0, end: span.length, verb: true }
  return { start, end: span.length, verb: false }
}

/** Length of a verb that begins the rest, or that follows a preposition's object (从国内外[采购]口罩). */
function leadingVerb(span: string, start: number, preposition: boolean): number {
  for (let i = start; i < span.length - 1; i++) {
    const length = verbAt(span, i)
    if (length === 0) continue
    const before = span.slice(start, i)
    const adverbial =
      before === '' ||
      preposition ||
      /(?:市|省|县|区|内外|全国|全市|全省|系统|公司|企业|集团|单位|部门|局|会)$/.test(before)
    const rest = span.length - i - length
    if (adverbial && rest >= 2) return i + length - start
    if (before === '') return 0
  }
  return 0
}

function place(text: string, start: number, end: number): Phrase {
  return trimmed(text, start, end) ?? { text: text.slice(start, end), start, end }
}

function trimmed(text: string, from: number, to: number): Phrase | undefined {
  let start = from
  let end = to
  const raw = text.slice(start, end)
  const off = lead.exec(raw)
  if (off) start += off[0].length
  // 蔬菜等物资 → 物资; 疫情相关推文 → 推文
  const wider = /^.*?(?:等(?!级|候|待|额|于)(?:各类|各种|相关|有关)?|相关|有关)(?=[\u4e00-\u9fffA-Z]{2})/.exec(
    text.slice(start, end),
  )
  if (wider) start += wider[0].length
  while (end > start && /[ 的了等“”"'《》]/.test(text[end - 1] ?? '')) end--
  while (start < end && /[ 的“”"']/.test(text[start] ?? '')) start++
  return start < end ? { text: text.slice(start, end), start, end } : undefined
}
