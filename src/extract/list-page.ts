import { isProse, type Line } from './line.js'

const LEAST_TEASERS = 3
const LEAST_LONG = 30
/** `……`, `[详细]`, `查看全文>>`: the text goes on on another page. */
const CUT =
  /(?:…+|\.{3,})$|(?:(?:…|\.{3}|。|^)\s*[[【(（]?|[[【(（])\s*(?:详细|详情|查看详情|阅读全文|查看全文|全文|更多|查看更多|了解更多|继续阅读)\s*[\]】)）]?\s*[>＞»›]*$/

/** A page that leads to articles and is none: what is left of it are links, or the beginnings of several articles. */
export function isListPage(lines: Line[]): boolean {
  const prose = lines.filter(({ text }) => isProse(text))
  if (prose.length === 0) return lines.some(isLink) && lines.every((line) => isLink(line) || line.text.length <= 12)
  const long = lines.filter(({ text }) => text.length >= LEAST_LONG || isProse(text))
  const teasers = long.filter(({ text }) => CUT.test(text.slice(-16)))
  return teasers.length >= LEAST_TEASERS && teasers.length * 3 >= long.length * 2
}

/** Dates beside a headline are no part of it. */
function isLink({ linked, text }: Line): boolean {
  return linked > 0 && linked * 2 >= text.replace(/[\d\-/.:年月日\s[\]()（）【】]/g, '').length
}
