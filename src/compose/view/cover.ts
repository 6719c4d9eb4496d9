import { renderDate, shortNumber } from '../../language/render.js'
import type { KeyFigure, Language, Row, Text } from '../../model/index.js'
import type * as context from '../context/index.js'
import { spanText } from './dates.js'
import { type Desk, factsOf } from './desk.js'
import { figureOf } from './figure.js'
import { leadThatFits } from './fit.js'
import { shortNameOf } from './names.js'
import { noteId, noteWords } from './notes.js'
import { prose } from './prose.js'
import { shortened } from './shorten.js'
import { sinceTally } from './since.js'
import { roughly, spreadOf } from './spread.js'
import type { Studio } from './studio.js'
import { fixed, say } from './words.js'

const mostKeyFigures = 6
const mostCautions = 3
const longestQualifier = { zh: 22, en: 46 }
const longestCaution = { zh: 90, en: 200 }
const mostLead = 6
const leastLead = 3
/** Beyond this many organisations a key figure says where it stands among them, instead of naming the others. */
const mostBeside = 3

/** The first page: what does not fit it is left to the pages that follow. */
export function cover({ desk, typesetter, paper }: Studio): context.Cover {
  const { briefing } = desk
  const title = say(desk, briefing.title)
  const keyFigures = briefing.keyFigures.slice(0, mostKeyFigures).flatMap((figure) => keyFigure(desk, figure) ?? [])
  const told = briefing.lead.slice(0, mostLead)
  const all = cautions(desk)
  const leadBeside = (careful: context.Cover['cautions']) =>
    leadThatFits(typesetter, {
      paper,
      alone: desk.languages.length === 1,
      title,
      lines: briefing.since ? 1 : 0,
      keys: keyFigures,
      cautions: careful.map(({ words }) => words),
      lead: told.map(({ text }) => say(desk, text)),
    })
  // Words on what to be careful with give way to the first sentences of the lead, all but one of them.
  let careful = all
  while (careful.length > 1 && leadBeside(careful) < Math.min(leastLead, told.length)) careful = careful.slice(0, -1)
  const room = leadBeside(careful)
  return {
    title,
    subject: say(desk, briefing.lens.label),
    period: period(desk),
    edition:
      briefing.date === null
        ? null
        : fixed(desk, `${renderDate(briefing.date, 'zh')}版`, `Edition of ${renderDate(briefing.date, 'en')}`),
    tally: tally(desk),
    empty: briefing.facts.length ? null : emptiness(desk),
    keyFigures,
    lead: told.slice(0, room).map(({ text, facts }) => prose(desk, text, factsOf(desk, facts), 'lead')),
    cautions: careful,
    since: briefing.since ? { words: sinceTally(desk, briefing.since, true), href: '#since' } : null,
  }
}

function period(desk: Desk): context.Words | null {
  const { from, to, basis } = desk.briefing.period
  if (!from || !to) return null
  const inferred = basis === 'inferred'
  return fixed(
    desk,
    `所述时间：${spanText(from, to, 'zh', inferred)}`,
    `Period covered: ${spanText(from, to, 'en', inferred)}`,
  )
}

function tally(desk: Desk): context.Words {
  const { organisations, sources, facts } = desk.briefing
  const count = (n: number, one: string) => `${n} ${one}${n === 1 ? '' : 's'}`
  const linked = facts.length > 1 ? ', each linked to its sentence' : facts.length ? ', linked to its sentence' : ''
  return fixed(
    desk,
    `${organisations.length}个组织 · ${sources.length}篇来源 · ${facts.length}个数字${facts.length ? '，每个数字均可查到原句' : ''}`,
    `${count(organisations.length, 'organisation')} · ${count(sources.length, 'source')} · ${count(facts.length, 'figure')}${linked}`,
  )
}

function emptiness(desk: Desk): context.Words {
  return fixed(
    desk,
    '所读来源中没有找到任何数字，因此本简报没有关键数字、比较表和证据附录。',
    'No figure was found in the sources read, so this briefing has no key figures, comparison or evidence.',
  )
}

