import type { DateMention, Span } from '../language/index.js'

/** 2020年, 2019年底, 2018年至2020年: nothing but years. */
export function isWholeYear({ to, from, relative }: DateMention): boolean {
  const bare = relative === undefined && to.year !== null && to.month === null && to.day === null
  return bare && (from === null || from.month === null)
}

/** Where somebody or something began, what a thing is called: 成立于2003年, 2018年成立的, 2008年奥运会. */
const beginning = /(?:[于生]|始建|创立|创建|成立|注册)$/
const named =
  /^(?:[^，。；]{0,4}(?:成立|建成|建立|创[办建立]|出生|毕业|入[党职伍学]|参加工作|退休|开始|注册|上市|起家|诞生|落户|投产|挂牌)|以?前|版(?![面权])|款(?!项)|届|第|[^，。；]{0,4}(?:奥运|冬奥|世界杯|世博|亚运|年会)|新型冠状|普通高等|全国硕士)/
const inName = /[《“〔［(（]$/

/** Whether whole years tell when something was, rather than when it began or what it is called. */
export function isYearTold(plain: string, { start, end }: Span): boolean {
  if (inName.test(plain.slice(Math.max(0, start - 1), start)) && !/^[，,至底末]/.test(plain.slice(end))) return false
  const ahead = plain.slice(Math.max(0, start - 40), start)
  if (ahead.lastIndexOf('《') > ahead.lastIndexOf('》')) return false
  return !beginning.test(plain.slice(Math.max(0, start - 2), start)) && !named.test(plain.slice(end, end + 12))
}

/** Years hold for a number of their own clause; for later clauses only where they are the topic: 2020年，…. */
export function yearHolds(plain: string, { start, end }: Span, at: number): boolean {
  if (/^(?:间|期间|以来|至今)?(?:度|全年)?[，,]/.test(plain.slice(end, end + 6))) return true
  if (at - start >= 160) return false
  const head = /(?:^|[，。；：！？\n“ ])$/.test(plain.slice(Math.max(0, start - 1), start))
  const between = plain.slice(end, at)
  // 2021年全市新增会员300人，培训900人: as the first word of a clause that has figures
  if (
    head &&
    !/[；;]/.test(between) &&
    !/[，,；](?:现|目前|如今)/.test(between) &&
    /^[^，；]*\d[^，；]*[，,]/.test(between)
  )
    return true
  return !/[，,；;]/.test(between) && at - start < 60
}
