import { approximationMark, renderDate } from '../../language/render.js'
import {
  type BriefingFact,
  type Difference,
  type EarlierFigure,
  printedUnit,
  type Since,
  type Text,
} from '../../model/index.js'
import type * as context from '../context/index.js'
import { sayTime } from './dates.js'
import { type Desk, factsOf } from './desk.js'
import { entryOf, figureOf, numberText } from './figure.js'
import { shortNameOf, unitOf } from './names.js'
import { prose } from './prose.js'
import { shortened } from './shorten.js'
import { differenceText, percentText } from './since-marks.js'
import { slopeChart } from './slope-chart.js'
import type { Studio } from './studio.js'
import { fixed, say } from './words.js'

/** What would not fit three pages is counted; the attached model has it all. */
const mostChanged = 60
const mostStatements = 4
const mostGroups = 12
const longestStatement = { zh: 90, en: 220 }

/** What is new, changed and gone since the earlier edition; null where none was given. */
export function since(studio: Studio): context.Since | null {
  const { desk } = studio
  const { since } = desk.briefing
  if (!since) return null
  const of = (wanted: Difference['kind']) => since.items.filter(({ kind }) => kind === wanted)
  const changed = of('changed')
  const gone = of('gone')
  return {
    edition: editionText(desk, since),
    tally: sinceTally(desk, since),
    changed: changed.slice(0, mostChanged).flatMap((item) => changedView(studio, item) ?? []),
    chart: slopeChart(studio, changed),
    added: groups(of('new'), desk, (item) => addedStatement(desk, item)),
    gone: groups(
      gone.filter(({ readAgain }) => readAgain),
      desk,
      (item) => goneStatement(desk, item),
    ),
    notRead: notReadText(
      desk,
      gone.filter(({ readAgain }) => !readAgain),
    ),
    organisations: organisationTexts(desk, since),
  }
}

function editionText(desk: Desk, { edition: { title, date, figures, organisations } }: Since): context.Words {
  const zh = `${date ? `${renderDate(date, 'zh')}版` : '上一期'}《${title.zh || title.en}》（${organisations}个组织，${figures}个数字）`
  const en = `${date ? `The edition of ${renderDate(date, 'en')}` : 'The earlier edition'}, “${title.en || title.zh}” (${organisations} organisations, ${figures} figures)`
  return fixed(desk, `与之相比：${zh}。`, `Compared with: ${en.charAt(0).toLowerCase()}${en.slice(1)}.`)
}

/** `3 changed · 12 new · 40 confirmed · 2 no longer reported`, on the first page with the edition's date. */
export function sinceTally(desk: Desk, { items, confirmed, edition: { date } }: Since, dated = false): context.Words {
  const count = (wanted: Difference['kind']) => items.filter(({ kind }) => kind === wanted).length
  const again = items.filter(({ kind, readAgain }) => kind === 'gone' && readAgain).length
  const [changed, added, gone] = [count('changed'), count('new'), count('gone')]
  const zh = `${changed}个有变 · ${added}个新增 · ${confirmed.length}个照旧 · ${gone}个不再见于来源${again ? `（其中${again}个的来源已重读）` : ''}`
  const en = `${changed} changed · ${added} new · ${confirmed.length} confirmed · ${gone} no longer reported${again ? ` (${again} by an article that was read again)` : ''}`
  if (!dated) return fixed(desk, zh, en)
  const when = {
    zh: date ? `自${renderDate(date, 'zh')}版以来` : '自上期以来',
    en: date ? `Since the edition of ${renderDate(date, 'en')}` : 'Since the earlier edition',
  }
  return fixed(desk, `${when.zh}：${zh}`, `${when.en}: ${en}`)
}

function changedView({ desk, figures }: Studio, item: Difference): context.Since['changed'][number] | null {
  const [fact] = factsOf(desk, item.facts)
  if (!fact || !item.before || item.organisation === null) return null
  const row = desk.rows.get(fact.id)
  const entry = entryOf(row, fact)
  const figure = figureOf(desk, entry, 'since')
  if (!figure) return null
  const before = earlierView(desk, item.before)
  figures.push({ fact: `${fact.id} before`, anchor: figure.id, zh: before.value, en: before.value })
  const unit = printedUnit(row, fact.quantity.unit)
  return {
    id: item.id,
    organisation: shortNameOf(desk, item.organisation),
    href: `#${item.organisation}`,
    label: say(desk, row?.label ?? fact.item),
    unit: unitOf(desk, unit, row?.per ?? fact.quantity.per, row?.each),
    before,
    figure,
    difference: differenceText(item),
    percent: percentText(item),
  }
}

