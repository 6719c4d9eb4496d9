import { shortNumber } from '../language/render.js'
import {
  type Briefing,
  type BriefingFact,
  type BriefingSource,
  type Comparison,
  grouped,
  type Lens,
  type Row,
  type Text,
  type TimelineEntry,
} from '../model/index.js'
import { dictionaryNotes } from './dictionary-notes.js'
import { documentText } from './documents.js'
import { capitalised } from './english.js'
import type { Home } from './home.js'
import { leadText, toldText } from './lead.js'
import { localiseNote } from './notes.js'
import { localisePerson } from './people.js'
import { composeQualifier } from './qualifiers.js'
import { perWord, thingsCounted } from './quantity.js'
import {
  headingText,
  itemText,
  latestDay,
  localiseActText,
  localiseFacts,
  localiseOrganisation,
  partsIndex,
  subjectOf,
} from './summary.js'
import { titleText } from './titles.js'
import { renderUnit } from './units.js'
import type { StatementContext } from './words.js'

export function localiseBriefingTexts(briefing: Briefing, lens: Lens): Briefing {
  const organisations = briefing.organisations.map((organisation) => {
    const named = localiseOrganisation(organisation)
    const home = { zh: named.zh, en: named.en }
    return {
      ...named,
      people: named.people.map((person) => localisePerson(person, home)),
      documents: named.documents.map(({ zh }) => documentText(zh)),
    }
  })
  const homes = new Map<string, Home>(organisations.map(({ id, zh, en }) => [id, { zh, en }]))
  const homeOf = (id: string): Home => homes.get(id) ?? { zh: '', en: '' }
  const facts = briefingFacts(briefing.facts, homeOf, lens)
  const byId = new Map(facts.map((fact) => [fact.id, fact]))
  const partsOf = partsIndex(facts)
  const contextOf = (id: string): StatementContext => ({ lens, home: homeOf(id), partsOf })
  // A figure of the same sentence that another category holds tells an act as well as its own.
  const bySentence = grouped(facts, sentenceOf)
  const acts = briefing.acts.map((act) => {
    const own = told(act.facts, byId)
    const near = own.length > 0 ? own : (bySentence.get(sentenceOf(act)) ?? [])
    return { ...act, text: localiseActText(act, near, contextOf(act.organisation)) }
  })
  const sources = briefing.sources.map((source) => localiseSource(source, facts, homeOf(source.organisation), lens))
  const localised = { ...briefing, organisations, facts, acts, sources }
  return {
    ...localised,
    title: briefingTitle(localised),
    lead: briefing.lead.map(({ facts: ids }) => {
      const named = told(ids, byId)
      return { facts: ids, text: leadText(named, contextOf(named[0]?.organisation ?? '')) }
    }),
    keyFigures: briefing.keyFigures.map((figure) => ({
      ...figure,
      label: labelText(figure.label),
      unit: unitText(figure.unit),
      entry: localiseEntry(figure.entry, byId, homeOf),
    })),
    comparison: briefing.comparison.map((table) => localiseTable(table, byId, homeOf)),
    timeline: briefing.timeline.map((entry) => localiseTimeline(entry, localised, byId, contextOf(entry.organisation))),
    notes: [...briefing.notes, ...dictionaryNotes(facts)].map((note) => localiseNote(note, lens)),
  }
}

function sentenceOf({ source, evidence }: Pick<BriefingFact, 'source' | 'evidence'>): string {
  return `${source}:${evidence.sentenceStart}`
}

function told(ids: readonly string[], byId: ReadonlyMap<string, BriefingFact>): BriefingFact[] {
  return ids.flatMap((id) => byId.get(id) ?? [])
}

function briefingFacts(facts: readonly BriefingFact[], homeOf: (id: string) => Home, lens: Lens): BriefingFact[] {
  const groups = grouped(facts, ({ organisation }) => organisation)
  const done = new Map<string, BriefingFact>()
  for (const [organisation, own] of groups) {
    for (const fact of localiseFacts(own, homeOf(organisation), lens)) done.set(fact.id, fact)
  }
  return facts.map((fact) => {
    const localised = done.get(fact.id) ?? fact
    const section = fact.section && headingText(fact.section.zh, fact.category === null ? [] : [fact.category], lens)
    return { ...localised, section }
  })
}

