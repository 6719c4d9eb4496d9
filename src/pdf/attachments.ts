import type { PdfFile } from './file.js'
import { streamBytes } from './stream.js'
import { textOf } from './text.js'
import { type Dict, Stream } from './value.js'

/** The files inside a PDF (ISO 32000-1 §7.11.4), by their names. Throws where one is packed otherwise than by Flate. */
export function attachedFiles(pdf: PdfFile): Map<string, Buffer> {
  const files = pdf.dict(pdf.dict(pdf.catalog.get('/Names'))?.get('/EmbeddedFiles'))
  const found = new Map<string, Buffer>()
  const visit = (node: Dict | undefined, depth: number) => {
    const names = pdf.array(node?.get('/Names'))
    for (let i = 1; i < names.length; i += 2) {
      const specification = pdf.dict(names[i])
      const name = textOf(pdf.resolve(specification?.get('/UF') ?? specification?.get('/F')))
      const file = pdf.resolve(pdf.dict(specification?.get('/EF'))?.get('/F'))
      if (name !== undefined && file instanceof Stream) found.set(name, streamBytes(file))
    }
    if (depth < 20) for (const kid of pdf.array(node?.get('/Kids'))) visit(pdf.dict(kid), depth + 1)
  }
  visit(files, 0)
  return found
}
