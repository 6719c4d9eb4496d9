import { type PdfFile, streamText } from '../../pdf/index.js'
import { replaceContent } from './content.js'
import { drawn, endOf, type GlyphRun, glyphsOf, RunReader, withNumbers } from './runs.js'

/** What stands for the number of the page and of all pages until they are known; neither is that of the contents. */
export const counters = { page: '1023456789', pages: '9876543210' } as const

const counted = new RegExp(Object.values(counters).join('|'))

/** Points to a pixel (CSS). */
const pointsToPixel = 0.75

/**
 * Writes the number of each page, and how many there are, where the page's margins say so. A line stays where it was
 * aligned: at its left, its right or its middle, whichever is nearest to the page's. False where a page but the first
 * says neither; what was found is changed all the same.
 */
export function setCounters(pdf: PdfFile): boolean {
  const pages = pdf.pages()
  const reader = new RunReader(pdf)
  let complete = true
  for (const [i, { page }] of pages.entries()) {
    const content = streamText(pdf, page.get('/Contents'))
    const lines = linesWithCounters(reader.runsOf(page, content))
    if (lines.length === 0 && i > 0) complete = false
    if (lines.length === 0) continue
    const numbers = new Map([
      [counters.page, String(i + 1)],
      [counters.pages, String(pages.length)],
    ])
    const [left = 0, , right = 0] = pdf.array(page.get('/MediaBox')).map(Number)
    const middle = (right - left) / pointsToPixel / 2
    replaceContent(
      pdf,
      page,
      lines.reduce((text, line) => withLine(text, line, numbers, middle), content),
    )
  }
  return complete
}

/** Runs that follow each other on one line, without a gap that would part two boxes of the margin. */
function linesWithCounters(runs: readonly GlyphRun[]): GlyphRun[][] {
  return runs.flatMap((run, at) => {
    if (!counted.test(run.text)) return []
    const line = [run]
    for (let before = at - 1; follow(runs[before], line[0]); before--) line.unshift(runs[before] as GlyphRun)
    for (let after = at + 1; follow(line.at(-1), runs[after]); after++) line.push(runs[after] as GlyphRun)
    // Of several counters on a line the first stands for all.
    return line.slice(0, line.indexOf(run)).some(({ text }) => counted.test(text)) ? [] : [line]
  })
}

function follow(a: GlyphRun | undefined, b: GlyphRun | undefined): boolean {
  if (a === undefined || b === undefined || a.y !== b.y) return false
  const start = glyphsOf(b)[0]?.x ?? b.x
  return Math.abs(start - endOf(a, glyphsOf(a))) < a.size * 2
}

function withLine(content: string, line: readonly GlyphRun[], numbers: Map<string, string>, middle: number): string {
  const set = line.map((run) => {
    const before = glyphsOf(run)
    return { run, before, ...withNumbers(run, before, numbers) }
  })
  const [first, last] = [set[0], set.at(-1)]
  const left = first?.before[0]?.x ?? 0
  const right = last === undefined ? left : endOf(last.run, last.before)
  const whole = set.reduce((sum, { saved }) => sum + saved, 0)
  const centre = (left + right) / 2
  const share = Math.abs(centre - middle) < middle / 20 ? 0.5 : centre > middle ? 1 : 0
  let passed = 0
  return set.reduce((text, { run, glyphs, saved }) => {
    const moved = share * whole - passed
    passed += saved
    return text.replace(run.source, drawn(run, glyphs, moved))
  }, content)
}
