import type { Briefing } from '../model/index.js'
import { evidenceColumns, openLedger, type Value } from './columns.js'
import { isFormula } from './formulas.js'

/**
 * Every figure with its sentence (RFC 4180), with a byte order mark: spreadsheet programs take Chinese for Latin without
 * one. A text that would be a formula stands behind an apostrophe.
 */
export function evidenceTable(briefing: Briefing): string {
  const ledger = openLedger(briefing)
  const rows = briefing.facts.map((fact) => evidenceColumns.map((column) => column.value(fact, ledger)))
  const lines = [evidenceColumns.map(({ id }) => id), ...rows].map((row) => row.map(field).join(','))
  return `\ufeff${lines.join('\r\n')}\r\n`
}

function field(value: Value): string {
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  const safe = isFormula(value) ? `'${value}` : value
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
