import type * as context from '../context/index.js'
import { mostInContents } from './contents.js'
import type { Desk } from './desk.js'
import { kindOf, shortNameOf } from './names.js'
import { plain } from './parts.js'
import { fixed, say } from './words.js'

/** From this many organisations on, they are the rows. */
const manyOrganisations = 5
/** Beyond this the rows are kinds of organisations, and each organisation stands in the index. */
export const mostRows = 40
const symbols = { figures: '●', reported: '○', none: '–' } as const
/** Least numbers of figures for each darkness, and least shares of organisations. */
const counts = [1, 3, 6, 10]
const shares = [0.005, 0.25, 0.5, 0.75]

type Cell = Desk['briefing']['matrix']['cells'][number]
type Row = context.Matrix['rows'][number]

/** Who reported what: a cell for each organisation and category, or for each kind of organisation. */
export function matrix(desk: Desk): context.Matrix | null {
  const { organisations, matrix } = desk.briefing
  if (!matrix.categories.length || !organisations.length) return null
  const columns = matrix.categories.map(({ label }) => ({ label: say(desk, label), href: null }))
  const paged = organisations.length > mostInContents && organisations.length <= mostRows
  if (organisations.length > mostRows)
    return { orientation: 'kinds', paged, key: shareKey(desk), columns, rows: byKind(desk) }
  if (organisations.length >= manyOrganisations)
    return { orientation: 'down', paged, key: countKey(desk), columns, rows: byOrganisation(desk, paged) }
  return {
    orientation: 'across',
    paged,
    key: countKey(desk),
    columns: organisations.map(({ id }) => ({ label: shortNameOf(desk, id), href: `#${id}` })),
    rows: byCategory(desk),
  }
}

function countKey(desk: Desk): context.Words {
  return fixed(
    desk,
    '数字为报告的数字个数，越多越深；○ 有报告而无数字；– 未报告。',
    'Numbers: how many figures are reported, the more the darker; ○ reported without figures; – not reported.',
  )
}

function shareKey(desk: Desk): context.Words {
  return fixed(
    desk,
    '各类组织中有报告者所占比例，越高越深；– 无一报告。每个组织的页码见组织索引。',
    'Share of the organisations of each kind that report it, the higher the darker; – reported by none. The page of each organisation stands in the index.',
  )
}

function byOrganisation(desk: Desk, paged: boolean): Row[] {
  const { organisations, matrix } = desk.briefing
  const at = cellFinder(desk)
  return organisations.map(({ id }) => ({
    label: shortNameOf(desk, id),
    href: `#${id}`,
    page: paged ? id : null,
    cells: matrix.categories.map((category) => at(id, category.id)),
  }))
}

function byCategory(desk: Desk): Row[] {
  const { organisations, matrix } = desk.briefing
  const at = cellFinder(desk)
  return matrix.categories.map(({ id, label }) => ({
    label: say(desk, label),
    href: null,
    page: null,
    cells: organisations.map((organisation) => at(organisation.id, id)),
  }))
}

function cellFinder({ briefing }: Desk): (organisation: string, category: string) => context.MatrixCell {
  const byPlace = new Map(briefing.matrix.cells.map((cell) => [`${cell.organisation} ${cell.category}`, cell]))
  return (organisation, category) => cellView(byPlace.get(`${organisation} ${category}`))
}

function cellView(cell: Cell | undefined): context.MatrixCell {
  const level = cell?.level ?? 'none'
  const figures = level === 'figures' ? (cell?.figures ?? 0) : 0
  return { symbol: symbols[level], level, count: figures ? String(figures) : null, heat: darkness(figures, counts) }
}

function darkness(value: number, steps: readonly number[]): number {
  return steps.filter((least) => value >= least).length
}

/** For all organisations, and for each kind of them, how large a part reports each category. */
function byKind(desk: Desk): Row[] {
  const { organisations } = desk.briefing
  const kinds = new Map<string, { label: context.Words; members: string[] }>()
  for (const { id, kind } of organisations) {
    const group = kinds.get(kind) ?? { label: kindOf(desk, kind), members: [] }
    group.members.push(id)
    kinds.set(kind, group)
  }
  const all = { label: fixed(desk, '全部', 'All'), members: organisations.map(({ id }) => id) }
  const groups = [...kinds.values()].sort((a, b) => b.members.length - a.members.length)
  return [all, ...(groups.length > 1 ? groups : [])].map((group) => kindRow(desk, group))
}

function kindRow({ briefing }: Desk, { label, members }: { label: context.Words; members: readonly string[] }): Row {
  const own = new Set(members)
  const reporting = new Map<string, number>()
  for (const { organisation, category, level } of briefing.matrix.cells)
    if (level !== 'none' && own.has(organisation)) reporting.set(category, (reporting.get(category) ?? 0) + 1)
  return {
    label: withNumber(label, members.length),
    href: null,
    page: null,
    cells: briefing.matrix.categories.map(({ id }) => shareView((reporting.get(id) ?? 0) / members.length)),
  }
}

function shareView(share: number): context.MatrixCell {
  if (share === 0) return { symbol: symbols.none, level: 'none', count: null, heat: 0 }
  const percent = share < 0.005 ? '<1%' : `${Math.round(share * 100)}%`
  return { symbol: symbols.figures, level: 'figures', count: percent, heat: darkness(share, shares) }
}

function withNumber({ runs }: context.Words, number: number): context.Words {
  const last = runs.at(-1)
  return last ? { runs: [...runs.slice(0, -1), { ...last, parts: [...last.parts, plain(` ${number}`)] }] } : { runs }
}