function keyFigure(desk: Desk, key: KeyFigure): context.KeyFigure | null {
  const figure = figureOf(desk, key.entry, 'keyFigures')
  const qualifier = figure?.qualifier ? key.entry.qualifier : null
  if (!figure) return null
  return {
    label: say(desk, labelOf(desk, key)),
    unit: say(desk, key.unit),
    organisation: shortNameOf(desk, key.organisation),
    figure: qualifier ? { ...figure, qualifier: say(desk, shortened(qualifier, longestQualifier)) } : figure,
    short: shortForm(desk, key),
    ...beside(desk, key),
  }
}

/** The measure's name, with its category where another key figure has the same name. */
function labelOf({ briefing }: Desk, { row, label }: KeyFigure): Text {
  const alike = briefing.keyFigures.filter((other) => other.label.zh === label.zh)
  const category = briefing.comparison.find(({ rows }) => rows.some(({ id }) => id === row))?.label
  if (alike.length < 2 || !category) return label
  return { ...label, zh: `${label.zh}（${category.zh}）`, en: label.en && `${label.en} (${category.en})` }
}

/** What other organisations report of a key figure's measure: each of few, or where it stands among many. */
function beside(desk: Desk, key: KeyFigure): Pick<context.KeyFigure, 'others' | 'standing'> {
  const { comparison, organisations } = desk.briefing
  const row = comparison.flatMap(({ rows }) => rows).find(({ id }) => id === key.row)
  if (!row || organisations.length < 2) return { others: [], standing: null }
  if (organisations.length > mostBeside) return { others: [], standing: standing(desk, key, row) }
  const others = row.cells
    .filter(({ organisation }) => organisation !== key.organisation)
    .map(({ organisation, entries: [entry] }) => ({
      organisation: shortNameOf(desk, organisation),
      // One link each: what has no room here leads nowhere and is led to from nowhere.
      figure: entry ? figureOf(desk, { ...entry, facts: entry.facts.slice(0, 1) }, 'keyFigures') : null,
    }))
  return { others, standing: null }
}

function standing(desk: Desk, { entry }: KeyFigure, row: Row): context.Words {
  const values = row.cells.flatMap(({ entries: [first] }) => first?.value ?? [])
  const above = values.filter((value) => value > entry.value).length
  const place = above === 0 ? ['其中最高', 'the highest'] : [`其中第${above + 1}`, `number ${above + 1}`]
  const { length: all } = desk.briefing.organisations
  const spread = spreadOf(row)
  const middle = spread ? roughly(spread.median) : null
  return fixed(
    desk,
    `${all}家中${values.length}家报告，此为${place[0]}${middle ? `；中位数${middle}` : ''}`,
    `${values.length} of ${all} report; this is ${place[1]}${middle ? `; median ${middle}` : ''}`,
  )
}

/** `1.25亿元` / `RMB 125.44 million` under a number too long to be taken in at a glance. */
function shortForm(desk: Desk, { entry, unit }: KeyFigure): context.Words | null {
  if (entry.value < 1e6 || entry.upper !== null) return null
  const text = (language: Language) => {
    const number = shortNumber(entry.value, language)
    if (language === 'zh') return `${number}${unit.zh}`
    return unit.en === 'RMB' ? `RMB ${number}` : `${number} ${unit.en}`.trim()
  }
  return fixed(desk, text('zh'), text('en'))
}

function cautions(desk: Desk): context.Cover['cautions'] {
  return desk.briefing.notes
    .map((note, index) => ({ note, index }))
    .filter(({ note }) => note.severity !== 'info')
    .sort((a, b) => Number(b.note.severity === 'error') - Number(a.note.severity === 'error'))
    .slice(0, mostCautions)
    .map(({ note, index }) => ({
      words: noteWords(desk, note.text ? { ...note, text: shortened(note.text, longestCaution) } : note),
      href: `#${noteId(index)}`,
    }))
}
