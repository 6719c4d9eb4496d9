import {
  findOrganisations,
  isAction,
  isParty,
  phraseEnds,
  verbAt,
  verbBeginsAt,
  wordBeginsAt,
} from '../language/index.js'
import type { Mention, Reading } from './reading.js'

const opening =
  /^(?:目前|据悉|此外|同时|另外|随后|近日|日前|其中|截至目前|截至|截止|为此|期间|连日来|[\u4e00-\u9fff]{2,4}发生[以之]?[后来]|[\u4e00-\u9fff]{2}期间|[一二三四五六七八九]是|并|而|在|由|另有|还有|也|又)+[，,]?/

const passive =
  /^(?:分别|均|都|已)?被([^，。；]{2,24}?)(?:《[^》]*》|专报件?|内参|简报)?(?:采用|采纳|批示|转载|转发|报道|录用|收录|刊登|刊发|评为|授予)/

/** 联系、发动 somebody who then does it: the one set in motion is the one who gives. 号召 and 要求 tell of nothing done. */
const causative = /(?:联系|联络|发动|动员|带动|引导|协调|邀请|鼓励)(?:了|到)?/g
/** Whoever 组织 or 安排 others goes on as the one who does it in the clauses behind. */
const arranging = /(?:联系|联络|发动|动员|带动|引导|组织|协调|邀请|鼓励)(?:了|到)?/g
/** Verbs that have somebody as their object, and end the name before them: 市妇联[组织]64名. */
const sending =
  /^(?:组织(?!部(?!分)|处(?!理)|委|者|机构|科(?![技研学普]))|动员|发动|安排|选派|抽调|派出|带领|慰问|走访|看望|救助|帮扶|资助|表彰|招募)/

/** Characters before a number that are looked at for who did it, where a clause does not end before. */
const reach = 160

/** Who did what a number counts, where the sentence names somebody; `item` is what is counted. */
export function actorOf({ plain }: Reading, { quantity, clause, sentence }: Mention, item: string): string | null {
  const after = passive.exec(plain.slice(quantity.end, quantity.end + 30))?.[1]
  if (after) return clean(after)
  const ahead = plain.slice(Math.max(clause.start, quantity.start - reach), quantity.start)
  const own = agentOf(ahead) ?? moved(ahead, arranging, item) ?? bearer(ahead, item)
  if (own) return own
  const at = sentence.clauses.indexOf(clause)
  for (const span of sentence.clauses.slice(Math.max(0, at - 5), at + 1).reverse()) {
    const titled = plain.slice(sentence.start, span.start)
    if (titled.lastIndexOf('《') > titled.lastIndexOf('》')) continue
    const text = plain.slice(span.start, Math.min(span.end, quantity.start, span.start + reach))
    const found = (span === clause ? undefined : moved(text, causative, '')) ?? subjectOf(text.slice(0, 60))
    if (found) return found
  }
  return null
}

/** 由县红十字会筹集; 将机关干部3.5万元捐赠给; 收到会员捐赠的; 江州援助的: the object of 由, the owner after 将, whoever it was received from. */
function agentOf(ahead: string): string | undefined {
  const by = /由([^，。；、\d]{2,16})(?=捐|组织|发起|提供|筹|承担|采购|生产)/.exec(ahead)?.[1]
  const owner = /[将把]([^，。；\d]{2,16})$/.exec(ahead)?.[1]
  const giver =
    /(?:收到|接收|接到|获得|接受)了?([^，。；\d]{2,16}?)(?:捐|赠|发放|下拨|拨付|提供|送)[^，。；\d]{0,3}的[^，。；\d]{0,12}$/.exec(
      ahead,
    )?.[1]
  const lender =
    /^(?!其中|收到|接收|接受)([^，。；\d向给为对从]{2,14}?)(?:捐赠|援助|捐出|赠送|提供|支援|调拨|下拨)的[^，。；]*$/.exec(
      ahead,
    )?.[1]
  const found = by ?? [giver, owner, lender].find((one) => one !== undefined && isParty(one))
  return found && clean(found)
}

/** 先后联系8名[侨商及其社团]募集: who is set in motion does what follows. */
function moved(ahead: string, causes: RegExp, item: string): string | undefined {
  const found = [...ahead.matchAll(causes)].reverse()
  if (found.length === 0) return undefined
  const verbs = new Set(phraseEnds(ahead).map(({ start }) => start))
  for (const match of found) {
    if (!verbs.has(match.index) && verbAt(ahead, match.index) === 0) continue
    const rest = ahead.slice(match.index + match[0].length)
    const from = /^(?:\d[\d.]*[万余多]*[名位个家人])?/.exec(rest)?.[0].length ?? 0
    // 动员会员企业[捐款]: what is counted is the deed
    const deed = item !== '' && rest.endsWith(item) ? clean(rest.slice(from, -item.length)) : ''
    if (deed.length > 1 && !/[\d，]|^[和与及、的]/.test(deed) && isParty(deed)) return deed
    const ends = phraseEnds(rest.slice(from))
    const next = ends.find(({ start }) => start > 1)
    if (!next) continue
    const noun = clean(rest.slice(from, from + next.start))
    const verb = ends.some(({ start, end }) => start >= next.start && isAction(rest.slice(from + start, from + end)))
    if (verb && noun.length <= 20 && !/[\d，]/.test(noun) && isParty(noun)) return noun
  }
  return undefined
}

