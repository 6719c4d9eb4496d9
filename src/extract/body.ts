import { type Credit, creditsIn, isByline } from './byline.js'
import { furnitureKind, opensTail } from './furniture.js'
import { isProse, type Line } from './line.js'
import type { Removals } from './steps.js'

/** Takes off what stands around and between the paragraphs of a body; hands back the credits it found there. */
export function trimBody(lines: Line[], removals: Removals): { lines: Line[]; credits: Credit[] } {
  const credits: Credit[] = []
  const shown = withoutCaptions(lines, removals)
  const { head, tail } = cutTail(shown)
  // Credits stand at the end of the body or among what follows it, before the first thing about other articles.
  for (const line of tail) credits.push(...tailCredits(line.text))
  for (const line of tail) removals.add('tail', line.text)
  const end = endOfBody(head, credits, removals)
  const body = head.slice(0, end).filter((line) => {
    const kind = furnitureKind(line.text)
    if (kind === null || (kind === 'control' && /\d/.test(line.text))) return true
    removals.add('furniture', line.text, kind)
    return false
  })
  return { lines: withoutLead(body, removals), credits }
}

function withoutCaptions(lines: Line[], removals: Removals): Line[] {
  return lines.filter((line) => {
    if (line.kind !== 'caption') return true
    removals.add('caption', line.text)
    return false
  })
}

/** The tail opens at the first line that says so and has more of the running text before it than behind it. */
function cutTail(lines: Line[]): { head: Line[]; tail: Line[] } {
  const total = lines.reduce((sum, line) => sum + weight(line), 0)
  let before = 0
  for (const [i, line] of lines.entries()) {
    if (opensTail(line.text) && before * 2 >= total && before > 0)
      return { head: lines.slice(0, i), tail: lines.slice(i) }
    before += weight(line)
  }
  return { head: lines, tail: [] }
}

function weight(line: Line): number {
  return isProse(line.text) && furnitureKind(line.text) === null ? line.text.length : 0
}

function tailCredits(text: string): Credit[] {
  return text.length <= 60 && isByline(text) ? creditsIn(text) : []
}

/** From the end backwards: credits, signatures of the page and furniture, up to the last line of the article. */
function endOfBody(lines: Line[], credits: Credit[], removals: Removals): number {
  let end = lines.length
  const taken: Line[] = []
  while (end > 1) {
    const line = lines[end - 1]
    if (line === undefined) break
    const found = endCredits(line.text)
    if (found === null && furnitureKind(line.text) === null) break
    if (found !== null) credits.unshift(...found)
    taken.unshift(line)
    end--
  }
  for (const line of taken) removals.add(endCredits(line.text) === null ? 'furniture' : 'credits', line.text)
  return end
}

const PRODUCED = /^[（(]?([^，。：:]{2,24}?)(?:联合)?(出品|制作|监制|供稿|供图)[）)]?$/

/** Credits of a line at the end: labelled values, or `某某中心出品`; null where it is neither. */
function endCredits(text: string): Credit[] | null {
  const produced = PRODUCED.exec(text)
  if (produced !== null) return [{ label: produced[2] ?? '', value: produced[1]?.trim() ?? '' }]
  if (text.length > 200 || !isByline(text.replace(/^[（([【]/, ''))) return null
  const found = creditsIn(text)
  return found.length > 0 ? found : null
}

/** `原标题：…` and empty promises before the first sentence. */
function withoutLead(lines: Line[], removals: Removals): Line[] {
  let start = 0
  for (const line of lines.slice(0, 3)) {
    if (!/^[（(【[]?\s*原标题\s*[:：]/.test(line.text) || line.text.length > 120) break
    removals.add('before', line.text)
    start++
  }
  return lines.slice(start)
}
