import type { PdfFile, Value } from '../pdf/index.js'

/** Writes the places that links lead to in whole points. */
export function shortenDestinations(pdf: PdfFile): void {
  for (const place of pdf.dict(pdf.catalog.get('/Dests'))?.values() ?? []) {
    const values = pdf.array(place)
    for (const [i, value] of values.entries()) values[i] = whole(value)
  }
}

function whole(value: Value): Value {
  return typeof value === 'string' && value.includes('.') ? String(Math.round(Number(value))) : value
}
