import { drawCounts } from '../chart/counts.js'
import type { CountPlan } from '../chart/plan.js'
import { size } from '../chart/style.js'
import type * as context from '../context/index.js'
import { nameOf, shortNameOf } from './names.js'
import { asMarkup, type Studio } from './studio.js'
import { fixed, flat } from './words.js'

/** Above this the panels would be too narrow: one chart of how many organisations reported each category. */
const mostPanels = 4
const labelColumn = 230

/** What each organisation reported, by category: the number of figures. */
export function activityChart(studio: Studio): context.Chart | null {
  const { desk } = studio
  const { organisations, matrix } = desk.briefing
  const filled = matrix.cells.filter(({ level }) => level !== 'none')
  if (matrix.categories.length < 2 || new Set(filled.map(({ category }) => category)).size < 2) return null
  return organisations.length <= mostPanels ? byOrganisation(studio) : byCategory(studio)
}

function byOrganisation(studio: Studio): context.Chart {
  const { desk, typesetter } = studio
  const { organisations, matrix } = desk.briefing
  const largest = Math.max(1, ...matrix.cells.map(({ figures }) => figures))
  const labels: string[] = []
  const first = organisations.length === 1 ? 0.6 : 1
  const width = (size.page * first - labelColumn - 12 * (organisations.length - 1)) / organisations.length
  const panels = organisations.map(({ id }, index) => {
    const plan: CountPlan = {
      rows: matrix.categories.map(({ id: category, label }) => {
        const cell = matrix.cells.find((at) => at.organisation === id && at.category === category)
        const count = cell?.figures ?? 0
        return { label, count, shown: count ? String(count) : cell?.level === 'reported' ? '○' : '–' }
      }),
      largest,
      labelled: index === 0,
    }
    const name = `${flat(title(studio))}: ${flat(nameOf(desk, id))}`
    const panelWidth = Math.floor(index === 0 ? width + labelColumn : width)
    const frame = { id: `chart-activity-${index + 1}`, name, width: panelWidth, languages: desk.languages, labelColumn }
    const drawing = drawCounts(plan, frame, typesetter)
    labels.push(...drawing.labels)
    return { title: shortNameOf(desk, id), width: panelWidth, svg: asMarkup(drawing) }
  })
  studio.expected.push({ id: 'chart-activity', labels })
  return chart(
    studio,
    panels,
    title(studio),
    fixed(desk, '○ 有报告而无数字；– 未报告。', '○ reported without a figure; – not reported.'),
  )
}

function byCategory(studio: Studio): context.Chart {
  const { desk, typesetter } = studio
  const { matrix, organisations } = desk.briefing
  const heading = fixed(desk, '各类活动：报告的组织数', 'Activity: how many organisations reported each category')
  const plan: CountPlan = {
    rows: matrix.categories.map(({ id, label }) => {
      const count = matrix.cells.filter(({ category, level }) => category === id && level !== 'none').length
      return { label, count, shown: count ? `${count}/${organisations.length}` : '–' }
    }),
    largest: organisations.length,
    labelled: true,
  }
  const frame = {
    id: 'chart-activity-1',
    name: flat(heading),
    width: size.page,
    languages: desk.languages,
    labelColumn: 300,
  }
  const drawing = drawCounts(plan, frame, typesetter)
  studio.expected.push({ id: 'chart-activity', labels: drawing.labels })
  return chart(studio, [{ title: null, width: size.page, svg: asMarkup(drawing) }], heading, null)
}

function title({ desk }: Studio): context.Words {
  return fixed(desk, '活动：各组织各类数字的个数', 'Activity: number of figures by category')
}

function chart(
  { desk }: Studio,
  panels: context.Chart['panels'],
  heading: context.Words,
  note: context.Words | null,
): context.Chart {
  return {
    id: 'chart-activity',
    title: heading,
    unit:
      desk.briefing.organisations.length <= mostPanels
        ? fixed(desk, '个', 'figures')
        : fixed(desk, '个组织', 'organisations'),
    layout: panels.length > 1 ? 'row' : 'stacked',
    panels,
    note,
    references: [],
  }
}
