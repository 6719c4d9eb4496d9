import { deflateSync } from 'node:zlib'
import { type Dict, type PdfFile, Reference, Stream } from '../../pdf/index.js'

/** Gives a page another content. */
export function replaceContent(pdf: PdfFile, page: Dict, content: string): void {
  const bytes = deflateSync(Buffer.from(content, 'latin1'))
  const stream = new Stream(
    new Map([
      ['/Filter', '/FlateDecode'],
      ['/Length', String(bytes.length)],
    ]),
    bytes,
  )
  const at = page.get('/Contents')
  if (at instanceof Reference) pdf.objects.set(at.number, stream)
  else page.set('/Contents', pdf.add(stream))
}
