import { findOrganisations, findPersons, normalise, withWords } from '../language/index.js'
import type { Glossary } from '../model/index.js'
import { givingWords } from './giving.js'
import { composeOrganisation } from './organisations.js'
import { renderPerson } from './persons.js'
import { divisionNames, shortDivisionNames } from './place-names.js'
import { renderPlace } from './places.js'
import type { PartOfSpeech } from './terms.js'
import { shippedVocabulary, termsInUse, withVocabulary } from './vocabulary.js'

type Name = Glossary['names'][number]

/** Words that a translator is told and whose English its answer is looked through for. */
const told: readonly PartOfSpeech[] = ['noun', 'name', 'title', 'kind', 'organ', 'people', 'heading']
const longestPlace = 12

/**
 * Names and terms of a Chinese text with the English that a briefing made with this vocabulary has for them. `known` are
 * names from elsewhere in the briefing (by their Chinese).
 */
export function glossaryOf(zh: string, vocabulary = shippedVocabulary, known: readonly Name[] = []): Glossary {
  return withVocabulary(vocabulary, () => glossaryInUse(zh, known))
}

function glossaryInUse(zh: string, known: readonly Name[]): Glossary {
  const names = outermost(zh, [...known, ...organisationsIn(zh), ...personsIn(zh), ...placesIn(zh)])
  const covered = names.reduce((text, name) => text.replaceAll(name.zh, '\n'), zh)
  return { names, terms: termsIn(covered) }
}

function organisationsIn(zh: string): Name[] {
  return findOrganisations(normalise(zh)).flatMap(({ text }) => {
    const made = composeOrganisation(text)
    return made ? [{ zh: text, en: made.en, kind: 'organisation' as const }] : []
  })
}

function personsIn(zh: string): Name[] {
  return withWords(givingWords(), () => findPersons(normalise(zh))).map(({ name }) => ({
    zh: name,
    en: renderPerson(name),
    kind: 'person' as const,
  }))
}

/** Administrative divisions, longest first from each character; countries stand in the terms. */
function placesIn(zh: string): Name[] {
  const found: Name[] = []
  for (let at = 0; at < zh.length; at++) {
    for (let size = Math.min(longestPlace, zh.length - at); size > 1; size--) {
      const name = zh.slice(at, at + size)
      if (!divisionNames().has(name) && !isTerm(name, 'place') && !isShortName(name)) continue
      found.push({ zh: name, en: renderPlace(name), kind: 'place' })
      at += size - 1
      break
    }
  }
  return found
}

/** Without 省 or 市; the short names of counties are common words too: 和平, 新华. */
function isShortName(zh: string): boolean {
  const division = shortDivisionNames().get(zh)
  return division !== undefined && division.level !== 'county'
}

function isTerm(zh: string, ...pos: PartOfSpeech[]): boolean {
  return termsInUse().find(zh, ...pos) !== undefined
}

/** Each name once, those left out that stand only inside another. */
function outermost(zh: string, names: readonly Name[]): Name[] {
  const kept: Name[] = []
  let rest = zh
  for (const name of [...names].sort((a, b) => b.zh.length - a.zh.length)) {
    if (name.zh.length < 2 || name.en === '' || !rest.includes(name.zh)) continue
    if (kept.some(({ zh: other }) => other === name.zh)) continue
    kept.push(name)
    rest = rest.replaceAll(name.zh, '\n')
  }
  return kept
}

function termsIn(zh: string): Glossary['terms'] {
  const terms = termsInUse()
  const found = new Map<string, Glossary['terms'][number]>()
  for (let at = 0; at < zh.length; at++) {
    for (let size = Math.min(zh.length - at, terms.longest); size > 1; size--) {
      const word = zh.slice(at, at + size)
      if (terms.get(word).length === 0) continue
      const term = terms.find(word, ...told)
      if (term && term.en !== '' && !found.has(word)) found.set(word, { zh: word, en: term.en, use: term.pos })
      at += size - 1
      break
    }
  }
  return [...found.values()]
}
