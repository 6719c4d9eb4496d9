import {
  type Act,
  type Article,
  type Fact,
  grouped,
  type Lens,
  type Organisation,
  type Quantity,
  type Summary,
  type Text,
  unnamedSubject,
} from '../model/index.js'
import { actText, deedText } from './acts.js'
import { dictionaryItem } from './dictionary.js'
import { documentText } from './documents.js'
import { composeHeading, suppliedHeading } from './headings.js'
import type { Home } from './home.js'
import { headItem, pinyinItem } from './item-fallback.js'
import { toldText } from './lead.js'
import { organisationText, renderParty } from './names.js'
import { localiseNote } from './notes.js'
import { localisePerson } from './people.js'
import { renderPlace } from './places.js'
import { renderItem } from './quantity.js'
import { composeStatement } from './statements.js'
import { titleText } from './titles.js'
import { renderVerb } from './verbs.js'
import type { StatementContext } from './words.js'

export function localiseSummaryTexts(summary: Summary, lens: Lens): Summary {
  const organisation = localiseOrganisation(summary.organisation)
  const home: Home = { zh: organisation.zh, en: organisation.en }
  const facts = localiseFacts(summary.facts, home, lens)
  const context = { lens, home, partsOf: partsIndex(summary.facts) }
  return {
    ...summary,
    organisation,
    facts,
    article: localiseArticle(summary, home, lens),
    acts: summary.acts.map((act) => ({ ...act, text: localiseActText(act, summary.facts, context) })),
    people: summary.people.map((person) => localisePerson(person, home)),
    documents: summary.documents.map(({ zh }) => documentText(zh)),
    notes: summary.notes.map((note) => localiseNote(note, lens)),
  }
}

export function localiseOrganisation<T extends Organisation>(organisation: T): T {
  const { en, enBasis } = organisationText(organisation.zh)
  return { ...organisation, en, enBasis, place: organisation.place && placeText(organisation.place.zh) }
}

function placeText(zh: string): Text {
  return zh === '' ? { zh, en: '', enBasis: 'none' } : { zh, en: renderPlace(zh), enBasis: 'composed' }
}

export function itemText(zh: string, quantity?: Quantity): Text {
  if (zh === '') return { zh, en: '', enBasis: 'none' }
  const item = renderItem(zh) ?? dictionaryItem(zh) ?? headItem(zh, quantity ?? anyQuantity)
  if (item?.fromDictionary) return { zh, en: item.many, enBasis: 'dictionary' }
  // 动员, 招聘: an item that is a deed is told by it.
  const deed = item ? null : renderVerb(zh)
  if (deed) return { zh, en: deed.participle, enBasis: 'terms' }
  return item ? { zh, en: item.many, enBasis: 'terms' } : { zh, en: pinyinItem(zh).one, enBasis: 'pinyin' }
}

/** A row's label is of many figures. */
const anyQuantity: Pick<Quantity, 'unit'> = { unit: null }

function partyText(text: Text | null, home: Home): Text | null {
  if (text === null || text.zh === '') return text
  const party = renderParty(text.zh, home)
  return { zh: text.zh, en: party.en.replace(/^the /, ''), enBasis: party.basis }
}

/** Facts with their texts; a total's parts are found among the same facts. */
export function localiseFacts<T extends Fact>(facts: readonly T[], home: Home, lens: Lens): T[] {
  const partsOf = partsIndex(facts)
  return facts.map((fact) => ({
    ...fact,
    item: itemText(fact.item.zh, fact.quantity),
    actor: partyText(fact.actor, home),
    recipient: partyText(fact.recipient, home),
    statement: composeStatement(fact, { lens, home, partsOf }),
  }))
}

export function partsIndex<T extends Fact>(facts: readonly T[]): (fact: Fact) => readonly T[] {
  const index = grouped(facts, ({ partOf }) => partOf)
  return ({ id }) => index.get(id) ?? []
}

/** An act that bears figures is told by them. */
export function localiseActText(act: Act, facts: readonly Fact[], context: StatementContext): Text {
  const byId = indexOf(facts)
  const told = act.facts.flatMap((id) => byId.get(id) ?? [])
  if (told.length > 0) return toldText(told, context)
  const deed = deedText(act, context.home)
  if (deed) return deed
  const beside = facts.filter((fact) => isBeside(fact, act))
  return beside.length > 0
    ? { ...toldText(beside, context), zh: act.text.zh }
    : actText(act, context.lens, context.home)
}

/** A figure of the same sentence that another category holds tells more than what the sentence speaks of. */
function isBeside({ evidence }: Fact, act: Act): boolean {
  return evidence.sentenceStart === act.evidence.sentenceStart && evidence.sentence === act.evidence.sentence
}

const indexes = new WeakMap<readonly Fact[], Map<string, Fact>>()

function indexOf(facts: readonly Fact[]): Map<string, Fact> {
  const known = indexes.get(facts)
  if (known) return known
  const index = new Map(facts.map((fact) => [fact.id, fact]))
  indexes.set(facts, index)
  return index
}

function localiseArticle(summary: Summary, home: Home, lens: Lens): Article {
  const { article } = summary
  const told = [...summary.facts, ...summary.acts]
  const within = spansOf(told.map(({ evidence }) => evidence.start))
  const sections = article.sections.map((section) => {
    const categories = within(section).flatMap((index) => told[index]?.category ?? [])
    return { ...section, heading: headingText(section.heading.zh, categories, lens) }
  })
  const day = article.publishedAt.value ?? latestDay(summary.facts)
  return { ...article, sections, title: titleText(article.title.zh, home, day, subjectOf(summary, lens)) }
}

/** Which of the offsets lie within a span, as indexes in their order: the offsets are sorted once for all spans. */
function spansOf(offsets: readonly number[]): (span: { start: number; end: number }) => number[] {
  const sorted = offsets.map((offset, index) => ({ offset, index })).sort((a, b) => a.offset - b.offset)
  const firstFrom = (offset: number): number => {
    let [low, high] = [0, sorted.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((sorted[middle]?.offset ?? 0) < offset) low = middle + 1
      else high = middle
    }
    return low
  }
  return ({ start, end }) =>
    sorted
      .slice(firstFrom(start), firstFrom(end))
      .map(({ index }) => index)
      .sort((a, b) => a - b)
}

export function headingText(zh: string, categories: readonly string[], lens: Lens): Text {
  return composeHeading(zh) ?? suppliedHeading(zh, categories, lens)
}

/** What an article is about, in English: the subject of its lens only where it is on it. */
export function subjectOf({ onSubject }: { onSubject: boolean }, lens: Lens): string {
  return (onSubject ? lens : unnamedSubject).subject.en
}

export function latestDay(facts: readonly Fact[]): string | null {
  return (
    facts
      .flatMap(({ time }) => time?.asOf ?? [])
      .sort()
      .at(-1) ?? null
  )
}
