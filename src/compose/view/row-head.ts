import type { Row } from '../../model/index.js'
import type * as context from '../context/index.js'
import type { Desk } from './desk.js'
import { unitOf } from './names.js'
import { noteId } from './notes.js'
import { say } from './words.js'

/** What a row counts, in what unit, and the notes on why it is as it is. */
export function rowHead(desk: Desk, row: Row): context.RowHead {
  return {
    id: `row-${row.id}`,
    label: say(desk, row.label),
    unit: unitOf(desk, row.unit, row.per, row.each),
    part: row.indent > 0,
    notes: row.notes.map((index) => ({ number: index + 1, href: `#${noteId(index)}` })),
  }
}