/** 企业[捐款]60万元, 其中县总工会530万元: whoever stands right before the number or before what it counts. */
function bearer(ahead: string, item: string): string | undefined {
  const at = item === '' ? -1 : ahead.lastIndexOf(item)
  const upTo = at >= 0 && ahead.length - at - item.length <= 4 ? ahead.slice(0, at) : ahead
  const list = (upTo.split('、').at(-1) ?? '').replace(opening, '')
  if (/\d.*[和与及]$/.test(list)) return undefined
  const noun = clean(beforeSending(countedParty(list) ?? list))
  if (noun.length < 2 || noun.length > 16 || !isNamed(noun)) return undefined
  const verbs =
    phraseEnds(list).some(({ start, end, preposition }) => end - start > 1 || start === 0 || preposition) ||
    holdsVerb(noun)
  return verbs ? undefined : noun
}

/** 协会36名[劳模]联名捐款: those counted did it. */
function countedParty(text: string): string | undefined {
  const counted = /^([^\d，]{0,16})\d[\d.]*[万余多]*[名位家]([\u4e00-\u9fff]{2,12}?)(?:[与和同]\d.*)?$/.exec(text)
  const [, whose = '', party] = counted ?? []
  const clear = party !== undefined && !/[随与同为向给]|[和及]$/.test(party) && (whose === '' || isParty(whose))
  return clear && isParty(clean(party)) ? party : undefined
}

function subjectOf(clause: string): string | null {
  const off = opening.exec(clause)?.[0].length ?? 0
  let text = clause.slice(off)
  for (let first = phraseEnds(text)[0]; first?.start === 0; first = phraseEnds(text)[0]) {
    // a clause that begins with its verb tells of the subject before it
    if (first.preposition || isAction(text.slice(0, first.end))) return null
    text = text.slice(first.end)
  }
  const boundary = phraseEnds(text).find(({ start }) => start > 0)
  // 机构包括: what follows is what it is made of
  if (boundary && /^(?:包括|包含)$/.test(text.slice(boundary.start, boundary.end))) return null
  const whole = text.slice(0, boundary?.start ?? 0)
  const noun = clean(beforeSending(countedParty(whole) ?? whole))
  if (noun.length >= 2 && noun.length <= 24 && isNamed(noun)) return noun
  return bodyAt(text) ?? null
}

/** 县文化馆[送戏下乡]: a body that the clause begins with, where no known verb tells its end. */
function bodyAt(text: string): string | undefined {
  const [body] = findOrganisations(text.slice(0, 24))
  const does =
    body?.start === 0 &&
    (/^[送捐]/.test(text.slice(body.end)) || verbBeginsAt(text, body.end) || wordBeginsAt(text, body.end))
  return does && isNamed(body.text) ? body.text : undefined
}

/** 省委会[组织专家]赴: a name ends before the verb that has others as its object; 基层组织, 各级组织和党员 are nouns. */
function beforeSending(noun: string): string {
  for (let i = 2; i < noun.length - 1; i++) {
    const verb = sending.exec(noun.slice(i))?.[0]
    if (!verb || !isParty(noun.slice(0, i)) || /^[和与及、的]/.test(noun.slice(i + verb.length))) continue
    if (verb !== '组织' || i + verb.length < noun.length || !/(?:级|基层|群团|社会)$/.test(noun.slice(0, i)))
      return noun.slice(0, i)
  }
  return noun
}

/** 书记带头[组织]单位: a verb inside that is no part of the name. */
function holdsVerb(noun: string): boolean {
  for (let i = 1; i < noun.length - 2; i++) if (verbAt(noun, i) > 1 && isParty(noun.slice(0, i))) return true
  return false
}

function isNamed(noun: string): boolean {
  const other =
    /[\d《》（）]|^[对向为将把从在给因以与和及]|^(?:已|已经|正|正在)?组织$|^已|^(?:这|那|该|每|一|各(?=[\d项种类样个自得]))|^(?:配合|会同|联合|协同|围绕|结合|针对|倡议|号召|鼓励|呼吁|动员|发动|引导|支持|帮助|指导)|^[本全我该][省市县区]$/
  return !other.test(noun) && verbAt(noun, 0) < noun.length && !(sending.test(noun) && noun.length > 3) && isParty(noun)
}

function clean(text: string): string {
  return text
    .replace(/^[“”]+|^\d{1,3}多?岁(?:高龄)?的/, '')
    .replace(
      /(?:全年|今年|去年|上半年|下半年|全天|每天|每周末?|长期|常年|共|和|与|、|先后|累计|已|还|也|都|各级|主动|积极|带头|牵头|踊跃|自发|联名|分别|个人|[ 的])+$/,
      '',
    )
    .trim()
}
