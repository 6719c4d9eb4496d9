import { isPlace, phraseEnds } from '../language/index.js'
import type { Mention, Reading } from './reading.js'

const agent =
  /(?:妇联|系统|党员|会员|干部|职工|企业家|志愿者|委员会|委会|公司|集团|企业|医院|银行|大学|学院|学校|协会|商会|基金会|红十字会|工会|侨联|工商联|团委|党委|支部|政府|街道|社区|局|厅|部门|海关|中心|队|组|组织|侨领|侨胞|群众|居民|村民|市民|人士|医护人员|医务人员|部|办公室|办公厅|办公室|中央|领导|领导人|省|市|县|区|村|镇|社|院|[省市县区]委)$/
const opening =
  /^(?:目前|据悉|此外|同时|另外|随后|近日|日前|其中|截至目前|截至|截止|为此|期间|连日来|[\u4e00-\u9fff]{2,4}发生[以之]?[后来]|[\u4e00-\u9fff]{2}期间|[一二三四五六七八九]是|并|而|在|由|另有|还|也|又)+[，,]?/

const adopted =
  /^(?:分别|均|都|已)?被([^，。；]{2,24}?)(?:《[^》]*》|专报件?|内参|简报)?(?:采用|采纳|批示|转载|转发|报道|录用|收录|刊登|刊发|评为|授予)/

/** Who did what a number counts, where the sentence names somebody: the agent after 被 or 由, else the subject. */
export function actorOf({ plain }: Reading, { quantity, clause, sentence }: Mention): string | null {
  const after = plain.slice(quantity.end, quantity.end + 30)
  const passive = adopted.exec(after)?.[1]
  if (passive) return clean(passive)
  const by = /[由]([^，。；、\d]{2,16})(?=捐|组织|发起|提供|筹集|承担)/.exec(
    plain.slice(clause.start, quantity.start),
  )?.[1]
  if (by) return clean(by)
  const at = sentence.clauses.indexOf(clause)
  for (const span of sentence.clauses.slice(Math.max(0, at - 5), at + 1).reverse()) {
    const found = subjectOf(plain.slice(span.start, Math.min(span.end, quantity.start, span.start + 60)))
    if (found) return found
  }
  return null
}

function subjectOf(clause: string): string | null {
  const off = opening.exec(clause)?.[0].length ?? 0
  const text = clause.slice(off)
  const boundary = phraseEnds(text).find(({ start }) => start > 0)
  const noun = clean(text.slice(0, boundary?.start ?? 0))
  if (
    noun.length < 2 ||
    noun.length > 24 ||
    /[\d《》（）]|^[对向为将把从在给因以与和及]|^(?:已|已经|正|正在)?组织$|^已|^(?:这|那|该|每|各|一)|^[本全我该][省市县区]$/.test(
      noun,
    )
  )
    return null
  return agent.test(noun) || isPlace(noun) ? noun : null
}

function clean(text: string): string {
  return text
    .replace(/^[“”]+/, '')
    .replace(/(?:共|和|与|、|先后|累计|已|还|也|都|各级|主动|积极|带头|踊跃|自发|[ 的])+$/, '')
    .trim()
}

const to = /(?:捐赠给|捐给|赠给|送给|发放给|赠予|送往|发往|运往|驰援|支援|向|给|为|对)/g

/** To whom: the object of 向, 给, 为 … in the clause of the number. */
export function recipientOf({ plain }: Reading, { clause, quantity }: Mention): string | null {
  const text = plain.slice(Math.max(clause.start, quantity.start - 100), Math.min(clause.end, quantity.end + 60))
  for (const match of text.matchAll(to)) {
    const rest = text.slice(match.index + match[0].length, match.index + match[0].length + 26)
    const boundary = phraseEnds(rest).find(({ start }) => start > 1)
    const verb = rest.search(/捐|赠|募|送|提供|供给|发放|[\d，]|进行/)
    const end = Math.min(boundary?.start ?? rest.length, verb < 0 ? rest.length : verb)
    const noun =
      rest
        .slice(0, end)
        .replace(/(?:和|与|免费|无偿|先后|累计|共|定向|紧急|，.*)$/, '')
        .split('的')
        .at(-1) ?? ''
    if (/^[本全我该][省市县区国]$/.test(noun)) continue
    if (noun.length >= 2 && noun.length <= 16 && (agent.test(noun) || isPlace(noun) || /[、和]/.test(noun))) return noun
  }
  return null
}
