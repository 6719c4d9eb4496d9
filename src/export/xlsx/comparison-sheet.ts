import { approximationMark } from '../../language/render.js'
import type { Briefing, Entry, Row } from '../../model/index.js'
import { openLedger } from '../columns.js'
import { inLanguages, organisationName } from '../words.js'
import type { Cell, Sheet } from './cells.js'
import { evidenceLink, headOf, type Languages } from './heads.js'

/** Measures down, organisations across, each with its mark, value and day; a cell of several figures takes several lines. */
export function comparisonSheet(briefing: Briefing, languages: Languages, evidence: string): Sheet {
  const { facts } = openLedger(briefing)
  const ranges = organisationsWithRanges(briefing)
  const rows = briefing.comparison.flatMap(({ label: category, rows: own }) =>
    own.flatMap((row) => {
      const byOrganisation = new Map(row.cells.map(({ organisation, entries }) => [organisation, entries]))
      const lines = Math.max(0, ...row.cells.map(({ entries }) => entries.length))
      return Array.from({ length: lines }, (_, line): Cell[] => [
        ...[
          category.zh,
          category.en,
          indented(row.label.zh, row),
          indented(row.label.en, row),
          unitZh(row),
          unitEn(row),
        ],
        ...briefing.organisations.flatMap(({ id }) => {
          const entry = byOrganisation.get(id)?.[line]
          const number = facts.get(entry?.facts[0] ?? '')?.number
          const cells = entryCells(entry, number === undefined ? null : evidenceLink(evidence, number), languages)
          return ranges.has(id) ? cells : cells.filter((_, at) => at !== 2)
        }),
      ])
    }),
  )
  const heads = briefing.organisations.flatMap((organisation, at) => {
    const { zh, en } = organisationName(organisation, at + 1)
    const head = (ofZh: string, ofEn: string, width: number) =>
      headOf(languages, ofZh ? `${zh}：${ofZh}` : zh, ofEn ? `${en}: ${ofEn}` : en, width)
    return [
      head('约略', 'mark', 8),
      head('', '', 18),
      ...(ranges.has(organisation.id) ? [head('上限', 'upper bound', 12)] : []),
      head('日期', 'as of', 12),
      head('说明', 'of what', 24),
    ]
  })
  const fixed = [
    headOf(languages, '类别', 'Category (zh)', 14),
    headOf(languages, '类别（英）', 'Category', 18),
    headOf(languages, '项目', 'Measure (zh)', 22),
    headOf(languages, '项目（英）', 'Measure', 26),
    headOf(languages, '单位', 'Unit (zh)', 9),
    headOf(languages, '单位（英）', 'Unit', 12),
  ]
  return { name: inLanguages({ zh: '比较', en: 'Comparison' }, languages), columns: [...fixed, ...heads], rows }
}

function organisationsWithRanges({ comparison }: Briefing): Set<string> {
  const cells = comparison.flatMap(({ rows }) => rows.flatMap((row) => row.cells))
  return new Set(
    cells.filter(({ entries }) => entries.some(({ upper }) => upper !== null)).map((cell) => cell.organisation),
  )
}

/** Mark, value, upper bound, day, qualifier. */
function entryCells(entry: Entry | undefined, href: string | null, languages: Languages): Cell[] {
  if (!entry) return [null, null, null, null, null]
  const mark = `${entry.sum ? 'Σ ' : ''}${approximationMark(entry.approximation)}`.trim()
  return [
    mark || null,
    href === null ? entry.value : { number: entry.value, href },
    entry.upper,
    entry.time && { date: entry.time.asOf },
    entry.qualifier && inLanguages(entry.qualifier, languages),
  ]
}

function indented(text: string, { indent }: Row): string {
  return indent > 0 && text ? `　${text}` : text
}

function unitZh({ unit, per }: Row): string {
  return per ? `${unit.zh}/${per}` : unit.zh
}

function unitEn({ unit, per }: Row): string {
  return per ? `${unit.en} / ${per}` : unit.en
}
