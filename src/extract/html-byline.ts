import { authorOf, type Credit, creditsIn, isByline, isDateLine, sourceOf } from './byline.js'
import { clockAlone, datesIn, firstDate, shortDate } from './dates.js'
import { furnitureKind } from './furniture.js'
import { type LooseDate, looseDate } from './loose-dates.js'
import type { Block, Piece } from './outline.js'

export interface Byline {
  date: string | null
  /** A day without its year, or told from the day of reading. */
  loose: LooseDate | null
  source: string | null
  author: string | null
  /** The account that published it, where pages show accounts in the place of outlets. */
  account: string | null
  credits: Credit[]
}

const BARE_LABEL = /^([|｜\s]*)(来源|稿源|作者|记者|编辑|责编|责任编辑)$/
const GLUED = /^(来源|作者)(?![:：\s]|最新|更多|文章|主页|简介|其他|于)([A-Za-z\p{Script=Han}]{2,16})$/u

/** A block's parts as a line that keeps them apart: `2020-01-02   来源：   某报`. */
export function bylineText(block: Block): string {
  return block.pieces.map(({ text }) => text.replace(BARE_LABEL, '$1$2：').replace(GLUED, '$1：$2')).join('   ')
}

/** Time, source and names from blocks near the headline. */
export function readBylines(blocks: Block[]): Byline {
  const near = blocks.filter((block) => block.text.length <= 220 && !block.text.includes('。'))
  const credits = near.flatMap((block) => creditsIn(bylineText(block)))
  const dated = near.filter((block) => datesIn(bylineText(block)).length > 0)
  const person = namedPiece(near, PERSON_NAMES)
  return {
    date:
      dated.map((block) => dateOf(block, near)).find((date) => date !== null) ??
      near.map((block) => shortDate(bylineText(block))).find((date) => date !== null) ??
      null,
    loose: near.map(looseIn).find((date) => date !== null) ?? null,
    source:
      sourceOf(credits) ??
      namedPiece(near, SOURCE_NAMES) ??
      besideDate(dated, [...credits.map(({ value }) => value), ...(person === null ? [] : [person])]) ??
      besideRelativeDay(near) ??
      aloneBefore(near),
    author: personOf(authorOf(credits) ?? person ?? namedPiece(near, AUTHOR_NAMES)),
    account: namedPiece(near, AUTHOR_NAMES),
    credits,
  }
}

/** The date of a block, with the time that may stand on a line of its own below it. */
function dateOf(block: Block, near: Block[]): string | null {
  const date = firstDate(bylineText(block))
  const below = near[near.indexOf(block) + 1]
  return date?.length === 10 && below !== undefined ? date + clockAlone(below.text) : date
}

/** Subtitles speak of days too: without a minute the line must be nothing but a byline. */
function looseIn(block: Block): LooseDate | null {
  const date = looseDate(bylineText(block))
  return date !== null && (date.time !== '' || isByline(bylineText(block))) ? date : null
}

/** True where a block between headline and body belongs to neither. */
export function isBylineBlock(block: Block): boolean {
  if (block.text.includes('。') || block.text.length > 220) return false
  if (furnitureKind(block.text) !== null || isByline(bylineText(block)) || isDateLine(block.text)) return true
  if (clockAlone(block.text) !== '') return true
  if (block.linked >= block.text.length * 0.6) return true
  if (BYLINE_NAMES.test(block.names) && block.text.length <= 60 && !/[，；！？]/.test(block.text)) return true
  const dated = datesIn(bylineText(block)).length > 0 || (looseDate(block.text)?.time ?? '') !== ''
  return block.text.length <= 90 && (dated || (SOURCE_NAMES.test(block.names) && block.text.length <= 30))
}

const BYLINE_NAMES = /(?:^|[\s_-])(?:byline|(?:post|entry|article|news)[-_]?meta(?:data)?|posted-on)(?:$|[\s_-])/i
const SOURCE_NAMES =
  /(?:^|[\s_-])(?:\w*source|sour|(?<!rich_)media(?:-?name)?|nickname|js_name|profileBt|copyfrom|laiyuan|origin|publisher|account|user-?name|from|ly)(?:$|[\s_-])/i
