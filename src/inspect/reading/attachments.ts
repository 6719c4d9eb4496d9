import { createHash } from 'node:crypto'
import { type Dict, type PdfFile, Stream, streamBytes, textOf } from '../../pdf/index.js'

/** Digest (`sha256:…`) of every file inside the PDF, by its name. */
export function readAttachments(pdf: PdfFile): Map<string, string> {
  const files = pdf.dict(pdf.dict(pdf.catalog.get('/Names'))?.get('/EmbeddedFiles'))
  const found = new Map<string, string>()
  const visit = (node: Dict | undefined, depth: number) => {
    const names = pdf.array(node?.get('/Names'))
    for (let i = 1; i < names.length; i += 2) {
      const specification = pdf.dict(names[i])
      const name = textOf(pdf.resolve(specification?.get('/UF') ?? specification?.get('/F')))
      const file = pdf.resolve(pdf.dict(specification?.get('/EF'))?.get('/F'))
      if (name === undefined || !(file instanceof Stream)) continue
      found.set(name, `sha256:${createHash('sha256').update(streamBytes(file)).digest('hex')}`)
    }
    if (depth < 20) for (const kid of pdf.array(node?.get('/Kids'))) visit(pdf.dict(kid), depth + 1)
  }
  visit(files, 0)
  return found
}