function earlierView(desk: Desk, before: EarlierFigure): context.Since['changed'][number]['before'] {
  const { approximation, value, upper, time, number } = before
  const text = `${approximationMark(approximation)}${numberText(value, upper)}`
  return { value: text, time: time && sayTime(desk, time), number }
}

type Group = context.Since['added'][number]

/** By organisation in the order of the briefing, those that are not in it last. */
function groups(
  items: readonly Difference[],
  desk: Desk,
  statementOf: (item: Difference) => Group['statements'][number] | null,
): Group[] {
  const byOrganisation = new Map<string, Difference[]>()
  for (const item of items) {
    const key = item.organisation ?? item.before?.organisation.zh ?? ''
    byOrganisation.set(key, [...(byOrganisation.get(key) ?? []), item])
  }
  return [...byOrganisation.values()].slice(0, mostGroups).map((own) => {
    const [first] = own
    const statements = own.slice(0, mostStatements).flatMap((item) => statementOf(item) ?? [])
    const rest = own.length - statements.length
    const id = first?.organisation ?? null
    return {
      organisation: id === null ? nameOf(desk, first?.before) : shortNameOf(desk, id),
      href: id === null ? null : `#${id}`,
      statements,
      rest: rest > 0 ? fixed(desk, `另有${rest}个数字`, `${rest} more ${rest === 1 ? 'figure' : 'figures'}`) : null,
    }
  })
}

function nameOf(desk: Desk, before: EarlierFigure | null | undefined): context.Words {
  const name = before?.organisation
  return name && (name.zh || name.en) ? say(desk, name) : fixed(desk, '未具名组织', 'Unnamed organisation')
}

function addedStatement(desk: Desk, { facts: [id = ''] }: Difference): Group['statements'][number] | null {
  const [fact] = factsOf(desk, [id])
  return fact ? addedProse(desk, fact) : null
}

function addedProse(desk: Desk, fact: BriefingFact): Group['statements'][number] {
  return prose(desk, fact.statement, [fact], 'since')
}

/** In the words of the earlier edition, with the number of its evidence there. */
function goneStatement(desk: Desk, { before }: Difference): Group['statements'][number] | null {
  if (!before) return null
  const text: Text = shortened(before.statement, longestStatement)
  return { words: say(desk, text), references: [] }
}

function notReadText(desk: Desk, items: readonly Difference[]): context.Words | null {
  if (items.length === 0) return null
  const counts = new Map<string, { name: Text; count: number }>()
  for (const { before } of items) {
    const name = before?.organisation ?? { zh: '', en: '', enBasis: 'none' as const }
    const known = counts.get(name.zh) ?? { name, count: 0 }
    counts.set(name.zh, { ...known, count: known.count + 1 })
  }
  const told = [...counts.values()].slice(0, mostGroups)
  const zh = told.map(({ name, count }) => `${name.zh || '未具名组织'}${count}个`).join('、')
  const en = told.map(({ name, count }) => `${name.en || name.zh || 'unnamed'} ${count}`).join(', ')
  const more = counts.size > told.length
  return fixed(
    desk,
    `上期另有${items.length}个数字，其来源本期未读：${zh}${more ? '等' : ''}。`,
    `${items.length} ${items.length === 1 ? 'figure of the earlier edition stands' : 'figures of the earlier edition stand'} in articles that are not among the sources now: ${en}${more ? ' and others' : ''}.`,
  )
}

function organisationTexts(desk: Desk, { organisations }: Since): context.Words[] {
  const list = (names: readonly Text[]) => ({
    zh:
      names
        .slice(0, mostGroups)
        .map(({ zh }) => zh)
        .join('、') + (names.length > mostGroups ? '等' : ''),
    en:
      names
        .slice(0, mostGroups)
        .map(({ zh, en }) => en || zh)
        .join(', ') + (names.length > mostGroups ? ' and others' : ''),
  })
  const added = list(organisations.new.flatMap((id) => desk.organisations.get(id) ?? []))
  const gone = list(organisations.gone)
  return [
    ...(added.zh ? [fixed(desk, `新出现的组织：${added.zh}。`, `New organisations: ${added.en}.`)] : []),
    ...(gone.zh ? [fixed(desk, `本期没有的组织：${gone.zh}。`, `Organisations not in this edition: ${gone.en}.`)] : []),
  ]
}
