import { type Dict, type PdfFile, readWidths, streamText, unicodeMapOf, type Widths } from '../../pdf/index.js'
import { replaceContent } from '../content.js'
import { counters } from './split.js'

/** A run of text as Chromium draws it: each glyph by itself, the distance to it in front of it. */
const runs =
  /BT\n\/(\S+) ([\d.]+) Tf\n1 0 0 -1 ([\d.-]+) ([\d.-]+) Tm\n((?:(?:[\d.-]+ 0 Td )?<[0-9A-Fa-f]{4}> Tj\n)+)ET/g
const shown = /(?:([\d.-]+) 0 Td )?<([0-9A-Fa-f]{4})> Tj/g

/** Points to a pixel (CSS). */
const pointsToPixel = 0.75

interface Run {
  source: string
  font: string
  size: number
  y: string
  glyphs: { code: string; x: number }[]
  /** What each glyph stands for. */
  text: string
  widths: Widths
}

/**
 * Writes the number of each page, and how many there are, where the page's margins say so. A line stays where it was
 * aligned: at its left, its right or its middle, whichever is nearest to the page's. False where a page but the first
 * says neither; what was found is changed all the same.
 */
export function setCounters(pdf: PdfFile): boolean {
  const pages = pdf.pages()
  const widths = new Map<Dict, Widths>()
  const widthsOf = (font: Dict) => {
    const known = widths.get(font) ?? readWidths(pdf, font)
    widths.set(font, known)
    return known
  }
  let complete = true
  for (const [i, { page }] of pages.entries()) {
    const content = streamText(pdf, page.get('/Contents'))
    const numbers = { page: String(i + 1), pages: String(pages.length) }
    const numbered = counted(content, runsOf(pdf, page, content, widthsOf), numbers, middleOf(pdf, page))
    if (numbered !== null) replaceContent(pdf, page, numbered)
    else if (i > 0) complete = false
  }
  return complete
}

function runsOf(pdf: PdfFile, page: Dict, content: string, widthsOf: (font: Dict) => Widths): Run[] {
  const fonts = pdf.dict(pdf.dict(page.get('/Resources'))?.get('/Font'))
  return [...content.matchAll(runs)].flatMap(([source, font = '', size = '', x = '', y = '', drawn = '']) => {
    const own = pdf.dict(fonts?.get(`/${font}`))
    if (own === undefined) return []
    const texts = unicodeMapOf(pdf, own)
    let at = Number(x)
    const glyphs = [...drawn.matchAll(shown)].map(([, distance = '0', code = '']) => {
      at += Number(distance)
      return { code: code.toUpperCase(), x: at }
    })
    // One character a glyph: what stands for more is no digit.
    const text = glyphs.map(({ code }) => (texts.get(code) ?? ' ').charAt(0)).join('')
    return [{ source, font, size: Number(size), y, glyphs, text, widths: widthsOf(own) }]
  })
}

/** The content with its counters set; null where it has none. */
function counted(content: string, all: readonly Run[], numbers: Numbers, middle: number): string | null {
  const lines = linesOf(all).filter((line) => line.some(({ text }) => places.test(text)))
  if (lines.length === 0) return null
  let result = content
  for (const line of lines) {
    const changed = setLine(line, numbers, middle)
    line.forEach((run, i) => {
      result = result.replace(run.source, changed[i] ?? run.source)
    })
  }
  return result
}

type Numbers = Record<keyof typeof counters, string>
const places = new RegExp(Object.values(counters).join('|'))

/** Runs that follow each other on one line, without a gap that would part two boxes of the margin. */
function linesOf(all: readonly Run[]): Run[][] {
  const lines: Run[][] = []
  for (const run of all) {
    const line = lines.at(-1)
    const before = line?.at(-1)
    const gap = before === undefined ? 0 : (run.glyphs[0]?.x ?? 0) - endOf(before)
    if (line === undefined || before?.y !== run.y || Math.abs(gap) > run.size * 2) lines.push([run])
    else line.push(run)
  }
  return lines
}

function setLine(line: readonly Run[], numbers: Numbers, middle: number): string[] {
  const [left, right] = [line[0]?.glyphs[0]?.x ?? 0, endOf(line.at(-1))]
  const set = line.map((run) => setRun(run, numbers))
  const saved = set.reduce((sum, { saved: own }) => sum + own, 0)
  const centre = (left + right) / 2
  const share = Math.abs(centre - middle) < middle / 20 ? 0.5 : centre > middle ? 1 : 0
  let before = 0
  return set.map(({ glyphs, saved: own }, i) => {
    const run = line[i]
    const moved = share * saved - before
    before += own
    return run === undefined ? '' : write(run, glyphs, moved)
  })
}

/** The glyphs of a run with the numbers in it, and how much shorter it is. */
function setRun(run: Run, numbers: Numbers): { glyphs: Run['glyphs']; saved: number } {
  const advance = (code: string) => (run.widths(code) * run.size) / 1000
  const glyphs: Run['glyphs'] = []
  let saved = 0
  for (let at = 0; at < run.glyphs.length; ) {
    const name = (['page', 'pages'] as const).find((counter) => run.text.startsWith(counters[counter], at))
    const glyph = run.glyphs[at]
    if (glyph === undefined) break
    if (name === undefined) {
      glyphs.push({ code: glyph.code, x: glyph.x - saved })
      at++
      continue
    }
    const place = counters[name]
    let x = glyph.x - saved
    for (const digit of numbers[name]) {
      const code = run.glyphs[at + place.indexOf(digit)]?.code ?? glyph.code
      glyphs.push({ code, x })
      x += advance(code)
    }
    at += place.length
    saved += (run.glyphs[at]?.x ?? endOf(run)) - saved - x
  }
  return { glyphs, saved }
}

function endOf(run: Run | undefined): number {
  const last = run?.glyphs.at(-1)
  return run === undefined || last === undefined ? 0 : last.x + (run.widths(last.code) * run.size) / 1000
}

function write({ font, size, y }: Run, glyphs: Run['glyphs'], moved: number): string {
  const [first, ...others] = glyphs
  if (first === undefined) return ''
  let before = first.x
  const drawn = others.map(({ code, x }) => {
    const distance = short(x - before)
    before += Number(distance)
    return `${distance} 0 Td <${code}> Tj\n`
  })
  return `BT\n/${font} ${size} Tf\n1 0 0 -1 ${short(first.x + moved)} ${y} Tm\n<${first.code}> Tj\n${drawn.join('')}ET`
}

function short(value: number): string {
  return String(Number(value.toFixed(4)))
}

function middleOf(pdf: PdfFile, page: Dict): number {
  const [left = 0, , right = 0] = pdf.array(page.get('/MediaBox')).map(Number)
  return (right - left) / pointsToPixel / 2
}
