import { approximationMark } from '../../language/render.js'
import { type BriefingFact, type Language, printedUnit } from '../../model/index.js'
import type * as context from '../context/index.js'
import type { Desk } from './desk.js'
import { numberText, plainReference } from './figure.js'
import { sourceTitle, unitOf } from './names.js'
import { plain, plainParts } from './parts.js'
import { evidenceId, type Place, type Use } from './uses.js'
import { fixed, say } from './words.js'

/** More figures than this of one sentence would not fit a page: the sentence is set again for the next. */
const mostOfSentence = 18

/** Made last: it leads back to every place that the other sections took. */
export function evidence(desk: Desk): context.Evidence | null {
  const { facts, sources } = desk.briefing
  if (!facts.length) return null
  const groups = sources.flatMap((source) => {
    const items = bySentence(facts.filter((fact) => fact.source === source.id)).map((own, at, all) =>
      sentenceOf(desk, own, all[at - 1]?.[0]),
    )
    return items.length ? [{ source: sourceTitle(desk, source), href: `#${source.id}`, items }] : []
  })
  const used = new Set(facts.flatMap((fact) => otherUses(desk, fact).map(({ place }) => place)))
  return {
    places: placeOrder
      .filter((place) => used.has(place))
      .map((place) => {
        const { letter, zh, en } = places[place]
        return { letter, label: fixed(desk, zh, en) }
      }),
    groups,
  }
}

/** Neighbouring facts of the same sentence. */
function bySentence(facts: readonly BriefingFact[]): BriefingFact[][] {
  const groups: BriefingFact[][] = []
  for (const fact of facts) {
    const group = groups.at(-1)
    const [first] = group ?? []
    const same =
      first?.evidence.sentenceStart === fact.evidence.sentenceStart &&
      first.evidence.sentence === fact.evidence.sentence
    if (group && same && group.length < mostOfSentence) group.push(fact)
    else groups.push([fact])
  }
  return groups
}

/** `before`: a fact of the sentence above; a section is named where it begins. */
function sentenceOf(
  desk: Desk,
  facts: readonly BriefingFact[],
  before: BriefingFact | undefined,
): context.EvidenceItem {
  const section = facts[0]?.section?.zh === before?.section?.zh ? null : facts[0]?.section
  return {
    sentence: { runs: [{ lang: 'zh-Hans', parts: markedSentence(facts), machine: false }] },
    section: section && (section.zh || section.en) ? say(desk, section) : null,
    figures: facts.map((fact) => proof(desk, fact)),
  }
}

function proof(desk: Desk, fact: BriefingFact): context.Proof {
  const { quantity } = fact
  const row = desk.rows.get(fact.id)
  const other = nextTold(desk).get(fact.id)
  const unit = printedUnit(row, quantity.unit)
  return {
    id: evidenceId(fact),
    number: fact.number,
    statement: say({ languages: beside(desk) }, fact.statement),
    value: `${approximationMark(quantity.approximation)}${numberText(quantity.value, quantity.upper)}`,
    unit: unitOf(desk, unit, row?.per ?? quantity.per, row?.each),
    ...waysBack(desk, fact),
    repeats: other ? plainReference(other) : null,
  }
}

const told = new WeakMap<readonly BriefingFact[], Map<string, BriefingFact>>()

/**
 * A figure told several times leads to where it is told next, the last to the first: each of them can be reached, also
 * where a table has no room for all.
 */
function nextTold({ briefing: { facts } }: Desk): Map<string, BriefingFact> {
  const known = told.get(facts)
  if (known) return known
  const next = new Map<string, BriefingFact>()
  const groups = new Map<string, BriefingFact[]>()
  for (const fact of facts) {
    const first = fact.repeats ?? fact.id
    const group = groups.get(first)
    if (group) group.push(fact)
    else groups.set(first, [fact])
  }
  for (const group of groups.values()) {
    group.forEach((fact, at) => {
      const other = group[(at + 1) % group.length]
      if (other && other !== fact) next.set(fact.id, other)
    })
  }
  told.set(facts, next)
  return next
}

/** The sentence with each figure marked at its place; two facts of the same words share a mark. */
function markedSentence(facts: readonly BriefingFact[]): context.Part[] {
  const sentence = facts[0]?.evidence.sentence ?? ''
  const parts: context.Part[] = []
  let at = 0
  const places = facts
    .map(({ number, evidence: { start, end, sentenceStart } }) => {
      const from = Math.min(Math.max(0, start - sentenceStart), sentence.length)
      return { number, from, to: Math.min(Math.max(from, end - sentenceStart), sentence.length) }
    })
    .sort((a, b) => a.from - b.from || a.to - b.to)
  for (const { number, from, to } of places) {
    const begin = Math.max(at, from)
    if (begin > at) parts.push(...plainParts(sentence.slice(at, begin), 'zh'))
    const text = sentence.slice(begin, Math.max(begin, to))
    parts.push({ ...plain(text), keep: text.length <= 16, marked: true, number })
    at = begin + text.length
  }
  return at < sentence.length ? [...parts, ...plainParts(sentence.slice(at), 'zh')] : parts
}

const places: Record<Place, { letter: string; zh: string; en: string }> = {
  keyFigures: { letter: 'K', zh: '关键数字', en: 'Key figures' },
  lead: { letter: 'B', zh: '要点', en: 'In brief' },
  since: { letter: 'S', zh: '与上期相比', en: 'Since last time' },
  comparison: { letter: 'C', zh: '比较', en: 'Comparison' },
  charts: { letter: 'F', zh: '图', en: 'Figures' },
  organisation: { letter: 'O', zh: '各组织', en: 'Organisation' },
  timeline: { letter: 'T', zh: '时间线', en: 'Timeline' },
  notes: { letter: 'N', zh: '核对', en: 'Notes' },
}
const placeOrder = Object.keys(places) as Place[]
/** The place that a figure's number in the evidence leads back to. */
const numbered: Place = 'organisation'

/** Its number leads to its organisation. A place has one letter; its second and later uses are numbers after it. */
function waysBack(desk: Desk, fact: BriefingFact): Pick<context.Proof, 'back' | 'uses'> {
  const counts = new Map<Place, number>()
  const uses = otherUses(desk, fact)
    .sort((a, b) => placeOrder.indexOf(a.place) - placeOrder.indexOf(b.place))
    .map(({ id, place }) => {
      const count = (counts.get(place) ?? 0) + 1
      counts.set(place, count)
      return {
        href: `#${id}`,
        letter: count === 1 ? places[place].letter : '',
        nth: count === 1 ? null : count,
      }
    })
  const own = ownUse(desk, fact)
  return { back: own ? `#${own.id}` : null, uses }
}

function ownUse(desk: Desk, fact: BriefingFact): Use | undefined {
  return desk.uses.of(fact).find(({ place }) => place === numbered)
}

function otherUses(desk: Desk, fact: BriefingFact): Use[] {
  const own = ownUse(desk, fact)
  return desk.uses.of(fact).filter((use) => use !== own)
}

/** The Chinese stands in the sentence itself: beside it stands the English, where the document has any. */
function beside({ languages }: Desk): readonly Language[] {
  return languages.includes('en') ? ['en'] : languages
}
