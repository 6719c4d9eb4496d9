import { inflateSync } from 'node:zlib'
import type { PdfFile } from './file.js'
import { type Dict, Stream, type Value } from './value.js'

/** The content of a stream, unpacked (ISO 32000-1 §7.4). Throws where it is packed otherwise than by Flate. */
export function streamBytes({ dict, bytes }: Stream): Buffer {
  const filters = list(dict.get('/Filter'))
  const parameters = list(dict.get('/DecodeParms'))
  let content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (const [i, filter] of filters.entries()) {
    if (filter !== '/FlateDecode') throw new Error(`a stream of the PDF is packed by ${String(filter)}`)
    content = unpredicted(inflateSync(content), parameters[i])
  }
  return content
}

function list(value: Value | undefined): Value[] {
  if (value === undefined) return []
  return Array.isArray(value) ? value : [value]
}

/** Undoes a PNG predictor (§7.4.4.4), which cross-reference streams of other programs have. */
function unpredicted(bytes: Buffer, parameters: Value | undefined): Buffer {
  const dict: Dict = parameters instanceof Map ? parameters : new Map()
  const predictor = Number(dict.get('/Predictor') ?? 1)
  if (predictor === 1) return bytes
  if (predictor < 10) throw new Error(`a stream of the PDF has predictor ${predictor}`)
  const [columns, colours, bits] = ['/Columns', '/Colors', '/BitsPerComponent'].map((key) => dict.get(key))
  const pixel = Math.max(1, (Number(colours ?? 1) * Number(bits ?? 8)) / 8)
  const width = Math.ceil((Number(columns ?? 1) * Number(colours ?? 1) * Number(bits ?? 8)) / 8)
  const rows = Math.floor(bytes.length / (width + 1))
  const output = Buffer.alloc(rows * width)
  for (let row = 0; row < rows; row++) {
    const kind = bytes[row * (width + 1)] ?? 0
    for (let i = 0; i < width; i++) {
      const left = i < pixel ? 0 : (output[row * width + i - pixel] ?? 0)
      const up = row === 0 ? 0 : (output[(row - 1) * width + i] ?? 0)
      const corner = row === 0 || i < pixel ? 0 : (output[(row - 1) * width + i - pixel] ?? 0)
      const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][kind] ?? 0
      output[row * width + i] = (bytes[row * (width + 1) + 1 + i] ?? 0) + guess
    }
  }
  return output
}

function paeth(left: number, up: number, corner: number): number {
  const estimate = left + up - corner
  const [a, b, c] = [Math.abs(estimate - left), Math.abs(estimate - up), Math.abs(estimate - corner)]
  if (a <= b && a <= c) return left
  return b <= c ? up : corner
}

/** The content of a stream, a byte a character; empty where it is none. Streams of several parts are joined. */
export function streamText(pdf: PdfFile, value: Value | undefined): string {
  const found = pdf.resolve(value)
  if (Array.isArray(found)) return found.map((part) => streamText(pdf, part)).join('\n')
  return found instanceof Stream ? streamBytes(found).toString('latin1') : ''
}
