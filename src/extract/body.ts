import { type Credit, creditsIn, isByline } from './byline.js'
import { furnitureKind, isBoxTitle, isLinkLine, namesOtherNews, opensTail } from './furniture.js'
import { isProse, type Line } from './line.js'
import { signedCredits } from './signed.js'
import type { Removals } from './steps.js'

/** Takes off what stands around and between the paragraphs of a body; hands back the credits it found there. */
export function trimBody(lines: Line[], removals: Removals): { lines: Line[]; credits: Credit[] } {
  const ordinals = ordinalLines(lines)
  const shown = lines.filter(
    (line) =>
      (line.kind !== 'caption' || !removals.take('caption', line.text)) &&
      (!ordinals.has(line) || !removals.take('furniture', line.text, 'number of a part')),
  )
  const cut = removals.applies('tail') ? tailStart(shown) : shown.length
  const dropped = new Set<Line>()
  const credits = shown.slice(cut).flatMap((line) => tailCredits(line.text))
  for (const line of shown.slice(cut)) {
    const step = tailCredits(line.text).length > 0 ? 'credits' : 'tail'
    if (removals.take(step, line.text)) dropped.add(line)
  }
  const end = endOfBody(shown.slice(0, cut), credits, dropped, removals)
  const start = removals.applies('before') ? startOfBody(shown.slice(0, end), credits, removals) : 0
  const body = shown.filter(
    (line, i) => i >= start && !dropped.has(line) && (i >= end || !removedInside(line, removals)),
  )
  return { lines: body, credits }
}

/** `01`, `02` on lines of their own, as drawn over the parts of an article. */
function ordinalLines(lines: Line[]): Set<Line> {
  const found = lines.filter(({ text, kind }) => kind !== 'row' && /^(?:PART\s?[.·]?\s?)?0?\d$/i.test(text))
  const inOrder = found.every(({ text }, i) => Number(/\d+$/.exec(text)?.[0]) === i + 1)
  return new Set(inOrder && found.length >= 2 ? found : [])
}

function removedInside(line: Line, removals: Removals): boolean {
  const kind = betweenParagraphs(line.text)
  if (isLinkLine(line) || isBoxTitle(line.text)) return removals.take('linked', line.text)
  if (line.aside && !isProse(line.text)) return removals.take('outside', line.text)
  return kind !== null && removals.take('furniture', line.text, kind)
}

/** Where the tail of the lines begins; their number where there is none. */
function tailStart(lines: Line[]): number {
  const weights = lines.map(weight)
  const total = weights.reduce((sum, each) => sum + each, 0)
  const after = countAfter(lines, weights)
  let before = 0
  for (const [i, line] of lines.entries()) {
    if (before > 0 && opensTail(line.text) && endsHere(line.text, before, total, after[i])) return i
    if (before * 3 >= total * 2 && isCreditLine(lines[i - 1]) && isCreditLine(line)) return i - 1
    before += weights[i] ?? 0
  }
  return lines.length
}

interface Rest {
  prose: number
  other: number
}

/** For each line, how many lines of running text and of anything else stand behind it. */
function countAfter(lines: Line[], weights: number[]): Rest[] {
  const rests: Rest[] = []
  let rest: Rest = { prose: 0, other: 0 }
  for (let i = lines.length - 1; i >= 0; i--) {
    rests[i] = rest
    const line = lines[i]
    const prose = line !== undefined && (weights[i] ?? 0) > 0 && !isLinkLine(line)
    rest = prose ? { ...rest, prose: rest.prose + 1 } : { ...rest, other: rest.other + 1 }
  }
  return rests
}

/**
 * Lists of other news and comments are lists: as many names and headlines as texts. Else a third of the running text
 * must stand before the line; and boxes of related news in the midst of an article are followed by more of it.
 */
function endsHere(text: string, before: number, total: number, rest: Rest | undefined): boolean {
  const { prose, other } = rest ?? { prose: 0, other: 0 }
  const news = namesOtherNews(text)
  if (other >= prose && (news || before >= 100)) return true
  if (news && prose >= 3 && prose > 2 * other) return false
  return before * 3 >= total
}

function weight(line: Line): number {
  return isProse(line.text) && furnitureKind(line.text) === null ? line.text.length - line.linked : 0
}

function isCreditLine(line: Line | undefined): boolean {
  return line !== undefined && tailCredits(line.text).length > 0
}

