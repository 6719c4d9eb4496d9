import { Briefing, type Fact, Summary, type Text } from '../model/index.js'

/** What a text is in a briefing. Translators are asked for the first four. */
export type TextKind = 'title' | 'heading' | 'act' | 'document' | 'statement' | 'name' | 'role' | 'label'
export type Change = (text: Text, kind: TextKind) => Text

/** The briefing with every text of the sources replaced by what `change` gives; notes and words of ours stay. */
export function changeBriefing(briefing: Briefing, change: Change): Briefing {
  const table = briefing.comparison.map((category) => ({
    ...category,
    rows: category.rows.map((row) => ({ ...row, label: labelOf(row.label, change) })),
  }))
  return Briefing.parse({
    ...briefing,
    organisations: briefing.organisations.map((organisation) => ({
      ...organisation,
      ...named(organisation, change),
      people: people(organisation.people, change),
      documents: organisation.documents.map((text) => change(text, 'document')),
    })),
    sources: briefing.sources.map((source) => ({ ...source, title: change(source.title, 'title') })),
    facts: briefing.facts.map((fact) => ({
      ...factOf(fact, change),
      section: fact.section && change(fact.section, 'heading'),
    })),
    acts: briefing.acts.map((act) => ({ ...act, text: change(act.text, 'act') })),
    lead: briefing.lead.map((sentence) => ({ ...sentence, text: change(sentence.text, 'statement') })),
    keyFigures: briefing.keyFigures.map((figure) => ({ ...figure, label: labelOf(figure.label, change) })),
    comparison: table,
    timeline: briefing.timeline.map((entry) => ({ ...entry, text: change(entry.text, 'act') })),
  })
}

/** The same of one article. */
export function changeSummary(summary: Summary, change: Change): Summary {
  const { article } = summary
  return Summary.parse({
    ...summary,
    article: {
      ...article,
      title: change(article.title, 'title'),
      sections: article.sections.map((section) => ({ ...section, heading: change(section.heading, 'heading') })),
    },
    organisation: { ...summary.organisation, ...named(summary.organisation, change) },
    facts: summary.facts.map((fact) => factOf(fact, change)),
    acts: summary.acts.map((act) => ({ ...act, text: change(act.text, 'act') })),
    people: people(summary.people, change),
    documents: summary.documents.map((text) => change(text, 'document')),
  })
}

function factOf<T extends Fact>(fact: T, change: Change): T {
  return { ...fact, statement: change(fact.statement, 'statement') }
}

function named({ zh, en, enBasis }: Text, change: Change): Text {
  return change({ zh, en, enBasis }, 'name')
}

function people(persons: Summary['people'], change: Change): Summary['people'] {
  return persons.map((person) => ({
    ...person,
    ...named(person, change),
    role: person.role && change(person.role, 'role'),
  }))
}

/** A label of the lens has its English from there. */
function labelOf(label: Text, change: Change): Text {
  return label.zh === '' ? label : change(label, 'label')
}

/** Each Chinese text once, in the order of the briefing, with its first English and what it is. */
export function textsOf(value: Briefing | Summary): { text: Text; kind: TextKind }[] {
  const found = new Map<string, { text: Text; kind: TextKind }>()
  const note: Change = (text, kind) => {
    if (text.zh.trim() !== '' && !found.has(text.zh)) found.set(text.zh, { text, kind })
    return text
  }
  if ('sources' in value) changeBriefing(value, note)
  else changeSummary(value, note)
  return [...found.values()]
}
