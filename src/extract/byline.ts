import { datesIn } from './dates.js'
import { looseDate } from './loose-dates.js'

/** What a byline or a credits block says. */
export interface Credit {
  label: string
  value: string
}

/** Labels that name who made, checked or first printed the article. The longer stands before the shorter. */
const CREDIT_LABELS = (
  '来源于 文章来源 信息来源 稿件来源 新闻来源 本文来源 内容来源 素材来源 资料来源 原文来源 ' +
  '转载来源 转载自 转自 原载 图片来源 图文来源 来源 來源 稿源 文章作者 本文作者 作者 撰文 采写 采访 文案 撰稿 ' +
  '供稿 记者 記者 通讯员 特约记者 实习记者 文字 图文 文图 图片 摄影 摄像 图 责任编辑 ' +
  '值班编辑 本期编辑 实习编辑 网络编辑 新媒体编辑 视觉编辑 编辑 編輯 责编 責編 主编 副主编 ' +
  '总编 编审 编校 审核 审校 审签 审稿 初审 复审 终审 一审 二审 三审 校对 校审 监制 出品人 ' +
  '总监制 出品 制作 排版 美编 设计 策划 统筹 整理 汇编 剪辑 视频 编导 签发 发布单位 ' +
  '发布机构 发布部门 发布者 发布人 发文机关 文章录入 信息录入 录入 供图 投稿 文'
).split(' ')

/** Labels whose values are of no use to a reader of the article but end the value before them. */
const OTHER_LABELS = (
  '打印时间 打印日期 下载时间 采集时间 网址 链接 发布时间 发布日期 发表时间 发表于 发布于 更新时间 时间 日期 浏览次数 浏览量 浏览 点击次数 ' +
  '点击量 点击数 点击 阅读次数 阅读量 阅读 访问量 访问次数 人气 字号 字体大小 字体 字数 评论 ' +
  '分享到 分享 标签 关键词 关键字 打印 收藏 我要纠错 扫一扫'
).split(' ')

const SEPARATOR = '\\s{0,4}[:：丨|｜︱┃/／]\\s{0,4}'
const LABEL = new RegExp(
  `(?<![\\p{Script=Han}])(?:[【\\[（(]\\s{0,2})?(?:(${CREDIT_LABELS.map(spaced).join('|')})${SEPARATOR}|(${OTHER_LABELS.map(spaced).join('|')})(?:${SEPARATOR}|(?=\\s|$|\\d)))`,
  'gu',
)
const EDGE = /^[\s:：|丨｜┃︱·•,，;；\-—【】[\]（）()<>]+|[\s:：|丨｜┃︱·•,，;；\-—【】[\]（）(<>]+$/g

/** Labels are often printed with a space inside to fill the column: 编 辑. */
function spaced(label: string): string {
  return label.length === 2 ? `${label[0]}\\s{0,2}${label[1]}` : label
}

/** Labelled values of a line, in order: `来源：A 作者：B`. Dates and counters between them are left out. */
export function creditsIn(text: string): Credit[] {
  if (text.length > 400) return []
  const labels = [...text.matchAll(LABEL)]
  const credits: Credit[] = []
  labels.forEach((match, i) => {
    const label = match[1]?.replace(/\s/g, '')
    if (label === undefined) return
    const value = creditValue(text.slice(match.index + match[0].length, labels[i + 1]?.index ?? text.length))
    if (value !== '' && value.length <= 80) credits.push({ label, value })
  })
  return credits
}

function creditValue(raw: string): string {
  const date = datesIn(raw)[0]
  const kept = (date === undefined ? raw : raw.slice(0, date.start) || raw.slice(date.end)).replace(EDGE, '')
  // Three spaces and more part columns of the byline.
  return balanced((kept.split(/\s{3,}/)[0] ?? '').replace(EDGE, ''))
}

/** Half a pair of brackets belongs to the byline around the value: a closing one goes, an opening one is closed. */
function balanced(value: string): string {
  if (/[）)]$/.test(value) && !/[（(]/.test(value)) return value.slice(0, -1).trimEnd()
  const open = Math.max(value.lastIndexOf('（'), value.lastIndexOf('('))
  return open > 0 && !/[）)]/.test(value.slice(open)) ? `${value}${value[open] === '（' ? '）' : ')'}` : value
}

/** `【纠错】` before the names. */
const BUTTON = /^\s*[【[](?:我要)?(?:纠错|打印|收藏|分享|关闭)[】\]]\s*/

