import { type Dict, type PdfFile, streamText } from '../../pdf/index.js'
import { replaceContent } from './content.js'
import { drawn, glyphsOf, RunReader, withNumbers } from './runs.js'

/**
 * What the page holds where a page number is to stand. Each digit is in it, so that the font that is embedded has them
 * all; none can be told from another by its width.
 */
export const placeholder = '0123456789'

/**
 * Writes page numbers where the placeholders stand, at their right ends, in the finished pages: a second print only for
 * them takes half as long as the first. False where not every placeholder was found; nothing is changed then.
 */
export function setPageNumbers(pdf: PdfFile, ids: readonly string[], numbers: ReadonlyMap<string, number>): boolean {
  const reader = new RunReader(pdf)
  const changed = new Map<Dict, string>()
  let next = 0
  for (const { page } of pdf.pages()) {
    if (next === ids.length) break
    const content = streamText(pdf, page.get('/Contents'))
    let numbered = content
    for (const run of reader.runsOf(page, content)) {
      if (run.text !== placeholder) continue
      const number = String(numbers.get(ids[next++] ?? '') ?? '')
      const { glyphs, saved } = withNumbers(run, glyphsOf(run), new Map([[placeholder, number]]))
      numbered = numbered.replace(run.source, drawn(run, glyphs, saved))
    }
    if (numbered !== content) changed.set(page, numbered)
  }
  if (next !== ids.length) return false
  for (const [page, content] of changed) replaceContent(pdf, page, content)
  return true
}
