import {
  endsAsOrganisation,
  endsAsPerson,
  findOrganisations,
  findPersons,
  isAction,
  isParty,
  phraseEnds,
  shortVerbAt,
  startsNounPhrase,
  verbAt,
  verbBeginsAt,
} from '../language/index.js'

export const opening =
  /^(?:目前|据悉|此外|同时|另外|随后|近日|日前|其中|截至目前|截至|截止|为此|期间|连日来|[\u4e00-\u9fff]{2,4}发生[以之]?[后来]|[\u4e00-\u9fff]{2}期间|[一二三四五六七八九]是|但是?|并|而|由|另有|还有|也|又)+[，,]?/

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

/** 协会31名[会员]捐款, 由14名[心理咨询师]轮流接听: those counted did what follows. */
function countedDoer(text: string): string | undefined {
  const counted = /^([^\d，]{0,16}?)(?:\d[\d.,]*|[一二两三四五六七八九十百千]+)[万千百余多]*[名位家]/.exec(text)
  if (!counted) return undefined
  const whose = (counted[1] ?? '').replace(/(?:的|所属|下属|所辖)$/, '')
  if (whose !== '' && !isParty(whose)) return undefined
  return leadingParty(text.slice(counted[0].length))
}

/** 联合市教育局: a clause that begins with whom it was done together with. */
const together = /^(?:联合|会同|联手|携手|协同|配合)(?!会|体|国|社|党)/

/** Whoever a clause tells of; `clause` up to where it ends or a number stands. */
export function subjectOf(clause: string): string | null {
  const off = opening.exec(clause)?.[0].length ?? 0
  let text = clause.slice(off)
  // with others does whoever was named before
  if (together.test(text)) return null
  const told = leadingPerson(text) ?? leadingList(text)
  if (told) return told
  let pointing = ''
  for (let first = phraseEnds(text)[0]; first?.start === 0; first = phraseEnds(text)[0]) {
    // a clause that begins with its verb tells of the subject before it
    if (first.preposition || isAction(text.slice(0, first.end))) return null
    if (text.startsWith('该')) pointing = '该'
    else if (/^[这那]$/.test(text.slice(0, first.end))) return null
    text = text.slice(first.end)
  }
  const boundary = phraseEnds(text).find(({ start }) => start > 0)
  // 机构包括: what follows is what it is made of
  if (boundary && /^(?:包括|包含)$/.test(text.slice(boundary.start, boundary.end))) return null
  // 服务站96个[全部开放]: counted, and of the deed behind
  const whole = text.slice(0, boundary?.start ?? 0).replace(/(?<=^[^\d，]{2,16})\d[\d.]*[万余多]*[个支所家座名位]$/, '')
  const noun = clean(beforeSending(countedParty(whole) ?? whole))
  if (noun.length >= 2 - pointing.length && noun.length <= 24 && isNamed(pointing + noun)) return pointing + noun
  const party = leadingParty(text) ?? countedDoer(text)
  return party === undefined ? null : pointing + party
}

/** 退休教师[孙玉芬]将积蓄, 在外地务工的[青年张一凡]: a person whom the clause begins with, with post or description. */
export function leadingPerson(text: string): string | undefined {
  const first = findPersons(text.slice(0, 40))[0]
  if (!first) return undefined
  const from = first.start - (first.role?.length ?? 0)
  const end = first.start + first.name.length
  const ahead = text.slice(0, from)
  if (ahead !== '' && !/^[^，。；：\d]{2,12}的$/.test(ahead)) return undefined
  return /^[的、和与及]/.test(text.slice(end)) ? undefined : text.slice(from, end)
}

/** 江南集团、云岭银行等[12家]企业: a list of names closed by what they are; of more than two only the first two are told. */
function leadingList(text: string): string | undefined {
  const list =
    /^((?:[^，。；：、\d]{2,18}、){1,20}[^，。；：、\d]{2,18}?)等(?:\d+多?[家个所名位])?([\u4e00-\u9fff]{2,8})/u.exec(
      text,
    )
  const [, names = '', rest = ''] = list ?? []
  const kind = [...rest]
    .map((_, i) => rest.slice(0, i + 1))
    .find((noun) => noun.length > 1 && (isParty(noun) || /^(?:省份|城市|地区|高校|平台)$/.test(noun)))
  if (kind === undefined || kind.length > 5 || phraseEnds(names + kind).length > 0) return undefined
  const first = names.split('、')
  return `${(names.length > 30 ? first.slice(0, 2) : first).join('、')}等${kind}`
}

/** Whoever is only asked, quoted or reporting did nothing: 记者看到, 据主任李明介绍, 负责人表示. */
export function isSpeech(clause: string): boolean {
  return (
    /(?:介绍|表示|[^听传]说|指出|透露|告诉(?:记者|笔者)?|坦言|[^名简统俗号职]称|强调|回忆|感慨|看到|了解到?|获悉|悉|得知|显示|表明)(?:道|：)?$/u.test(
      clause,
    ) || /^(?:据(?!点|守)|[^，]{0,12}记者)/u.test(clause)
  )
}

/**
 * The name that is meant: of 该社区 the last body before that is called so, of 该行员工 the staff; undefined where 该
 * points to nobody named.
 */