function localiseSource(
  source: BriefingSource,
  facts: readonly BriefingFact[],
  home: Home,
  lens: Lens,
): BriefingSource {
  const own = facts.filter((fact) => fact.source === source.id)
  const day = source.publishedAt.value ?? latestDay(own)
  return { ...source, title: titleText(source.title.zh, home, day, subjectOf(source, lens)) }
}

function labelText(label: Text): Text {
  return label.en === '' && label.zh !== '' ? capital(itemText(label.zh)) : label
}

function capital(text: Text): Text {
  return { ...text, en: capitalised(text.en) }
}

function unitText(unit: Text): Text {
  if (unit.zh === '' || unit.en !== '') return unit
  const rendered = renderUnit(unit.zh)
  const en = rendered.many === '' ? (thingsCounted(unit.zh) ?? 'number') : rendered.many.replace(/ of$/, '')
  return { zh: unit.zh, en, enBasis: 'terms' }
}

type HomeOf = (id: string) => Home

function localiseEntry(
  entry: Row['cells'][number]['entries'][number],
  byId: ReadonlyMap<string, BriefingFact>,
  homeOf: HomeOf,
) {
  const fact = byId.get(entry.facts[0] ?? '')
  return { ...entry, qualifier: entry.qualifier && composeQualifier(entry.qualifier, homeOf(fact?.organisation ?? '')) }
}

function localiseTable(table: Comparison, byId: ReadonlyMap<string, BriefingFact>, homeOf: HomeOf): Comparison {
  const rows = table.rows.map((row) => ({
    ...row,
    label: labelText(row.label),
    unit: unitText(row.unit),
    ...(row.per && { each: { zh: row.per, en: perWord(row.per), enBasis: 'terms' as const } }),
    ...(row.converted && { converted: row.converted.map(({ unit, factor }) => ({ unit: unitText(unit), factor })) }),
    cells: row.cells.map((cell) => ({
      ...cell,
      entries: cell.entries.map((entry) => localiseEntry(entry, byId, homeOf)),
    })),
  }))
  return { ...table, label: labelText(table.label), rows }
}

/** A timeline text is a category's name, a source's title, or what its facts or its act say. */
function localiseTimeline(
  entry: TimelineEntry,
  briefing: Briefing,
  byId: ReadonlyMap<string, BriefingFact>,
  context: StatementContext,
): TimelineEntry {
  if (entry.text.en !== '') return entry
  const source = entry.evidence === null ? briefing.sources.find(({ id }) => id === entry.source) : undefined
  if (source) return { ...entry, text: source.title }
  const facts = told(entry.facts, byId)
  if (facts.length > 0) return { ...entry, text: toldText(facts, context) }
  const act = briefing.acts.find(
    ({ source: own, evidence }) => own === entry.source && evidence.sentenceStart === entry.evidence?.sentenceStart,
  )
  return act
    ? { ...entry, text: { ...act.text, zh: entry.text.zh } }
    : { ...entry, text: { ...entry.text, en: '[Reported]', enBasis: 'composed' } }
}

/** The user's title, else what the briefing is about: 新冠肺炎疫情防控：2家机构 / Response to COVID-19: two organisations. */
function briefingTitle({ title, lens, organisations }: Briefing): Text {
  const count = organisations.length
  const only = count === 1 ? organisations[0] : undefined
  const subject = capitalised(lens.subject.en)
  const zh = only && only.zh !== '' ? `${only.zh}：${lens.subject.zh}` : `${lens.subject.zh}：${count}家机构`
  const en =
    only && only.en !== ''
      ? `${only.en}: ${lens.subject.en}`
      : `${subject}: ${shortNumber(count, 'en')} organisation${count === 1 ? '' : 's'}`
  if (title.zh !== '' && title.en !== '') return title
  if (title.zh === '' && title.en === '') return { zh, en, enBasis: 'composed' }
  return title.zh === '' ? { ...title, zh } : { ...title, en, enBasis: 'composed' }
}
