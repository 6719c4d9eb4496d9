import type * as context from '../context/index.js'
import type { Desk } from './desk.js'
import { mostRows } from './matrix.js'
import { shortNameOf } from './names.js'

/** Null where the matrix has a row for each organisation. */
export function organisationIndex(desk: Desk): context.Index | null {
  const { organisations, facts } = desk.briefing
  if (organisations.length <= mostRows) return null
  const figures = new Map<string, number>()
  for (const { organisation } of facts) figures.set(organisation, (figures.get(organisation) ?? 0) + 1)
  return {
    entries: organisations.map(({ id }) => ({
      id,
      href: `#${id}`,
      label: shortNameOf(desk, id),
      figures: figures.get(id) ?? 0,
    })),
  }
}
