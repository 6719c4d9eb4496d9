import type { Lens } from '../model/index.js'

/** The verbs by which a lens and the language tell who gives and who gets, as patterns; made once for each lens. */
export interface Giving {
  /** 由县红十字会[筹集]: the object of 由. */
  by: RegExp
  /** 收到[会员]捐赠: behind a verb of receiving, the giver and the verb. */
  given: RegExp
  /** [江州]援助的: whoever gave what the clause begins with. */
  lender: RegExp
  /** What a sum of money is called where only its giving is told, behind whoever gives it. */
  sum: RegExp | null
  /** A verb of giving right behind a sum. */
  after: RegExp
  /** The beginning of a clause that hands over what was told before: 全部[交由], 分别[送到]. */
  handing: RegExp
  /** What stands before whoever gets something. */
  to: RegExp
  /** Where the name of whoever gets something ends. */
  toEnd: RegExp
  /** Ends of words for those who get without being a body, a person or a place. */
  receiver: RegExp | null
}

const ready = new WeakMap<Lens, Giving>()

export function givingOf(lens: Lens): Giving {
  let giving = ready.get(lens)
  if (!giving) {
    giving = compile(lens.giving)
    ready.set(lens, giving)
  }
  return giving
}

function compile({ verbs, to, sums, receivers }: Lens['giving']): Giving {
  const before =
    '(?<![方走面倾动志意定导朝流])向(?!东(?![部西南北])|阳|前|荣)|(?<![补供配给])给(?!予)|(?<![作成认因以称视均约分折价改更行极较评调升降转划换选列定设用])为|(?<=[银支分]行)为|(?<![点一面结针绝反相应校核比派])对(?!口|接|象|比|于|策|联)'
  const sending = `(?:${any(verbs, '送 运 发 寄 转 交 拨 配送 发放 分发 运送 投放 拨付 移交 转交 派送 分配 提供 调拨 转运 输送')})+`
  return {
    by: new RegExp(
      `由([^，。；、\\d]{2,16}?)(?=${any(verbs, '组织 发起 提供 筹 承担 采购 生产 支援 援助 调拨 拨付 下拨 派出 选派')})`,
    ),
    given: new RegExp(
      `^([^，。；\\d]{0,24}?)(?:${any(verbs, '发放 下拨 拨付 调拨 提供 支援 援助 资助 送来 寄来 转来 汇来 运来 交来 减免 奖励 补助 救助')})`,
    ),
    lender: new RegExp(
      `^由?(?!其中)(?!.{0,6}(?:收到|接收|接受|获))([^，。；\\d向给为对从]{2,14}?)(?:${any(verbs, '援助 提供 支援 调拨 下拨')})[^，。；的\\d]{0,1}的[^，。；]*$`,
    ),
    sum: sums.length === 0 ? null : new RegExp(`^.{2,}?(${any(sums, '')})$`),
    after: new RegExp(`^(?:全部|都|已|被)?((?:${any(verbs, '奖励 补助 资助 支持 救助')})+[献给送]?)`),
    handing: new RegExp(
      `^(?:并|全部|分别|已经?|均|都|也|统一|随后|随即|第一时间|连夜|紧急|无偿|免费|及时|陆续|先后|定向|专程|将其|将)*(?:${sending}(?:到|往|至|给|抵|由|予)|供应)`,
    ),
    to: new RegExp(`(?:${sending}(?:到|往|至|给|抵|达|予)了?|${any(to, '转交 驰援 支援')}|${before})`, 'g'),
    toEnd: new RegExp(`${any(verbs, '送 提供 供给 发放 免费 无偿')}|[\\d，]|进行`),
    receiver: receivers.length === 0 ? null : new RegExp(`(?:${any(receivers, '')})$`),
  }
}

/** The words as alternatives, longer ones first. */
function any(words: readonly string[], more: string): string {
  return [...words, ...more.split(' ')]
    .filter((word) => word !== '')
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replaceAll(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`))
    .join('|')
}
