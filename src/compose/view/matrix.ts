import type * as context from '../context/index.js'
import type { Desk } from './desk.js'
import { shortNameOf } from './names.js'
import { say } from './words.js'

/** From this many organisations on, they are the rows. */
const manyOrganisations = 5
const symbols = { figures: '●', reported: '○', none: '–' } as const

type Cell = Desk['briefing']['matrix']['cells'][number]

export function matrix(desk: Desk): context.Matrix | null {
  const { categories, cells } = desk.briefing.matrix
  const organisations = desk.briefing.organisations
  if (!categories.length || !organisations.length) return null
  const byPlace = new Map(cells.map((cell) => [`${cell.organisation} ${cell.category}`, cell]))
  const at = (organisation: string, category: string) => cellView(byPlace.get(`${organisation} ${category}`))
  const byOrganisation = organisations.map(({ id }) => ({ id, label: shortNameOf(desk, id), href: `#${id}` }))
  const byCategory = categories.map(({ id, label }) => ({ id, label: say(desk, label), href: null }))
  const down = organisations.length >= manyOrganisations
  const rows = down ? byOrganisation : byCategory
  const columns = down ? byCategory : byOrganisation
  return {
    orientation: down ? 'down' : 'across',
    columns: columns.map(({ label, href }) => ({ label, href })),
    rows: rows.map(({ id: row, label, href }) => ({
      label,
      href,
      cells: columns.map(({ id: column }) => (down ? at(row, column) : at(column, row))),
    })),
  }
}

function cellView(cell: Cell | undefined): context.MatrixCell {
  const level = cell?.level ?? 'none'
  return { symbol: symbols[level], level, count: cell && level === 'figures' ? cell.figures : null }
}
