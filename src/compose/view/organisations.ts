import type { BriefingAct, BriefingFact, BriefingOrganisation } from '../../model/index.js'
import type * as context from '../context/index.js'
import type { Desk } from './desk.js'
import { linesOfRuns } from './fit.js'
import { categoryLabel, kindOf, nameOf, sourceTitle } from './names.js'
import { noteId, noteWords } from './notes.js'
import { shortened } from './shorten.js'
import { statementBlocks } from './statements.js'
import type { Studio } from './studio.js'
import { datedStatements } from './timeline.js'
import { fixed, say } from './words.js'

/** Sentences without a figure that a category shows; the attached model has them all. */
const mostActs = 2
const longestAct = { zh: 56, en: 150 }
/** Beyond this many organisations their dates stand in the timeline of all alone. */
const mostWithDates = 8

/** The shipped style sheet's column for the names of categories: points, millimetres. */
const labelColumn = { size: 8.5, column: 26 }

export function organisations(studio: Studio): context.Organisation[] {
  return studio.desk.briefing.organisations.map((organisation) => page(studio, organisation))
}

function page({ desk, typesetter }: Studio, organisation: BriefingOrganisation): context.Organisation {
  const { briefing } = desk
  const { id } = organisation
  const facts = briefing.facts.filter((fact) => fact.organisation === id)
  const sources = briefing.sources.filter((source) => source.organisation === id)
  const place = organisation.place
  return {
    id,
    name: nameOf(desk, id),
    kind: kindOf(desk, organisation.kind),
    place: place && (place.zh || place.en) ? say(desk, place) : null,
    sources: sources.map((source) => ({ label: sourceTitle(desk, source), href: `#${source.id}` })),
    tally: fixed(desk, `${facts.length}个数字`, facts.length === 1 ? '1 figure' : `${facts.length} figures`),
    categories: categories(desk, id, facts).map((category) => ({
      ...category,
      lines: linesOfRuns(category.label, labelColumn, typesetter).reduce((sum, lines) => sum + lines, 0),
    })),
    people: organisation.people.map((person) => ({
      name: say(desk, person),
      role: person.role && say(desk, person.role),
    })),
    documents: organisation.documents.map((text) => say(desk, text)),
    timeline: dates(desk, id),
    doubts: doubts(
      desk,
      sources.map(({ source }) => source.uri),
      facts,
    ),
  }
}

type Category = Omit<context.Organisation['categories'][number], 'lines'>

function categories(desk: Desk, id: string, facts: readonly BriefingFact[]): Category[] {
  const acts = desk.briefing.acts.filter((act) => act.organisation === id && !act.facts.length)
  const known = desk.briefing.matrix.categories.map((category) => category.id)
  const isKnown = new Set<string | null>(known)
  const places: { id: string | null; has: (category: string | null) => boolean }[] = [
    ...known.map((category) => ({ id: category, has: (other: string | null) => other === category })),
    { id: null, has: (other) => !isKnown.has(other) },
  ]
  return places.flatMap(({ id: category, has }) => {
    const blocks = statementBlocks(
      desk,
      facts.filter((fact) => has(fact.category)),
    )
    const own = acts.filter((act) => has(act.category))
    const shown = tellingActs(desk, own)
    const more = own.length - shown.length
    if (shown.length) {
      const statements = shown.map(({ text }) => ({
        words: say(desk, shortened(text, longestAct)),
        references: [],
        part: false,
        figure: false,
      }))
      blocks.push({ time: null, statements })
    }
    const rest = more > 0 ? furtherActs(desk, more) : null
    return blocks.length ? [{ label: categoryLabel(desk, category), blocks, rest }] : []
  })
}

/** Sentences that can be told in every language; one that cannot, where a category would else be empty of words. */
function tellingActs(desk: Desk, acts: readonly BriefingAct[]): BriefingAct[] {
  if (!desk.languages.includes('en')) return acts.slice(0, mostActs)
  const told = acts.filter(({ text }) => text.en !== '' && !/^\[.*\]$/.test(text.en))
  return (told.length ? told : acts.slice(0, 1)).slice(0, mostActs)
}

function dates(desk: Desk, id: string): context.Organisation['timeline'] {
  if (desk.briefing.organisations.length > mostWithDates) return []
  return datedStatements(
    desk,
    desk.briefing.timeline.filter((entry) => entry.organisation === id),
  )
}

function furtherActs(desk: Desk, count: number): context.Words {
  return fixed(
    desk,
    `另有${count}句无数字的报告`,
    count === 1 ? '1 more sentence without a figure' : `${count} more sentences without a figure`,
  )
}

function doubts(desk: Desk, uris: readonly string[], facts: readonly BriefingFact[]): context.Organisation['doubts'] {
  const own = new Set(facts.map(({ id }) => id))
  return desk.briefing.notes.flatMap((note, index) => {
    const aboutFacts = note.facts?.some((fact) => own.has(fact)) ?? false
    const aboutSource = note.source !== undefined && uris.includes(note.source)
    if (note.severity === 'info' || !(aboutFacts || aboutSource)) return []
    return [{ words: noteWords(desk, note), href: `#${noteId(index)}` }]
  })
}
