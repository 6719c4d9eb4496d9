import type { Briefing, Row, Text } from '../../model/index.js'

export interface HeadedRow {
  row: Row
  /** The measure's name, with its category where two rows of the family have the same name. */
  header: Text
}

/** The rows of a family whose values may share a scale; rates (`per`) are left to the tables. */
export function headed(briefing: Briefing, family: Row['family']): HeadedRow[] {
  const rows = briefing.comparison.flatMap(({ label, rows: all }) =>
    all.filter((row) => row.family === family && row.per === null).map((row) => ({ row, category: label })),
  )
  const names = new Map<string, number>()
  for (const { row } of rows) names.set(row.label.zh, (names.get(row.label.zh) ?? 0) + 1)
  return rows.map(({ row, category }) => ({
    row,
    header: (names.get(row.label.zh) ?? 0) > 1 ? within(row.label, category) : row.label,
  }))
}

function within(label: Text, category: Text): Text {
  return {
    ...label,
    zh: `${label.zh}（${category.zh}）`,
    en: label.en && category.en ? `${label.en} (${category.en})` : label.en,
  }
}
