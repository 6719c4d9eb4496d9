import type { Organisation } from '../model/index.js'
import { Lexicon } from './lexicon.js'
import { province } from './places.js'
import type { Span } from './segments.js'
import { phraseEnds } from './words.js'

type OrganisationKind = Organisation['kind']

/** What the last characters of an organisation's name tell of its kind; longer endings first. */
const endings: [OrganisationKind, string][] = [
  [
    'massOrganisation',
    '妇女联合会 妇联系统 妇联 总工会 工会 共青团委 团委 团省委 团市委 侨联 归国华侨联合会 工商联 工商业联合会 文联 科协 残联 残疾人联合会 台联 青联 学联',
  ],
  ['charity', '红十字会 慈善总会 慈善会 慈善协会 慈善基金会 基金会 志愿者协会'],
  [
    'party',
    '省委会 市委会 区委会 县委会 州委会 民革 民盟 民建 民进 农工党 致公党 九三学社 台盟 省委 市委 县委 区委 州委 党委 党组 党工委 工委 党总支 党支部 纪委 组织部 宣传部 统战部 政法委 支社 总支',
  ],
  ['hospital', '人民医院 中医院 医院 卫生院 卫生服务中心 疾控中心 疾病预防控制中心 妇幼保健院 血站'],
  ['school', '大学 学院 中学 小学 幼儿园 学校 党校 职校'],
  ['military', '支队 大队 总队 武警 部队 军区 消防救援支队'],
  ['company', '有限责任公司 股份有限公司 有限公司 集团公司 公司 集团 银行 支行 分行 药业 超市 工厂 合作社'],
  ['media', '日报社 日报 晚报 电视台 广播电台 新闻网 融媒体中心 通讯社'],
  ['community', '居委会 村委会 居民委员会 村民委员会 社区 街道办事处 街道办 街道'],
  [
    'government',
    '人民政府 政府 财政部 商务部 公安部 民政部 教育部 农业农村部 交通运输部 工信部 工业和信息化部 人社部 人力资源社会保障部 科技部 外交部 司法部 生态环境部 住建部 水利部 文化和旅游部 应急管理部 自然资源部 国务院 委员会 卫健委 发改委 国资委 经信委 教委 办公室 办公厅 海关 法院 检察院 公安局 税务局 管理局 监管局 管委会 服务中心 指挥部 人大常委会 人大 政协 派出所 局 厅',
  ],
  [
    'other',
    '文化馆 博物馆 图书馆 纪念馆 美术馆 科技馆 体育馆 少年宫 敬老院 养老院 福利院 法律援助中心 救助站 工作站 校友会 读书会 协会 商会 学会 联合会 研究院 研究所 促进会 研究会 同乡会 联谊会 总会 分会',
  ],
]
const kindOf = new Map(
  endings.flatMap(([kind, words]) => words.split(' ').map((word): [string, OrganisationKind] => [word, kind])),
)
const endingWords = new Lexicon(kindOf.keys())
/** After these characters an ending is only the beginning of a longer word: 政协委员, 省委书记, 社区工作者. */
const longer =
  /^(?:员|书记|主席|主任|委员|部长|领导|局长|成员|干部职|工作者|干警|出入口|医院|网|报|台|群众|居民|门店|矫正|防控|防线|联防|大门)/

/** What may follow the name of a larger body in one name. */
const joins = /办公[室厅]|[织传战]部|政法委|党[委组]|支部|纪委|委员会|工委|[支分]行|分会|团委|工会|支队|大队|中心|局$/

/** Common nouns that end like a name: 大局, 餐厅, 大中小学. */
const commonNoun =
  /^(?:[大格布全结开定破僵变时战]局|[客餐大门展歌舞]厅|[大小中]公司|[同数科哲文医力化大升入开上放停复留]学|[本该各两我]院|[大总]部队|[上基]街道|业银行)$/

const lengths = [...new Set([...kindOf.keys()].map((word) => word.length))]
const lastCharacters = new Set([...kindOf.keys()].map((word) => word.charAt(word.length - 1)))

/** True where a noun phrase ends like the name of an organisation, or is such a word: 县红十字会, 公司. */
export function endsAsOrganisation(text: string): boolean {
  return lastCharacters.has(text.charAt(text.length - 1)) && lengths.some((length) => kindOf.has(text.slice(-length)))
}

export interface OrganisationMention extends Span {
  text: string
  kind: OrganisationKind
}

const stops = new Set('，。；、：！？,;:!?（）()【】[]…\n|/—“”‘’《》 ·0123456789')

/** Names of organisations in a normalised text, by how they end and what stands before; without those of one word only. */
export function findOrganisations(text: string): OrganisationMention[] {
  const found: OrganisationMention[] = []
  for (let at = 0; at < text.length; ) {
    const ending = endingWords.at(text, at)
    if (ending !== undefined && !isOtherWord(text, at, ending)) addName(found, text, at, ending)
    at += ending?.length ?? 1
  }
  return found
}

function isOtherWord(text: string, at: number, ending: string): boolean {
  const end = at + ending.length
  if (longer.test(text.slice(end, end + 3)) && !/妇联|公司|集团/.test(ending)) return true
  return /^[副正]?局长/.test(text.slice(at - 1, end + 1)) || commonNoun.test(text.slice(Math.max(0, at - 1), end))
}

function addName(found: OrganisationMention[], text: string, at: number, ending: string): void {
  const last = found.at(-1)
  const start = nameStart(text, at, last?.end ?? 0)
  const end = at + ending.length
  const kind = kindOf.get(ending) ?? 'other'
  if (last && last.end === start && joins.test(ending)) {
    // 中共福建省委 + 办公厅: one name
    last.end = end
    last.text = text.slice(last.start, end)
    last.kind = kind
  } else if (start < at && end - start >= 4) {
    found.push({ start, end, text: text.slice(start, end), kind })
  }
}

function nameStart(text: string, at: number, from: number): number {
  let start = at
  while (start > from && at - start < 20 && !stops.has(text[start - 1] ?? '')) start--
  const ahead = text.slice(start, at)
  const boundary = phraseEnds(ahead).findLast(({ end, start: begin }) => !/^[会可]$/.test(ahead.slice(begin, end)))
  let begin = start + (boundary?.end ?? 0)
  while (begin < at && /[.．]/.test(text[begin] ?? '')) begin++
  const joined = /^(?:.*(?:联合|[的和与及]|以及|组织|全体))/.exec(text.slice(begin, at))
  if (joined) begin += joined[0].length
  while (begin < at && /[日月年]/.test(text[begin] ?? '') && /\d/.test(text[begin - 1] ?? '')) begin++
  return begin
}

/** The place in an organisation's name: 铜仁市, 福建省; null where it names none. */
export function placeOf(name: string): string | null {
  const inner = name.replace(
    /^(?:中共|共青团|民革|民盟|民建|民进|农工党|致公党|九三学社|台盟|中国[\u4e00-\u9fff]{0,6}?(?:党|盟|会))/,
    '',
  )
  const short = new RegExp(`^(?:${province})(?![省市县区州])`).exec(inner)
  if (short) return short[0]
  return /^(?:[\u4e00-\u9fff]{2,7}?(?:自治区|自治州|自治县|省|市|县|区|州|旗|镇|乡))+/.exec(inner)?.[0] ?? null
}
