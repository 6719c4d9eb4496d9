import { approximationMark } from '../../language/render.js'
import type { Row } from '../../model/index.js'
import { headed } from '../chart/headers.js'
import type { SpreadRow } from '../chart/plan.js'
import { drawSpread } from '../chart/spread.js'
import { size } from '../chart/style.js'
import type * as context from '../context/index.js'
import { type Desk, factsOf } from './desk.js'
import { numberText } from './figure.js'
import { roughly, spreadOf } from './spread.js'
import { asMarkup, type Studio } from './studio.js'
import { evidenceHref } from './uses.js'
import { fixed, flat } from './words.js'

const mostRows = 9

/** How many organisations lie on each measure of a family, those that most report first; null where few report any. */
export function spreadChart(studio: Studio, family: Row['family'], zh: string, en: string): context.Chart | null {
  const { desk, typesetter } = studio
  const rows = headed(desk.briefing, family)
    .flatMap(({ row, header }) => rowOf(studio, row, header ?? row.label) ?? [])
    .sort((a, b) => b.values.length - a.values.length)
    .slice(0, mostRows)
  if (!rows.length) return null
  const title = fixed(desk, zh, en)
  const id = `chart-${family}`
  const drawing = drawSpread(
    { rows },
    { id: `${id}-1`, name: flat(title), width: size.page, languages: desk.languages },
    typesetter,
  )
  studio.expected.push({ id, labels: drawing.labels })
  return {
    id,
    title,
    unit: null,
    layout: 'stacked',
    panels: [{ title: null, width: size.page, svg: asMarkup(drawing) }],
    note: null,
    references: [],
  }
}

/** How to read the charts: said once, at the first. */
export function spreadNote(desk: Desk): context.Words {
  return fixed(
    desk,
    '每条短线为一家组织（60家以上不画）；浅色条为居中的一半，长竖线及其下的数为中位数（本简报计算），右端的数为最大值。对数刻度，每格为前一格的十倍；各行单位不同，只可在行内比较。',
    'A short stroke is an organisation (none where more than 60 report); the light bar is the middle half, the longer stroke and the number under it the median (our calculation), the number at the end the largest value. Logarithmic scale, each step ten times the one before; rows have units of their own: compare within a row.',
  )
}

function rowOf({ desk }: Studio, row: Row, header: Row['label']): SpreadRow | null {
  const spread = row.per === null ? spreadOf(row) : null
  const last = spread?.values.at(-1)
  const [fact] = factsOf(desk, last?.entry.facts ?? [])
  if (!spread || !last || !fact || spread.values.some(({ entry }) => entry.value <= 0)) return null
  const { entry } = last
  const named = (text: string, unit: string) => (unit ? `${text}（${unit}）` : text)
  return {
    label: {
      ...header,
      zh: named(header.zh, row.unit.zh),
      en: header.en && (row.unit.en ? `${header.en} (${row.unit.en})` : header.en),
    },
    values: spread.values.map(({ entry }) => entry.value),
    lower: spread.lower,
    median: spread.median,
    upper: spread.upper,
    medianShown: roughly(spread.median),
    largest: {
      shown: `${approximationMark(entry.approximation)}${numberText(entry.value, entry.upper)}`,
      href: evidenceHref(fact),
    },
  }
}
