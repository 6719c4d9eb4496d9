import type { Briefing } from '../../model/index.js'
import { type Column, evidenceColumns, openLedger, type Value } from '../columns.js'
import type { Cell, Sheet } from './cells.js'
import { addressCell, headOf, type Languages } from './heads.js'

/** A row for each figure, with the columns of evidence.csv. */
export function evidenceSheet(briefing: Briefing, languages: Languages, name: string): Sheet {
  const ledger = openLedger(briefing)
  const long = new Set(['sentence', 'statement_zh', 'statement_en'])
  return {
    name,
    columns: evidenceColumns.map(({ id, zh, en, kind }) =>
      headOf(languages, zh, en, long.has(id) ? 48 : kind === 'text' ? 18 : 12),
    ),
    rows: briefing.facts.map((fact) => evidenceColumns.map((column) => cellOf(column, column.value(fact, ledger)))),
  }
}

function cellOf({ id, kind }: Column, value: Value): Cell {
  if (kind === 'date' && typeof value === 'string') return { date: value }
  if (id === 'source' && typeof value === 'string') return addressCell(value)
  return value
}
