import { isByline } from './byline.js'
import { onOneLine } from './clean.js'
import { furnitureKind } from './furniture.js'
import { bylineText } from './html-byline.js'
import { countChinese } from './line.js'
import type { Block } from './outline.js'

export interface Headline {
  title: string | null
  /** Index of the block it is printed in; -1 where the page does not print it. */
  index: number
}

const CUT = /\s*(?:\.{2,}|…+)\s*$/

/** The headline as printed on the page: what agrees with the page's own titles, else what stands as one before the body. */
export function headlineOf(
  blocks: Block[],
  documentTitle: string,
  metaTitle: string | null,
  bodyStart: number,
): Headline {
  const named = [metaTitle ?? '', documentTitle].map(onOneLine).filter((title) => title.length >= 2)
  const index = agreeing(blocks, named, bodyStart)
  const found = index >= 0 ? index : nearest(blocks, bodyStart)
  const block = blocks[found]
  const text = block === undefined ? undefined : withoutBadge(block, named)
  if (text === undefined)
    return { title: named[0] === undefined ? null : (metaTitle ?? withoutSite(documentTitle)), index: -1 }
  return { title: fuller(text, [...named.map(withoutSite), ...blocks.map(originalTitle)]), index: found }
}

/** Index of the heading that the page's own titles name; -1 where none does. */
export function namedHeading(blocks: Block[], documentTitle: string, metaTitle: string | null): number {
  const named = [metaTitle ?? '', documentTitle].map(onOneLine).filter((title) => title.length >= 2)
  return agreeing(blocks, named, -Infinity)
}

/** The block that says most of a title of the page, a heading rather than not, near the body rather than far. */
function agreeing(blocks: Block[], named: string[], bodyStart: number): number {
  const keys = named.map(key)
  let best = -1
  let most = 0
  blocks.forEach((block, i) => {
    if (block.text.length > 200 || block.text.length < 4) return
    if (block.linked > block.text.length / 2 && block.heading === 0) return
    if (i > bodyStart + 3 && block.heading === 0) return
    const own = key(block.text)
    const shared = Math.max(...keys.map((title) => agreement(own, title)), 0)
    if (shared === 0) return
    const value =
      shared * 10 + (block.heading > 0 ? 12 - block.heading : 0) + (i <= bodyStart ? 3 : 0) + i / (blocks.length * 2)
    if (value > most) {
      most = value
      best = i
    }
  })
  return best
}

function key(text: string): string {
  return text
    .normalize('NFKC')
    .replace(CUT, '')
    .replace(/[\s"'“”‘’「」]/g, '')
    .toLowerCase()
}

/** Characters that both share from the start on, where that is the whole of one of them and no mere site name. */
function agreement(own: string, title: string): number {
  if (own.length < 4 || title.length < 4) return 0
  const at = title.indexOf(own)
  if (title.length >= 8 && own.length - title.length <= 4 && own.endsWith(title)) return title.length
  if (at === 0 || (at > 0 && own.length >= title.length * 0.5)) return own.length
  return title.length >= 6 && own.startsWith(title) ? title.length : 0
}

/** Where the page's own titles name none of its lines: the most headline-like of those right before the body. */
function nearest(blocks: Block[], bodyStart: number): number {
  let best = -1
  let most = 0
  for (let i = Math.max(0, bodyStart - NEAR); i <= Math.min(bodyStart, blocks.length - 1); i++) {
    const block = blocks[i]
    if (block === undefined || !mayBeHeadline(block)) continue
    const value = Math.min(countChinese(block.text), 10) + (block.marked ? 8 - block.heading : 0) + i / blocks.length
    // Of two lines in a row the first is the headline, the second its subtitle.
    if (value > most + (i === best + 1 ? 1 : 0)) {
      most = value
      best = i
    }
  }
  return best
}

const NEAR = 15

function mayBeHeadline(block: Block): boolean {
  const { text, linked, kind } = block
  if (text.length > 100 || countChinese(text) < 4 || linked * 2 > text.length || kind !== 'text') return false
  return !text.includes('。') && furnitureKind(text) === null && !isByline(bylineText(block))
}

/** `某题_某频道_某网` → `某题`: names of site and channel stand last, after a mark that titles seldom hold. */
function withoutSite(title: string): string {
  let kept = onOneLine(title)
  for (let i = 0; i < 4; i++) {
    const match = /^(.{6,}?)\s*(?:[_|｜丨]|--+|\s[-–—]\s?|[-–—](?=[^-–—]{2,16}$))\s*([^_|｜丨]{1,24})$/u.exec(kept)
    if (match?.[1] === undefined) return kept
    const rest = lastSeparator(kept)
    kept = rest ?? match[1]
  }
  return kept
}

function lastSeparator(title: string): string | null {
  const at = Math.max(...['_', '|', '｜', '丨'].map((mark) => title.lastIndexOf(mark)))
  return at >= 6 ? title.slice(0, at).trim() : null
}

/** The name after the last separator of a page's title: most often the site's. Where the headline stands there, the first. */
export function siteInTitle(title: string, headline: string | null = null): string | null {
  const parts = onOneLine(title).split(/[_|｜丨\-–—]/u)
  // Some sites give all their pages one title: their name.
  if (parts.length === 1 && headline !== null && !agreement(key(title), key(headline)))
    return OWN_NAME.test(title.trim()) ? title.trim() : null
  const [first = '', last = ''] = [parts[0], parts.at(-1)].map((part) => part?.trim())
  const site = headline !== null && key(last) === key(headline) ? first : last
  if (parts.length < 2 || site.length < 2 || site.length > 20 || !/\p{Script=Han}|^[A-Z]/u.test(site)) return null
  return site.replace(/(?:[·•\s]?(?:多媒体)?数字报(?:刊|纸)?|[·•\s]?电子(?:版|报)|[·•\s]?数字版)$/u, '') || site
}

const OWN_NAME = /^[\p{Script=Han}A-Za-z·]{2,14}$/u

const LONGEST_BADGE = 12

/** Sites set 原创, 视频 or a forum's [公告] before a headline, in the same heading; the page's own titles leave it out. */
function withoutBadge({ text, pieces }: Block, named: string[]): string {
  const isTitle = (part: string) => named.some((title) => key(title).startsWith(key(part)))
  if (isTitle(text)) return text
  let end = 0
  for (const piece of pieces.slice(0, -1)) {
    const at = text.indexOf(piece.text, end)
    end = at + piece.text.length
    if (at < 0 || end > LONGEST_BADGE) break
    const rest = text.slice(end).trim()
    if (rest.length >= 4 && isTitle(rest)) return rest
  }
  return text
}

function originalTitle(block: Block): string {
  if (block.text.length > 160 || !block.text.includes('原标题')) return ''
  return /原标题\s*[:：]\s*[《“]?(.{4,120}?)[》”]?[）)】\]]?$/.exec(block.text)?.[1] ?? ''
}

/** The longest of the other titles that goes on where the printed one was cut. */
function fuller(printed: string, others: string[]): string {
  const cut = key(printed)
  let best = printed
  for (const other of others) {
    if (key(other).startsWith(cut) && key(other).length > key(best).length && CUT.test(printed)) best = onOneLine(other)
  }
  return best
}
