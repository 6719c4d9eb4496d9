import type { Row, Text } from '../../model/index.js'
import { drawBars } from '../chart/bars.js'
import { type Family, planFamily, type UnitPlan } from '../chart/choose.js'
import { size } from '../chart/style.js'
import type * as context from '../context/index.js'
import { activityChart } from './activity-chart.js'
import { type Desk, factsOf } from './desk.js'
import { referTo } from './figure.js'
import { spreadChart, spreadNote } from './spread-charts.js'
import { asMarkup, namesByOrganisation, type Studio } from './studio.js'
import { timelineChart } from './timeline-section.js'
import { fixed, flat, say } from './words.js'

const families: [Family, zh: string, en: string][] = [
  ['money', '资金：各组织报告的款额', 'Money: amounts reported, by organisation'],
  ['supplies', '物资：各组织报告的数量，每项一尺度', 'Supplies: quantities reported, each on its own scale'],
  ['reach', '传播：发布与阅读', 'Reach: what was published and read'],
  ['people', '人员：各组织报告的人数', 'People: numbers reported, by organisation'],
]
const spreadTitles: [Row['family'], zh: string, en: string][] = [
  ['money', '资金：各组织款额的分布', 'Money: how the organisations’ amounts lie'],
  ['supplies', '物资：各组织数量的分布', 'Supplies: how the organisations’ quantities lie'],
  ['people', '人员：各组织人数的分布', 'People: how the organisations’ numbers lie'],
  ['reach', '传播：各组织发布与阅读的分布', 'Reach: how publishing and reading lie'],
  ['activity', '活动：各组织次数与个数的分布', 'Activity: how the organisations’ counts lie'],
]
const mostPanels: Record<string, number> = { money: 4, supplies: 6, reach: 4, people: 4 }
const mostBars = 40
/** Beyond this many organisations the ranked lists have a bar for each; charts show how all of them lie. */
const mostForBars = 8
const mostReferences = 24

/** The figures of the briefing, chosen by rule; null where nothing can be drawn and nothing need be said. */
export function charts(studio: Studio): context.Charts | null {
  if (studio.desk.briefing.organisations.length > mostForBars) return spreads(studio)
  const items: context.Chart[] = []
  const alone: Text[] = []
  for (const [family, zh, en] of families) {
    const { units, single } = planFamily(studio.desk.briefing, family, namesByOrganisation(studio.desk))
    const chart = familyChart(studio, family, units, fixed(studio.desk, zh, en))
    if (chart) items.push(chart)
    const activity = family === 'reach' ? activityChart(studio) : null
    if (activity) items.push(activity)
    alone.push(...single.map(({ label }) => label))
  }
  const time = timelineChart(studio)
  if (time) items.push(time)
  const omitted = alone.length ? [tooFew(studio.desk, alone)] : []
  return items.length || omitted.length ? { items, omitted } : null
}

function spreads(studio: Studio): context.Charts | null {
  const charts = spreadTitles.flatMap(([family, zh, en]) => spreadChart(studio, family, zh, en) ?? [])
  const items = charts.map((chart, index) => (index === 0 ? { ...chart, note: spreadNote(studio.desk) } : chart))
  return items.length ? { items, omitted: [] } : null
}

