import { escapeHtml } from '../../markup.js'
import type { PdfLine } from './pdf-line.js'

/** Lines → headings and paragraphs as HTML. A PDF keeps lines only: what belongs together is seen by how it is set. */
export function paragraphsOf(lines: PdfLine[]): string[] {
  const body = commonest(lines.map(({ size, text }) => ({ value: Math.round(size * 2) / 2, weight: text.length })))
  const running = lines.filter(({ size }) => Math.abs(size - body) <= 0.5)
  const left = commonest(running.map(({ x }) => ({ value: Math.round(x), weight: 1 })))
  const right = Math.max(...running.map((line) => line.right), 0)
  const blocks: PdfLine[][] = []
  let before: PdfLine | undefined
  for (const line of lines) {
    const block = blocks.at(-1)
    if (block === undefined || before === undefined || startsAnew(line, before, { left, right })) blocks.push([line])
    else block.push(line)
    before = line
  }
  const title = titleOf(blocks, body)
  return blocks.map((block) => asHtml(block, body, block === title))
}

function commonest(values: { value: number; weight: number }[]): number {
  const weights = new Map<number, number>()
  for (const { value, weight } of values) weights.set(value, (weights.get(value) ?? 0) + weight)
  let best = 0
  let most = 0
  for (const [value, weight] of weights) {
    if (weight <= most) continue
    best = value
    most = weight
  }
  return best
}

function startsAnew(line: PdfLine, before: PdfLine, page: { left: number; right: number }): boolean {
  const { left } = line.column ?? page
  const above = before.column ?? page
  const size = Math.max(before.size, 1)
  if (Math.abs(line.size - before.size) > size * 0.12) return true
  const large = line.page === before.page && before.y - line.y > size * 2.6
  // Chinese paragraphs begin with two empty squares; a line that ends early is the last of its paragraph.
  const indented = line.x > left + size * 1.2 && line.x - left > before.x - above.left + size
  const short = before.right < above.right - size * 2.5
  const sameColumn = above.left === left
  return large || indented || (short && !(sameColumn && isCentred(line, before)))
}

/** Headlines of several lines are centred and of any length. */
function isCentred(line: PdfLine, before: PdfLine): boolean {
  const middles = Math.abs(line.x + line.right - before.x - before.right) / 2
  return middles < line.size && Math.abs(line.x - before.x) > line.size * 0.5
}

/** The largest of the first blocks, where it is clearly larger than the text. */
function titleOf(blocks: PdfLine[][], body: number): PdfLine[] | undefined {
  let best: PdfLine[] | undefined
  let most = body * 1.15
  for (const block of blocks.slice(0, 12)) {
    const size = block[0]?.size ?? 0
    const text = textOf(block)
    if (block[0]?.page !== 1 || size <= most || text.length > 120 || !/\p{L}{2}/u.test(text)) continue
    best = block
    most = size
  }
  return best
}

function asHtml(block: PdfLine[], body: number, title: boolean): string {
  const text = textOf(block)
  const content = escapeHtml(text)
  if (title) return `<h1>${content}</h1>`
  const heading = (block[0]?.size ?? 0) > body * 1.12 && text.length <= 60
  return heading ? `<h2>${content}</h2>` : `<p>${content}</p>`
}

/** Chinese lines are joined as they are, words of other scripts with a space, cut words without their hyphen. */
function textOf(block: PdfLine[]): string {
  return block.reduce((text, line) => {
    if (/[A-Za-z]-$/.test(text) && /^[a-z]/.test(line.text)) return text.slice(0, -1) + line.text
    const words = /[A-Za-z\d,.;:]$/.test(text) && /^[A-Za-z(]/.test(line.text)
    return text + (words ? ' ' : '') + line.text
  }, '')
}