/** True where a line is nothing but labelled values, a date, counters: a byline or a line of a credits block. */
export function isByline(line: string): boolean {
  const text = line.replace(BUTTON, '')
  if (text.length > 200 || text.includes('。')) return false
  if (isDateLine(text)) return true
  const first = text.search(LABEL)
  LABEL.lastIndex = 0
  if (first < 0) return false
  const before = text.slice(0, first)
  const lead = datesIn(before)[0] ?? looseDate(before) ?? undefined
  const rest = lead === undefined ? before : before.slice(0, lead.start) + before.slice(lead.end)
  return rest.replace(EDGE, '').length <= (lead === undefined ? 0 : 16) && !/[，；]/.test(text.slice(first, first + 60))
}

const TIME_WORDS = /发布时间|发布日期|发表时间|发表于|发布于|更新时间|时间|日期|[\s:：\d【】[\]（）()|]/g

/** A date and at most a few characters beside it; more of them (author, account) beside a minute. */
export function isDateLine(text: string): boolean {
  if (text.length > 60) return false
  const date = datesIn(text)[0]
  if (date === undefined) return isLooseDateLine(text)
  const beside = besideDate(text, date)
  if (beside.replace(TIME_WORDS, '').length <= 8) return true
  return date.value.length > 10 && beside.trim().length <= 24 && !/[，。；！？“”]/.test(beside)
}

/** `07-06 08:18`, `昨天`, `3小时前` with no word beside it, a few where the minute is given. */
function isLooseDateLine(text: string): boolean {
  const date = looseDate(text)
  if (date === null) return false
  const beside = besideDate(text, date).replace(TIME_WORDS, '')
  return beside.length <= (date.time === '' ? 0 : 8) && !/[，。；！？]/.test(beside)
}

function besideDate(text: string, date: { start: number; end: number }): string {
  return `${text.slice(0, date.start)} ${text.slice(date.end)}`
}

const DAY_OF_LOOKING = /(?:今天是|现在是|(?:打印|下载|访问|采集|抓取|保存)(?:时间|日期|于))\s*[:：]?\s*(?:19|20)\d{2}/

/**
 * The day on which the page was looked at, as heads of sites print it with its weekday and print views with its label.
 * Never a publish time.
 */
export function isToday(text: string): boolean {
  if (text.length <= 200 && DAY_OF_LOOKING.test(text)) return true
  return (
    text.length <= 40 &&
    /(?:星期|周|礼拜)[一二三四五六日天]/.test(text) &&
    isDateLine(text) &&
    !/[:：]\s*\d{4}/.test(text)
  )
}

/** The outlet in a date line without labels, its last word: `原创 某人 某某发布 2021-07-07 18:30`. */
export function outletBesideDate(text: string): string | null {
  const date = text.length > 60 ? undefined : datesIn(text)[0]
  if (date === undefined || creditsIn(text).length > 0 || isToday(text)) return null
  const words = besideDate(text, date).split(/[\s·|]+/)
  const names = words.filter((word) => /^[\p{Script=Han}A-Za-z]{2,16}$/u.test(word) && !NOT_OUTLET.test(word))
  return names.at(-1) ?? null
}

const NOT_OUTLET = /^原创|^转载|时间|日期|发布于|发表于|来源|字号|阅读|浏览|评论|分享|收藏|打印|举报|星期|^[大中小]+$/

const SOURCE_LABELS = /来源于?$|來源$|稿源$/
/** Who put it on the page: an office, where it is not the name of a person or of an account. */
const ISSUER_LABELS = /^发布(?:单位|机构|部门|者|人)$|^发文机关$/
const OFFICE = /[部处室科院局委办会社台站网报厅馆校院]$|中心$|集团$|公司$|政府$/
const PERSON_LABELS = /^(?:文章|本文)?作者$|^撰文$|^采写$|^撰稿$|^特约记者$|^实习记者$|^记者$|^記者$|^文$|^文字$|^图文$/

/** What sites print in the place of a name: their own text, or nobody's. */
const NO_OUTLET = /^(?:本站|本网|本站原创|本网原创|本站整理|原创|网络|互联网|网络整理|转载|未知|不详|佚名|暂无|无)$/

export function sourceOf(credits: Credit[]): string | null {
  const named = credits.find(
    ({ label, value }) => SOURCE_LABELS.test(label) && !/^图片|^素材|^资料/.test(label) && !NO_OUTLET.test(value),
  )
  const issuer = credits.find(({ label, value }) => ISSUER_LABELS.test(label) && OFFICE.test(value))
  return (named ?? issuer)?.value ?? null
}

export function authorOf(credits: Credit[]): string | null {
  const found = credits.find(({ label, value }) => PERSON_LABELS.test(label) && value.length <= 30)
  return found?.value ?? null
}