export function named(plain: string, at: number, noun: string): string | undefined {
  const whose = /^该(.+)$/u.exec(noun)?.[1]
  if (whose === undefined) return noun
  if (endsAsPerson(whose)) {
    return /^(?:行|集团|公司|[支大中]队|局|校|院|会|镇|乡|村|县|区|市|社区|街道)(.{2,})$/u.exec(whose)?.[1] ?? whose
  }
  return findOrganisations(plain.slice(Math.max(0, at - 600), at)).findLast(({ text }) => text.endsWith(whose))?.text
}

const strongEnd =
  /(?:系统|单位|企业|机关|部门|机构|队伍|小组|中心|各界|社团|团体|两委”?|共青团|财政|..[队团馆院局厅委部站校社])$/

/**
 * 县文化馆[送戏下乡]: somebody whom the clause begins with, where no known verb tells the end: up to the last end of a name
 * that a verb follows. What is only said by somebody (数据显示) or belongs to it (的, 人数) names nobody who did it.
 */
export function leadingParty(clause: string): string | undefined {
  const text = clause.replace(timed, '$1')
  const person = leadingPerson(text)
  if (person) return text.startsWith('一行', person.length) ? `${person}一行` : person
  if (verbBeginsAt(text, 0) || !startsNounPhrase(text)) return undefined
  const limit = Math.min(text.search(/[\d，\s：]|$/), 24, phraseEnds(text)[0]?.start ?? 24)
  let found: string | undefined
  for (let i = 2; i <= limit; i++) {
    const name = text.slice(0, i)
    const act = actAt(text, i)
    if (act === null) continue
    const body = strongEnd.test(name) || firm.test(name) || (i > 2 && endsAsOrganisation(name))
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
const acting =
  /^(?:(?:先后|累计|共|立即|迅速|连夜|提前|积极|主动|自费|自发|自愿|轮流|统一|集中|已|还|又|拿)[\u4e00-\u9fff]|分(?:别|头|赴|\d))/

/** 省委会[组织专家]赴: a name ends before the verb that has others as its object; 基层组织, 各级组织和党员 are nouns. */
export function beforeSending(noun: string): string {
  for (let i = 2; i < noun.length - 1; i++) {
    const verb = sending.exec(noun.slice(i))?.[0]
    if (!verb || !isParty(noun.slice(0, i)) || /^[和与及、的]/.test(noun.slice(i + verb.length))) continue
    if (
      verb !== '组织' ||
      i + verb.length < noun.length ||
      !/(?:级|基层|[党团]|工会|妇联|社会)$/.test(noun.slice(0, i))
    )
      return noun.slice(0, i)
  }
  return noun
}

/** 书记带头[组织]单位: a verb inside that is no part of the name. */
export function holdsVerb(noun: string): boolean {
  for (let i = 1; i < noun.length - 2; i++) if (verbAt(noun, i) > 1 && isParty(clean(noun.slice(0, i)))) return true
  return false
}

/** True where a noun phrase names somebody who can have done something. */
export function isNamed(noun: string): boolean {
  return !excluded(noun) && (isParty(noun) || firm.test(noun))
}

/** 会员企业[青岚纺织]: a firm called by its short name behind what it is. */
const firm =
  /^[\u4e00-\u9fff]{0,6}(?:企业|公司|单位)[\u4e00-\u9fff]{1,5}(?:纺织|建材|食品|科技|实业|置业|地产|建工|钢铁|电力|能源|物流|餐饮|酒店|传媒|股份|控股|医疗|医药|生物|电子|重工|机械|化工|服饰|服装|家居|家具|汽车|文旅|农业|商贸|商城|百货|环保|水泥|造纸|制药|乳业|酒业|粮油|航空|通信|网络)$/

function excluded(noun: string): boolean {
  const other =
    /[\d《》（）]|^[对向为将把从在给因以与和及由被的]|^(?:已|已经|正|正在)?组织$|^已|^(?:这|那|每|一|各(?=[\d项种类样个自得]))|^(?:配合|会同|联合|协同|围绕|结合|针对|倡议|号召|鼓励|呼吁|动员|发动|引导|支持|帮助|指导)|^[本全我该][省市县区]$|每|(?:辖区|境内|区域内)$|^(?:家|所|个|位)(?:合作社|企业|公司|平台|医院|学校)|(?<![党团会联级层众]|社会|专业|行业|国际|公益)组织$|的(?:区县|地区|省份|县区)$/
  const verb = phraseEnds(noun)[0]
  const begins = verb?.start === 0 && verb.end > 1
  return other.test(noun) || begins || verbAt(noun, 0) >= noun.length || (sending.test(noun) && noun.length > 3)
}

export function clean(text: string): string {
  return text
    .replace(/^[“”]+|^\d{1,3}多?岁(?:高龄)?的/, '')
    .replace(
      /(?:全年|今年|去年|上半年|下半年|全天|每天|每周末?|长期|常年|共|和|与|、|先后|累计|已|还|也|都|各级|主动|积极|带头|牵头|踊跃|自发|自愿|自费|义务|纷纷|慷慨|共同|联合|无偿|联名|分别|挨家挨户|逐户|逐一|冒雨|冒雪|连夜|火速|第一时间|携手|所属|下属|所辖|个人|人均|人人|[ 的])+$/,
      '',
    )
    .replace(/(?<=[\u4e00-\u9fff]{2})们$/, '')
    .trim()
}
