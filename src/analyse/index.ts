import { findOrganisations, findPersons, withWords } from '../language/index.js'
import { type Article, type Fact, type Lens, type Person, type Summary, type Text, zhOnly } from '../model/index.js'
import { findActs } from './acts.js'
import { Categories } from './categories.js'
import { DateReader } from './date-reader.js'
import { makeFacts } from './facts.js'
import { givingOf } from './giving.js'
import { findItems } from './items.js'
import { matcherOf } from './matcher.js'
import { findNotes } from './notes.js'
import { organisationOf } from './organisation.js'
import { type Mention, type Reading, read } from './reading.js'
import { markRepeats } from './repeats.js'
import { markRoles } from './roles.js'
import { markSides } from './sides.js'
import { Times } from './times.js'
import { guessYear } from './year-guess.js'

export { measureFor } from './measure-for.js'

/**
 * Who did what, how much, to whom, as of when: the figures and acts of one article, each with its place in the text.
 * Figures outside the lens are kept, with `measure: null`. Pure; the English of every text is left empty.
 */
export function analyse(article: Article, lens: Lens): Summary {
  return withWords(lens.words, () => summaryOf(article, lens))
}

function summaryOf(article: Article, lens: Lens): Summary {
  const matcher = matcherOf(lens)
  const reading = read(article, lens.words.names)
  const categories = new Categories(reading, matcher)
  const items = findItems(reading, matcher)
  const facts = makeFacts(reading, matcher, items, categories)
  const organisation = organisationOf(article, findOrganisations(reading.plain))
  const year = guessYear(article, reading, lens)
  const factTimes = new Times(reading, new DateReader(reading, year))
  const actTimes = new Times(reading, new DateReader(reading, year))
  markTimes(facts, factTimes)
  markSides(reading, facts, items, givingOf(lens), organisation.zh)
  markRoles(reading, facts)
  markRepeats([...facts.values()])
  const acts = findActs(reading, categories, facts, actTimes)
  const told = [...new Set([...factTimes.relative, ...actTimes.relative])]
  const yearUsed = factTimes.inferredYear || actTimes.inferredYear
  return {
    schemaVersion: 1,
    article,
    onSubject: isOnSubject(article, reading, lens),
    organisation,
    facts: [...facts.values()],
    acts,
    people: people(reading),
    documents: documents(reading),
    notes: findNotes({ article, reading, facts, organisation, year, yearUsed, told }),
  }
}

function isOnSubject({ title }: Article, { plain }: Reading, { subjectCues }: Lens): boolean {
  return subjectCues.length === 0 || subjectCues.some((cue) => title.zh.includes(cue) || plain.includes(cue))
}

function markTimes(facts: Map<Mention, Fact>, times: Times): void {
  for (const [{ sentence, quantity }, fact] of facts) {
    fact.time = times.at(sentence, quantity.start, quantity.unitKind === 'share')
  }
}

function people({ plain }: Reading): Person[] {
  return findPersons(plain).map(({ name, role }) => ({ ...zhOnly(name), role: role === null ? null : zhOnly(role) }))
}

/** What stands in 《》, each once. */
function documents({ text }: Reading): Text[] {
  const names = new Set([...text.matchAll(/《([^《》\n]{2,60})》/g)].map(([, name]) => name ?? ''))
  return [...names].map((name) => zhOnly(name))
}
