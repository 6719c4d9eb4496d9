import { deflateSync } from 'node:zlib'
import { type Dict, type PdfFile, Reference, readWidths, Stream, streamBytes, type Widths } from '../pdf/index.js'
import { compactText, type FontWidths } from './compact.js'
import { joinMarks, MarkOwners } from './marks.js'

/** Writes the pages' content in a third of Chromium's bytes; what is drawn, and in which order it is read, stays. */
export function slimPages(pdf: PdfFile): void {
  const owners = new MarkOwners(pdf)
  const widths = new Map<Dict, Widths>()
  for (const at of pdf.pages()) {
    const reference = at.page.get('/Contents')
    const stream = pdf.resolve(reference)
    if (!(reference instanceof Reference) || !(stream instanceof Stream)) continue
    const content = streamBytes(stream).toString('latin1')
    const joined = joinMarks(content, (mark, next) => owners.joins(at, mark, next))
    const body = deflateSync(Buffer.from(compactText(joined, fontsOf(pdf, at.page, widths)), 'latin1'))
    const dict = new Map(stream.dict).set('/Filter', '/FlateDecode').set('/Length', String(body.length))
    dict.delete('/DecodeParms')
    pdf.objects.set(reference.number, new Stream(dict, body))
  }
  owners.finish()
}

function fontsOf(pdf: PdfFile, page: Dict, known: Map<Dict, Widths>): FontWidths {
  const fonts = pdf.dict(pdf.dict(page.get('/Resources'))?.get('/Font'))
  return (name) => {
    const font = pdf.dict(fonts?.get(name))
    if (font === undefined || font.get('/Encoding') !== '/Identity-H') return undefined
    const widths = known.get(font) ?? readWidths(pdf, font)
    known.set(font, widths)
    return widths
  }
}