function familyChart(
  studio: Studio,
  family: Family,
  units: readonly UnitPlan[],
  title: context.Words,
): context.Chart | null {
  const { desk } = studio
  const chosen = panelsFor(units, mostPanels[family] ?? 4)
  const [first] = chosen
  if (!first) return null
  const id = `chart-${family}`
  const labels: string[] = []
  // A logarithmic scale needs room for its axis.
  const side = chosen.length > 1 || (first.plan.groups.length > 1 && !first.plan.logarithmic)
  const oneUnit = chosen.every(({ unit }) => unit.zh === first.unit.zh) && hasText(first.unit)
  const width = side ? size.half : size.page
  const panels = chosen.flatMap((unit, index) => {
    const name = `${flat(title)}; ${flat(say(desk, unit.unit))}`
    const frame = { id: `${id}-${index + 1}`, name, width, languages: desk.languages }
    return drawBars(unit.plan, frame, studio.typesetter).map((drawing, group) => {
      labels.push(...drawing.labels)
      const title = panelTitle(desk, unit.unit, unit.plan.groups[group]?.header ?? null, !oneUnit)
      return { title, width, svg: asMarkup(drawing) }
    })
  })
  studio.expected.push({ id, labels })
  const facts = factsOf(
    desk,
    chosen.flatMap((unit) => unit.facts),
  ).slice(0, mostReferences)
  return {
    id,
    title,
    unit: oneUnit ? say(desk, first.unit) : null,
    layout: side ? 'columns' : 'stacked',
    panels,
    note: scaleNote(desk, chosen, units),
    references: facts.map((fact) => referTo(desk, fact, 'charts')).sort((a, b) => a.number - b.number),
  }
}

/** The first ones, as many as there is room for. */
function panelsFor(units: readonly UnitPlan[], most: number): UnitPlan[] {
  const chosen: UnitPlan[] = []
  let bars = 0
  for (const unit of units) {
    bars += barsOf(unit)
    if (chosen.length && (bars > mostBars || chosen.length === most)) break
    chosen.push(unit)
  }
  return chosen
}

function barsOf({ plan }: UnitPlan): number {
  return plan.groups.reduce((sum, group) => sum + group.bars.length, 0)
}

/** The measure, with its unit where the panels do not share it. */
function panelTitle(desk: Desk, unit: Text, measure: Text | null, united: boolean): context.Words | null {
  if (!united) return measure && say(desk, measure)
  const named = hasText(unit) ? unit : { zh: '未注明单位', en: 'unit not given' }
  if (!measure) return fixed(desk, named.zh, named.en)
  return fixed(desk, `${measure.zh}（${named.zh}）`, measure.en && `${measure.en} (${named.en})`)
}

function hasText(text: Text): boolean {
  return text.zh !== '' || text.en !== ''
}

function scaleNote(desk: Desk, chosen: readonly UnitPlan[], all: readonly UnitPlan[]): context.Words | null {
  const zh: string[] = []
  const en: string[] = []
  const logarithmic = chosen.filter(({ plan }) => plan.logarithmic)
  if (logarithmic.length) {
    const all = logarithmic.length === chosen.length
    zh.push(
      `${all ? '' : `${logarithmic.map(({ unit }) => unit.zh).join('、')}：`}对数刻度，每格为前一格的十倍；数值相差太大，长条无法比较。`,
    )
    en.push(
      `${all ? 'Logarithmic' : `${logarithmic.map(({ unit }) => unit.en).join(', ')}: logarithmic`} scale, each step ten times the one before; the values lie too far apart for bars.`,
    )
  }
  const parts = chosen.some(({ plan }) => plan.groups.some(({ bars }) => bars.some(({ part }) => part)))
  if (parts) {
    zh.push('浅色为总额的组成部分，不另计。')
    en.push('Lighter: parts of a total, not added to it.')
  }
  const cut = chosen.reduce((sum, unit) => sum + unit.left, 0)
  const undrawn = all.filter((unit) => !chosen.includes(unit))
  const left = cut + undrawn.reduce((sum, unit) => sum + unit.left + barsOf(unit), 0)
  if (left > 0) {
    zh.push(`只画最大的数值；另有${left}项见比较表。`)
    en.push(`Only the largest are drawn; ${left} more in the comparison.`)
  }
  return zh.length ? fixed(desk, zh.join(''), en.join(' ')) : null
}

function tooFew(desk: Desk, labels: readonly Text[]): context.Words {
  const shown = labels.slice(0, 6)
  const more = labels.length > shown.length
  return fixed(
    desk,
    `未作图：${shown.map(({ zh }) => zh).join('、')}${more ? '等' : ''}：没有可比的数值。`,
    `Not drawn: ${shown.map(({ zh, en }) => en || zh).join(', ')}${more ? ' and others' : ''}: nothing to compare with.`,
  )
}
