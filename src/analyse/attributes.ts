import type { Item } from './item.js'
import type { Mention } from './reading.js'

/** Words that only say which of them are meant and never stand for the thing itself: 其中[原创]38条, [省级]80万元. */
const attribute =
  /^(?:(?:国家|部|[省市县区州乡镇村校院厅局])级|[一二三四五甲乙丙特]等|[一二三甲乙]类|[高中初]级|[大中小微]型|原创|线[上下]|公办|民办|公立|私立|国产|新增|新建|改建|扩建|重点|一般|重大|优秀|良好|合格|不合格|本[省市县区级地]|外[省市县地]|境[内外]|海外|室[内外]|专职|兼职|全职|在职|离退休|城镇|农村|普通|定向|非定向)$/

/** 发布信息126条，其中[原创]38条: the attribute with the noun of what it is a part of; other nouns as they are. */
export function withHead(
  noun: string | undefined,
  { quantity, sentence, index }: Mention,
  items: Map<Mention, Item>,
): string | undefined {
  if (noun === undefined || !attribute.test(noun)) return noun
  const whole = sentence.mentions
    .slice(0, index)
    .find((other) => other.figure && other.quantity.unit === quantity.unit && other.quantity.value > quantity.value)
  const head = whole && items.get(whole)?.zh
  if (head === undefined || head === '' || attribute.test(head)) return noun
  return head.startsWith(noun) ? head : noun + head
}
