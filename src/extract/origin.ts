import type { Article, Origin } from '../model/index.js'
import type { Credit } from './byline.js'

const REPRINTED = /^(?:转载自|转自|原载|转载来源|原文来源)$/
const SOURCE = /^(?:文章|信息|稿件|新闻|本文|内容)?来源于?$|^稿源$/
const TITLE = /^[（(【[]?\s*(?:本文)?原标题\s*[:：]\s*(.{4,120}?)[）)】\]]?$/
const LINK = /^[（(【[]?\s*(?:原文|本文|文章)(?:链接|地址|网址)\s*[:：]\s*(https?:\/\/[^\s）)】\]]{4,500})/

/** Where a reprint was first printed: 转自, 原标题, 原文链接, or a 来源 that is not the site itself; null for no reprint. */
export function originOf(article: Article, credits: Credit[], site: string | null): Origin | null {
  const lines = [...article.removed.map(({ text }) => text), ...article.text.split('\n', 3)].filter(
    (text) => text.length <= 600,
  )
  const first = (pattern: RegExp) => lines.map((text) => pattern.exec(text)?.[1]).find((found) => found !== undefined)
  const title =
    first(TITLE)
      ?.trim()
      .replace(/^《(.+)》$|^“([^”]+)”$/, '$1$2') ?? null
  const origin = {
    publisher: credits.find(({ label }) => REPRINTED.test(label))?.value ?? otherThan(site, credits),
    title: title === null || title === article.title.zh ? null : title,
    url: first(LINK) ?? null,
  }
  return origin.publisher === null && origin.title === null && origin.url === null ? null : origin
}

/** 东篱网 and 东篱网-地方频道 are one. */
function otherThan(site: string | null, credits: Credit[]): string | null {
  const source = credits.find(({ label }) => SOURCE.test(label))?.value
  if (
    site === null ||
    !/\p{Script=Han}/u.test(site) ||
    source === undefined ||
    source.length > 30 ||
    /^(?:本站|本网|原创|网络|综合)/.test(source)
  )
    return null
  const [a, b] = [site, source].map((name) => name.replace(/[\s·\-—_]/g, ''))
  return a === undefined || b === undefined || a.includes(b) || b.includes(a) ? null : source
}

/** An absolute web address, from what the page calls its own; null where it has none. */
export function addressOf(given: string, base: string): string | null {
  const named = given.startsWith('//') ? `https:${given}` : given
  for (const [address, start] of [
    [named, isWeb(base) ? base : undefined],
    [base, undefined],
  ] as const) {
    if (address === '' || !(isWeb(address) || start !== undefined) || !URL.canParse(address, start)) continue
    const url = new URL(address, start)
    if (isWeb(url.href)) return url.href
  }
  return null
}

function isWeb(address: string): boolean {
  return /^https?:\/\//i.test(address)
}
