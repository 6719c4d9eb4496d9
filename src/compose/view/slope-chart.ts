import { approximationMark, renderDate } from '../../language/render.js'
import { type BriefingFact, type Difference, type EarlierFigure, printedUnit, type Text } from '../../model/index.js'
import { drawSlope, type SlopePlan } from '../chart/slope.js'
import { size } from '../chart/style.js'
import type * as context from '../context/index.js'
import { factsOf } from './desk.js'
import { entryOf, numberText } from './figure.js'
import { asMarkup, namesByOrganisation, type Studio } from './studio.js'
import { evidenceHref } from './uses.js'
import { fixed, flat, say } from './words.js'

const mostPanels = 4
const mostLines = 8
/** A line below this part of the largest value would lie on the axis. */
const smallest = 0.03

interface Pair {
  item: Difference
  before: EarlierFigure
  fact: BriefingFact
  label: Text
  unit: Text
  qualifier: Text | null
}

/** What changed, then and now, a panel for each unit in which two things did; null where there is none. */
export function slopeChart(studio: Studio, changed: readonly Difference[]): context.Chart | null {
  const { desk } = studio
  const pairs = pairsOf(studio, changed)
  const byUnit = new Map<string, Pair[]>()
  for (const pair of pairs) byUnit.set(pair.unit.zh, [...(byUnit.get(pair.unit.zh) ?? []), pair])
  const units = [...byUnit.values()].map(drawable).filter((own) => own.length > 1)
  if (units.length === 0) return null
  const title = fixed(desk, '变化：上期与本期', 'Changes: then and now')
  const labels: string[] = []
  const chosen = units.slice(0, mostPanels)
  const width = chosen.length > 1 ? size.half : size.page
  const panels = chosen.map((own, index) => {
    const unit = own[0]?.unit ?? { zh: '', en: '', enBasis: 'none' as const }
    const name = `${flat(title)}; ${flat(say(desk, unit))}`
    const frame = { id: `chart-since-${index + 1}`, name, width, languages: desk.languages }
    const drawing = drawSlope(planOf(studio, own), frame, studio.typesetter)
    labels.push(...drawing.labels)
    return { title: unit.zh || unit.en ? say(desk, unit) : null, width, svg: asMarkup(drawing) }
  })
  studio.expected.push({ id: 'chart-since', labels })
  const left = pairs.length - chosen.reduce((sum, own) => sum + own.length, 0)
  return {
    id: 'chart-since',
    title,
    unit: null,
    layout: chosen.length > 1 ? 'columns' : 'stacked',
    panels,
    note: left > 0 ? fixed(desk, `另有${left}项变化见上表。`, `${left} more changes in the table above.`) : null,
    references: [],
  }
}

/** Changes between two plain values. */
function pairsOf({ desk }: Studio, changed: readonly Difference[]): Pair[] {
  return changed.flatMap((item) => {
    const [fact] = factsOf(desk, item.facts)
    const { before, by } = item
    if (!fact || !before || by === null || before.value < 0 || fact.quantity.value < 0) return []
    const row = desk.rows.get(fact.id)
    if (!row || row.per !== null) return []
    const { qualifier } = entryOf(row, fact)
    return [{ item, before, fact, label: row.label, unit: printedUnit(row, fact.quantity.unit), qualifier }]
  })
}

/** The largest, as far as they can be told apart on one scale. */
function drawable(pairs: readonly Pair[]): Pair[] {
  const most = ({ before, fact }: Pair) => Math.max(before.value, fact.quantity.value)
  const sorted = [...pairs].sort((a, b) => most(b) - most(a)).slice(0, mostLines)
  const largest = sorted[0] ? most(sorted[0]) : 0
  return sorted.filter((pair) => most(pair) >= largest * smallest)
}

function planOf({ desk }: Studio, pairs: readonly Pair[]): SlopePlan {
  const names = namesByOrganisation(desk)
  const owners = pairs.map(({ item }) => item.organisation)
  const alike = new Set(pairs.map(({ label }) => label.zh)).size === 1
  const edition = (date: string | null, zh: string, en: string): Text =>
    date
      ? { zh: `${renderDate(date, 'zh')}版`, en: renderDate(date, 'en'), enBasis: 'terms' }
      : { zh, en, enBasis: 'terms' }
  return {
    before: edition(desk.briefing.since?.edition.date ?? null, '上期', 'then'),
    now: edition(desk.briefing.date, '本期', 'now'),
    lines: pairs.map(({ item, before, fact, label, qualifier }) => {
      const name = names.get(item.organisation ?? '')
      const several = owners.filter((id) => id === item.organisation).length > 1
      const { value, approximation } = fact.quantity
      return {
        label: alike && name ? joined(several ? qualifier : null, name) : joined(name, label),
        before: before.value,
        after: value,
        shownBefore: `${approximationMark(before.approximation)}${numberText(before.value, null)}`,
        shownAfter: `${approximationMark(approximation)}${numberText(value, null)}`,
        href: evidenceHref(fact),
      }
    }),
  }
}

/** What changed, and what sets it apart. */
function joined(name: Text | null | undefined, label: Text): Text {
  const both = (a: string, b = '') => (b ? `${a} · ${b}` : a)
  return { zh: both(label.zh, name?.zh), en: both(label.en || label.zh, name?.en), enBasis: label.enBasis }
}
