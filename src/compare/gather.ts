import type {
  Article,
  BriefingAct,
  BriefingFact,
  BriefingOrganisation,
  BriefingSource,
  Fact,
  Note,
  Summary,
  Text,
} from '../model/index.js'
import { groupOrganisations } from './organisations.js'

/** Everything the summaries said, renamed so that ids are unique in the briefing; nothing decided yet. */
export interface Gathered {
  organisations: BriefingOrganisation[]
  sources: BriefingSource[]
  /** In evidence order: source by source, each in text order. */
  facts: BriefingFact[]
  acts: BriefingAct[]
  /** The summaries' own doubts, each with its source. */
  notes: Note[]
}

export function gather(summaries: readonly Summary[]): Gathered {
  const { organisations, idOf } = groupOrganisations(summaries)
  const gathered: Gathered = { organisations, sources: [], facts: [], acts: [], notes: [] }
  summaries.forEach((summary, index) => {
    addSummary(gathered, summary, `s${index + 1}`, idOf[index] ?? '')
  })
  return gathered
}

function addSummary(into: Gathered, summary: Summary, source: string, organisation: string): void {
  const { article } = summary
  const named = (id: string): string => `${source}${id}`
  const sectionAt = sectionFinder(article)
  for (const fact of inTextOrder(summary.facts)) {
    into.facts.push({
      ...fact,
      id: named(fact.id),
      partOf: fact.partOf === null ? null : named(fact.partOf),
      repeats: fact.repeats === null ? null : named(fact.repeats),
      number: into.facts.length + 1,
      organisation,
      source,
      section: sectionAt(fact.evidence.start),
    })
  }
  for (const act of summary.acts) into.acts.push({ ...act, facts: act.facts.map(named), organisation, source })
  for (const note of summary.notes) {
    const facts = note.facts === undefined ? {} : { facts: note.facts.map(named) }
    into.notes.push({ ...note, source: note.source ?? article.source.uri, ...facts })
  }
  into.sources.push(briefingSource(summary, source, organisation))
}

function inTextOrder(facts: readonly Fact[]): Fact[] {
  return [...facts].sort((a, b) => a.evidence.start - b.evidence.start || a.evidence.end - b.evidence.end)
}

/** The heading of the section that an offset lies in; offsets are asked for in ascending order, so that each section is passed once. */
function sectionFinder({ sections }: Article): (offset: number) => Text | null {
  const inOrder = [...sections].sort((a, b) => a.start - b.start)
  let at = 0
  return (offset) => {
    while ((inOrder[at]?.end ?? Infinity) <= offset) at++
    const own = inOrder[at]
    return own !== undefined && own.start <= offset ? own.heading : null
  }
}

function briefingSource(summary: Summary, id: string, organisation: string): BriefingSource {
  const { source, title, publishedAt, publisher, author, credits, text, removed, alsoAt, addsTo } = summary.article
  return {
    id,
    organisation,
    source,
    title,
    publishedAt,
    publisher,
    author,
    credits,
    charactersRead: text.length,
    charactersDropped: removed.reduce((sum, removal) => sum + removal.text.length, 0),
    facts: summary.facts.length,
    onSubject: summary.onSubject,
    ...(alsoAt && { alsoAt }),
    ...(addsTo !== undefined && { addsTo }),
  }
}
