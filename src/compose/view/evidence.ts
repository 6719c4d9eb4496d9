import { approximationMark } from '../../language/render.js'
import type { BriefingFact, Language } from '../../model/index.js'
import type * as context from '../context/index.js'
import { sayTime } from './dates.js'
import type { Desk } from './desk.js'
import { numberText, plainReference } from './figure.js'
import { sourceTitle, unitOf } from './names.js'
import { plain, plainParts } from './parts.js'
import { evidenceId, type Place } from './uses.js'
import { fixed, say } from './words.js'

/** Made last: it leads back to every place that the other sections took. */
export function evidence(desk: Desk): context.Evidence | null {
  const { facts, sources } = desk.briefing
  if (!facts.length) return null
  const groups = sources.flatMap((source) => {
    const items = facts.filter((fact) => fact.source === source.id).map((fact) => evidenceItem(desk, fact))
    return items.length ? [{ source: sourceTitle(desk, source), href: `#${source.id}`, items }] : []
  })
  return { groups }
}

function evidenceItem(desk: Desk, fact: BriefingFact): context.EvidenceItem {
  const { quantity } = fact
  const row = desk.rows.get(fact.id)
  const repeated = fact.repeats === null ? undefined : desk.facts.get(fact.repeats)
  const unit = row?.unit ?? { zh: quantity.unit ?? '', en: '', enBasis: 'none' as const }
  return {
    id: evidenceId(fact),
    number: fact.number,
    sentence: { runs: [{ lang: 'zh-Hans', parts: markedSentence(fact), machine: false }] },
    statement: say({ languages: beside(desk) }, fact.statement),
    value: `${approximationMark(quantity.approximation)}${numberText(quantity.value, quantity.upper)}`,
    unit: unitOf(desk, unit, row?.per ?? quantity.per),
    item: say(desk, fact.item),
    section: fact.section && (fact.section.zh || fact.section.en) ? say(desk, fact.section) : null,
    time: fact.time && sayTime(desk, fact.time),
    uses: waysBack(desk, fact),
    repeats: repeated ? plainReference(repeated) : null,
  }
}

/** The sentence with the figure marked at its place. */
function markedSentence({ evidence: { start, end, sentence, sentenceStart } }: BriefingFact): context.Part[] {
  const from = Math.min(Math.max(0, start - sentenceStart), sentence.length)
  const to = Math.min(Math.max(from, end - sentenceStart), sentence.length)
  const marked = { ...plain(sentence.slice(from, to)), keep: to - from <= 16, marked: true }
  return [
    ...plainParts(sentence.slice(0, from), 'zh'),
    ...(marked.text ? [marked] : []),
    ...plainParts(sentence.slice(to), 'zh'),
  ]
}

const places: Record<Place, [zh: string, en: string]> = {
  keyFigures: ['关键数字', 'Key figures'],
  lead: ['导语', 'Lead'],
  comparison: ['比较', 'Comparison'],
  charts: ['图', 'Charts'],
  organisation: ['各组织', 'Organisation'],
  timeline: ['时间线', 'Timeline'],
  notes: ['核对', 'Notes'],
}

/** A place is named once; its second and later uses are numbered. */
function waysBack(desk: Desk, fact: BriefingFact): context.EvidenceItem['uses'] {
  const counts = new Map<Place, number>()
  return [...desk.uses.of(fact)]
    .sort((a, b) => placeOrder.indexOf(a.place) - placeOrder.indexOf(b.place))
    .map(({ id, place }) => {
      const count = (counts.get(place) ?? 0) + 1
      counts.set(place, count)
      const label = count === 1 ? fixed(desk, ...places[place]) : fixed(desk, String(count), String(count))
      return { href: `#${id}`, label, first: count === 1 }
    })
}

const placeOrder = Object.keys(places)

/** The Chinese stands in the sentence itself: beside it stands the English, where the document has any. */
function beside({ languages }: Desk): readonly Language[] {
  return languages.includes('en') ? ['en'] : languages
}
