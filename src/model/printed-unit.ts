import type { Row } from './briefing.js'
import type { Text } from './text.js'

/** The unit of a figure as its source prints it; its row, where it has one, may show it in a larger one. */
export function printedUnit(row: Pick<Row, 'unit' | 'converted'> | null | undefined, unit: string | null): Text {
  const own = row?.converted?.find((conversion) => conversion.unit.zh === unit)?.unit
  return own ?? row?.unit ?? { zh: unit ?? '', en: '', enBasis: 'none' }
}
