import {
  endsAsOrganisation,
  endsAsPerson,
  isAction,
  isParty,
  phraseEnds,
  shortVerbAt,
  startsNounPhrase,
  verbAt,
  verbBeginsAt,
} from '../language/index.js'

export const opening =
  /^(?:目前|据悉|此外|同时|另外|随后|近日|日前|其中|截至目前|截至|截止|为此|期间|连日来|[\u4e00-\u9fff]{2,4}发生[以之]?[后来]|[\u4e00-\u9fff]{2}期间|[一二三四五六七八九]是|并|而|在|由|另有|还有|也|又)+[，,]?/

/** Verbs that have somebody as their object, and end the name before them: 市妇联[组织]64名. */
const sending =
  /^(?:组织(?!部(?!分)|处(?!理)|委|者|机构|科(?![技研学普]))|动员|发动|安排|选派|抽调|派出|带领|慰问|走访|看望|救助|帮扶|资助|表彰|招募)/

/** 协会36名[劳模]联名捐款: those counted did it. */
export function countedParty(text: string): string | undefined {
  const counted = /^([^\d，]{0,16})\d[\d.]*[万余多]*[名位家]([\u4e00-\u9fff]{2,12}?)(?:[与和同]\d.*)?$/.exec(text)
  const [, whose = '', party] = counted ?? []
  const clear = party !== undefined && !/[随与同为向给]|[和及]$/.test(party) && (whose === '' || isParty(whose))
  return clear && isParty(clean(party)) ? party : undefined
}

export function subjectOf(clause: string): string | null {
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
  return leadingParty(text) ?? null
}

const strongEnd =
  /(?:系统|单位|企业|机关|部门|机构|队伍|小组|中心|各界|社团|团体|两委”?|共青团|财政|..[队团馆院局厅委部站校社])$/

/**
 * 县文化馆[送戏下乡]: somebody whom the clause begins with, where no known verb tells the end: up to the last end of a name
 * that a verb follows. What is only said by somebody (数据显示) or belongs to it (的, 人数) names nobody who did it.
 */
export function leadingParty(clause: string): string | undefined {
  const text = clause.replace(timed, '$1')
  if (verbBeginsAt(text, 0) || !startsNounPhrase(text)) return undefined
  const limit = Math.min(text.search(/[\d，\s：]|$/), 24)
  let found: string | undefined
  for (let i = 2; i <= limit; i++) {
    const name = text.slice(0, i)
    if (phraseEnds(name).length > 0) break
    const act = actAt(text, i)
    if (act === null) continue
    const body = strongEnd.test(name) || (i > 2 && endsAsOrganisation(name))
    if (body || (act !== 'shared' && endsAsPerson(name))) found = name
  }
  const name = found && clean(found)
  return name && !excluded(name) ? name : undefined
}

/** 港务局[5月份]完成: a time behind a name. */
const timed = /^([^\d，]{2,16})(?:\d{4}年)?(?:前\d{1,2}个月|\d{1,2}月(?:份|底|初|[上中下]旬)?(?:\d{1,2}[日号])?)/

/** What begins at `at`: a deed, one that a body does with another (与, 同), or neither. */
function actAt(text: string, at: number): 'own' | 'shared' | null {
  const rest = text.slice(at, at + 4)
  const short = rest.startsWith('送') || shortVerbAt(rest, 0)
  if ((short && !/^..?的/.test(rest)) || verbBeginsAt(text, at) || acting.test(rest)) return 'own'
  return /^[与同]/.test(rest) ? 'shared' : null
}

/** Adverbs before a deed. */
const acting = /^(?:先后|累计|共|立即|迅速|连夜|提前|积极|主动|已|还|又)[\u4e00-\u9fff]/

/** 省委会[组织专家]赴: a name ends before the verb that has others as its object; 基层组织, 各级组织和党员 are nouns. */
export function beforeSending(noun: string): string {
  for (let i = 2; i < noun.length - 1; i++) {
    const verb = sending.exec(noun.slice(i))?.[0]
    if (!verb || !isParty(noun.slice(0, i)) || /^[和与及、的]/.test(noun.slice(i + verb.length))) continue
    if (verb !== '组织' || i + verb.length < noun.length || !/(?:级|基层|群团|社会)$/.test(noun.slice(0, i)))
      return noun.slice(0, i)
  }
  return noun
}

/** 书记带头[组织]单位: a verb inside that is no part of the name. */
export function holdsVerb(noun: string): boolean {
  for (let i = 1; i < noun.length - 2; i++) if (verbAt(noun, i) > 1 && isParty(noun.slice(0, i))) return true
  return false
}

/** True where a noun phrase names somebody who can have done something. */
export function isNamed(noun: string): boolean {
  return !excluded(noun) && isParty(noun)
}

function excluded(noun: string): boolean {
  const other =
    /[\d《》（）]|^[对向为将把从在给因以与和及]|^(?:已|已经|正|正在)?组织$|^已|^(?:这|那|该|每|一|各(?=[\d项种类样个自得]))|^(?:配合|会同|联合|协同|围绕|结合|针对|倡议|号召|鼓励|呼吁|动员|发动|引导|支持|帮助|指导)|^[本全我该][省市县区]$|每/
  return other.test(noun) || verbAt(noun, 0) >= noun.length || (sending.test(noun) && noun.length > 3)
}

export function clean(text: string): string {
  return text
    .replace(/^[“”]+|^\d{1,3}多?岁(?:高龄)?的/, '')
    .replace(
      /(?:全年|今年|去年|上半年|下半年|全天|每天|每周末?|长期|常年|共|和|与|、|先后|累计|已|还|也|都|各级|主动|积极|带头|牵头|踊跃|自发|联名|分别|个人|[ 的])+$/,
      '',
    )
    .trim()
}
