import { deflateSync } from 'node:zlib'
import { PDFDocument, PDFName, PDFString } from '@cantoo/pdf-lib'
import { describe, expect, it } from 'vitest'
import { PdfFile, readPdf, Stream, streamBytes, textOf } from '../../src/pdf/index.js'

async function written(objectStreams: boolean): Promise<Uint8Array> {
  const pdf = await PDFDocument.create({ updateMetadata: false })
  for (let i = 0; i < 3; i++) pdf.addPage([200, 100 + i])
  pdf.catalog.set(PDFName.of('Lang'), PDFString.of('zh-Hans'))
  pdf.setTitle('简报 (第一期)')
  const packed = pdf.context.stream(deflateSync(Buffer.from('packed content')), { Filter: 'FlateDecode' })
  pdf.catalog.set(PDFName.of('Test'), pdf.context.register(packed))
  return pdf.save({ useObjectStreams: objectStreams })
}

describe('reading a PDF', () => {
  it.each([
    ['with a cross-reference table', false],
    ['with object streams', true],
  ])('finds its pages, strings and streams %s', async (_, objectStreams) => {
    const pdf = readPdf(await written(objectStreams))
    expect(pdf.pages().map(({ page }) => pdf.array(page.get('/MediaBox')).at(-1))).toEqual(['100', '101', '102'])
    expect(textOf(pdf.catalog.get('/Lang'))).toBe('zh-Hans')
    expect(textOf(pdf.dict(pdf.trailer.get('/Info'))?.get('/Title'))).toBe('简报 (第一期)')
    const stream = pdf.resolve(pdf.catalog.get('/Test'))
    expect(stream instanceof Stream && streamBytes(stream).toString()).toBe('packed content')
    const kinds = [...pdf.objects.values()].map((value) => (value instanceof Stream ? value.dict.get('/Type') : null))
    expect(kinds).not.toContain('/ObjStm')
  })

  it('reads what was changed later over what stood there before', async () => {
    const before = await written(false)
    const text = Buffer.from(before).toString('latin1')
    const root = /\/Root (\d+) 0 R/.exec(text)?.[1] ?? ''
    const old = Number(/startxref\s+(\d+)/.exec(text)?.[1])
    const pages = /\/Pages (\d+ 0 R)/.exec(text)?.[1] ?? ''
    const body = `${root} 0 obj\n<</Type /Catalog /Pages ${pages} /Lang (en)>>\nendobj\n`
    const row = `${String(before.length).padStart(10, '0')} 00000 n \n`
    const table = `xref\n${root} 1\n${row}trailer\n<</Root ${root} 0 R /Size 99 /Prev ${old}>>\n`
    const update = `${body}${table}startxref\n${before.length + body.length}\n%%EOF\n`
    const pdf = readPdf(Buffer.concat([before, Buffer.from(update, 'latin1')]))
    expect(textOf(pdf.catalog.get('/Lang'))).toBe('en')
    expect(pdf.pages()).toHaveLength(3)
  })

  it.each([
    ['up', 2],
    ['paeth', 4],
  ])('undoes the predictor "%s" of a stream', (_, kind) => {
    const rows = [
      [1, 2, 3],
      [2, 4, 9],
    ]
    const guess = (row: number, i: number) => {
      const [up, left, corner] = [rows[row - 1]?.[i] ?? 0, rows[row]?.[i - 1] ?? 0, rows[row - 1]?.[i - 1] ?? 0]
      if (kind === 2) return up
      const estimate = left + up - corner
      const near = [left, up, corner].sort((a, b) => Math.abs(estimate - a) - Math.abs(estimate - b))
      return near[0] ?? 0
    }
    const bytes = rows.flatMap((row, r) => [kind, ...row.map((value, i) => (value - guess(r, i) + 256) % 256)])
    const parameters = new Map([
      ['/Predictor', '12'],
      ['/Columns', '3'],
    ])
    const dict = new Map<string, string | Map<string, string>>([
      ['/Filter', '/FlateDecode'],
      ['/DecodeParms', parameters],
    ])
    expect([...streamBytes(new Stream(dict, deflateSync(Buffer.from(bytes))))]).toEqual(rows.flat())
  })

  it('says so where the bytes are no PDF, or one that it cannot read', async () => {
    expect(() => readPdf(Buffer.from('%PDF-1.7\nhello'))).toThrow(/no PDF/)
    const half = await written(true)
    expect(() => readPdf(half.subarray(0, half.length / 2))).toThrow()
  })

  it('adds objects after the highest number', () => {
    const pdf = new PdfFile(new Map([[7, 'null']]), new Map([['/Size', '8']]))
    expect(pdf.add('true').number).toBe(9)
  })
})
