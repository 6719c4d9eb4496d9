import { columns, type Term } from './terms.js'

/** Terms as CSV with the columns of assets/terms, a header row first: a spreadsheet opens it. */
export function termsToCsv(terms: readonly Term[]): string {
  const rows = terms.map((term) => [term.zh, term.en, term.pos, term.forms, term.note ?? '', term.domain])
  return `${[columns, ...rows].map((row) => row.map(cell).join(',')).join('\n')}\n`
}

function cell(value: string): string {
  return /[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value
}
