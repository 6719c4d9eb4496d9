import { approximationMark } from '../../language/render.js'
import type { BriefingFact } from '../../model/index.js'
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
    sentence: { lang: 'zh-Hans', parts: markedSentence(fact) },
    statement: say(desk, fact.statement),
    value: `${approximationMark(quantity.approximation)}${numberText(quantity.value, quantity.upper)}`,
    unit: unitOf(desk, unit, row?.per ?? quantity.per),
    item: say(desk, fact.item),
    section: fact.section && (fact.section.zh || fact.section.en) ? say(desk, fact.section) : null,
    time: fact.time && sayTime(desk, fact.time),
    uses: desk.uses.of(fact).map(({ id, place }) => ({ href: `#${id}`, label: placeName(desk, place) })),
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

function placeName(desk: Desk, place: Place): context.Words {
  return fixed(desk, ...places[place])
}