const AUTHOR_NAMES = /(?:^|[\s_-])(?:author(?:-?name)?|user-?link|writer|zuozhe|reporter)(?:$|[\s_-])/i

/** hCard, as blogs mark who wrote: `<span class="author vcard"><a class="url fn n">`. */
const PERSON_NAMES = /(?:^|\s)fn(?:$|\s)/

function namedPiece(blocks: Block[], names: RegExp): string | null {
  for (const block of blocks) {
    const piece = block.pieces.find((each) => names.test(each.names) && isName(each))
    if (piece !== undefined) return piece.text
  }
  return null
}

/** Pages that do not know their author say so in many words. */
export function personOf(name: string | null): string | null {
  return name === null || /^(?:未知|佚名|匿名|网络|网友|小编|admin|原创|转载|本站|综合|不详)|整理$/i.test(name)
    ? null
    : name
}

/** The outlet's name as it stands unlabelled beside the time. */
function besideDate(dated: Block[], others: string[]): string | null {
  const taken = new Set(others)
  for (const block of dated) {
    if (block.text.length > 100) continue
    const piece = block.pieces.find((each) => isName(each) && !taken.has(each.text))
    if (piece !== undefined) return piece.text
    const rest = datesIn(block.text)[0]
    const name = rest === undefined ? '' : (block.text.slice(0, rest.start) + block.text.slice(rest.end)).trim()
    if (isName({ text: name, names: '' }) && !taken.has(name)) return name
  }
  return null
}

const RELATIVE_DAY = /^(?:刚刚|今天|昨天|前天|\d{1,2}\s?(?:分钟|小时|天|周|个月)前|\d{1,2}-\d{1,2}\s\d{1,2}:\d{2})/

/** `原创 某人 某账号 昨天`: the account stands last before the day. */
function besideRelativeDay(near: Block[]): string | null {
  for (const { pieces } of near) {
    const day = pieces.findIndex(({ text }) => RELATIVE_DAY.test(text))
    const piece = pieces.slice(0, Math.max(day, 0)).findLast(isName)
    if (piece !== undefined) return piece.text
  }
  return null
}

/** An account's name on a line of its own, one or two lines above the time. */
function aloneBefore(near: Block[]): string | null {
  const time = /\d{1,2}[-/月]\d{1,2}.{0,6}\d{1,2}[:：]\d{2}/
  const dated = near.findIndex(({ text }) => text.length <= 60 && time.test(text))
  const above = near.slice(Math.max(0, dated - 2), Math.max(0, dated)).reverse()
  return (
    above.find((block) => block.linked * 2 <= block.text.length && isName({ text: block.text, names: '' }))?.text ??
    null
  )
}

const NOT_NAME =
  /设为|加入|登录|注册|联系|站长|时间|日期|^发布|发布[于时日]|发表|更新|阅读|浏览|点击|评论|字号|字体|分享|打印|收藏|举报|关注|订阅|原创|来源|编辑|作者|记者|人气|次$|查看|大\s*中\s*小|首页|正文|今天|昨天|前天|小时前|分钟前|[:：，。！？>＞«»“”\d]/

/** Those inside a body who put texts on its page: neither outlet nor person. */
const DESK = /^(?:由\s?)?(?:宣传[组部科处股]|编辑部|办公室|综合[科股]|信息员|管理员|站长)(?:\s?发布)?$/

function isName({ text }: Piece): boolean {
  return (
    !DESK.test(text) &&
    text.length >= 2 &&
    text.length <= 20 &&
    /\p{Script=Han}|^[A-Z][A-Za-z]{2}/u.test(text) &&
    !/^(?:Logo|APP|VIP|QQ)$/i.test(text) &&
    !NOT_NAME.test(text) &&
    furnitureKind(text) === null
  )
}