function tailCredits(text: string): Credit[] {
  if (text.length > 60) return []
  const labelled = isByline(text.replace(/^[（([【]/, '')) ? creditsIn(text) : []
  if (labelled.length > 1) return labelled
  const produced = producer(text) ?? firstPrinted(text)
  if (produced !== null) return [produced]
  const signed = signedCredits(text)
  return signed.length > 0 ? signed : labelled
}

const EDITION =
  /^[（(]?\s*《\s*([^《》]{2,20}?)\s*》\s*[（(]\s*\d{4}\s?年\s?\d{1,2}\s?月\s?\d{1,2}\s?日?[^）)]{0,8}版[^）)]{0,8}[）)]/

/** `《某某日报》（2023年08月02日 03 版）`: the page of the newspaper that it stood on. */
function firstPrinted(text: string): Credit | null {
  const paper = EDITION.exec(text)?.[1]
  return paper === undefined ? null : { label: '原载', value: paper }
}

const PRODUCED = /^[（(]?([^，。：:]{2,24}?)(?:联合)?(出品|制作|监制|供稿|供图)[）)]?$/
const GATHERED =
  /^[（(]\s*(?:本文)?(?:综合|整理|编译|摘编|摘|转)?(?:整理|编译)?自?\s*(?:来源)?\s*[:：自]\s*([^。）)]{2,60})[）)]$/

/** `某某中心出品`, `（综合自某报）`: credits without a label before them. */
function producer(text: string): Credit | null {
  const produced = PRODUCED.exec(text)
  if (produced !== null) return { label: produced[2] ?? '', value: produced[1]?.trim() ?? '' }
  const gathered = GATHERED.exec(text)?.[1]
  return gathered === undefined ? null : { label: '来源', value: gathered.trim() }
}

/** From the end backwards: credits and furniture, up to the last line of the article. */
function endOfBody(lines: Line[], credits: Credit[], dropped: Set<Line>, removals: Removals): number {
  let end = lines.length
  while (end > 1) {
    const line = lines[end - 1]
    if (line === undefined) break
    const found = endCredits(line.text)
    if (found.length === 0 && !isFurnitureAtEdge(line.text) && (!line.aside || isProse(line.text))) break
    credits.unshift(...found)
    if (removals.take(found.length > 0 ? 'credits' : 'furniture', line.text)) dropped.add(line)
    end--
  }
  return end
}

function endCredits(text: string): Credit[] {
  if (text.length <= 60) return tailCredits(text)
  return text.length <= 200 && isByline(text.replace(/^[（([【]/, '')) ? creditsIn(text) : []
}

/** At the start: `原标题：…`, appeals to download or to vote, leftovers of the navigation. */
function startOfBody(lines: Line[], credits: Credit[], removals: Removals): number {
  let start = 0
  while (start < lines.length - 1) {
    const text = lines[start]?.text ?? ''
    const original = text.length <= 160 && /^[（(【[]?\s*(?:本文)?原标题\s*[:：]/.test(text)
    const signed = signedCredits(text)
    if (!original && signed.length === 0 && !isFurnitureAtEdge(text)) break
    credits.push(...signed)
    removals.take('before', text)
    start++
  }
  return start
}

/** Sentences of an article speak of QR codes and hotlines too: an appeal is one short sentence or has a button. */
function isFurnitureAtEdge(text: string): boolean {
  const kind = furnitureKind(text)
  if (kind === null || kind === 'licence' || kind === 'navigation' || kind === 'disclaimer') return kind !== null
  if (kind === 'symbols') return !/[）)；。]/.test(text)
  if (kind === 'control') return !/^\d+$/.test(text)
  return isAppeal(text)
}

function isAppeal(text: string): boolean {
  if (/【[^】]{2,16}】/.test(text) && text.length <= 160) return true
  if (text.length > 60 || /[。；;]./.test(text) || /^\d{1,2}\s?[.、．)）]/.test(text)) return false
  return APPEALS.test(text) || !/。$|\d[\d.]*[余多万亿]?\s?[人名个次家件份元]/.test(text)
}

const APPEALS =
  /^[\s▲▼★☆↑↓👇👆•·>-]*(?:长按|扫|识别|点击|点个|戳|轻触|关注|订阅|欢迎|下载|敬请|请|快来|记得|别忘|如果|喜欢|更多|转发|分享|评论功能)/u

/** Inside the body less is certain: buttons, breadcrumbs, lines of stars, short appeals that are no sentence. */
function betweenParagraphs(text: string): string | null {
  const kind = furnitureKind(text)
  if (kind === 'navigation') return kind
  if (kind === 'symbols') return /[）)；。]/.test(text) ? null : kind
  if (kind === 'control') return /\d/.test(text) ? null : kind
  return kind === 'promotion' && text.length <= 60 && !/[。；]/.test(text) && isAppeal(text) ? kind : null
}
