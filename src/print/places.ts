import { type Dict, type PdfFile, streamText, unicodeMapOf } from '../pdf/index.js'
import { replaceContent } from './content.js'

/**
 * What the page holds where a page number is to stand. Each digit is in it, so that the font that is embedded has them
 * all; none can be told from another by its width.
 */
export const placeholder = '0123456789'

/** A run of text as Chromium draws it: each glyph by itself, the distance to it in front of it. */
const runs =
  /\/(\S+) ([\d.]+) Tf\n1 0 0 -1 ([\d.-]+) ([\d.-]+) Tm\n<([0-9A-F]{4})> Tj((?:\n[\d.]+ 0 Td <[0-9A-F]{4}> Tj){9})\nET/g
const rest = /([\d.]+) 0 Td <([0-9A-F]{4})> Tj/g

/**
 * Writes page numbers where the placeholders stand, in the finished pages: a second print only for them takes half as
 * long as the first. False where not every placeholder was found; nothing is changed then.
 */
export function setPageNumbers(pdf: PdfFile, ids: readonly string[], numbers: ReadonlyMap<string, number>): boolean {
  const changed = new Map<Dict, string>()
  let next = 0
  for (const { page } of pdf.pages()) {
    if (next === ids.length) break
    const fonts = fontsOf(pdf, page)
    const content = streamText(pdf, page.get('/Contents'))
    const numbered = content.replace(runs, (run: string, ...[font, size, x, y, first, others]: string[]) => {
      const glyphs = glyphsOf(first ?? '', others ?? '')
      if (glyphs.map(({ code }) => fonts(font ?? '').get(code)).join('') !== placeholder) return run
      const number = numbers.get(ids[next++] ?? '')
      return drawn(String(number ?? ''), glyphs, `/${font} ${size} Tf\n1 0 0 -1 `, Number(x), `${y} Tm\n`)
    })
    if (numbered !== content) changed.set(page, numbered)
  }
  if (next !== ids.length) return false
  for (const [page, content] of changed) replaceContent(pdf, page, content)
  return true
}

interface Glyph {
  code: string
  /** From the glyph before it. */
  distance: string
}

function glyphsOf(first: string, others: string): Glyph[] {
  const later = [...others.matchAll(rest)].map(([, distance = '', code = '']) => ({ code, distance }))
  return [{ code: first, distance: later[0]?.distance ?? '0' }, ...later]
}

/** The digits of `number` at the right end of where the placeholder stood. */
function drawn(number: string, glyphs: readonly Glyph[], before: string, x: number, after: string): string {
  const digits = [...number].flatMap((digit) => glyphs[Number(digit)] ?? [])
  const start = x + (placeholder.length - digits.length) * Number(glyphs[0]?.distance)
  const shown = digits.map(({ code, distance }, i) => (i === 0 ? `<${code}> Tj` : `${distance} 0 Td <${code}> Tj`))
  return `${before}${Number(start.toFixed(4))} ${after}${[...shown, 'ET'].join('\n')}`
}

/** The meaning of the glyphs of a font that a page names. */
function fontsOf(pdf: PdfFile, page: Dict): (name: string) => ReadonlyMap<string, string> {
  const fonts = pdf.dict(pdf.dict(page.get('/Resources'))?.get('/Font'))
  return (name) => {
    const font = pdf.dict(fonts?.get(`/${name}`))
    return font === undefined ? new Map() : unicodeMapOf(pdf, font)
  }
}
