import { compareText } from '../language/order.js'
import type { BriefingAct, BriefingFact, FactTime, Lens, Text, TimelineEntry } from '../model/index.js'
import type { Gathered } from './gather.js'

/**
 * What happened when, in order: dated sentences as told; states (as of a day) gathered by organisation, day and category,
 * under the category's name; the publication of each dated source (its title, without facts or evidence). Spans stand at
 * their first day.
 */
export function timelineOf({ organisations, sources, facts, acts }: Gathered, lens: Lens): TimelineEntry[] {
  const labels = new Map(lens.categories.map(({ id, label }) => [id, { ...label, enBasis: 'terms' as const }]))
  const events = new Events(labels)
  for (const act of acts) {
    // How things stand on a day is only an event where it has figures.
    if (act.time === null || (act.time.kind === 'asOf' && act.facts.length === 0)) continue
    events.add(act, act.time, act.category, act.text, act.facts)
  }
  for (const fact of facts) {
    if (fact.time === null || fact.repeats !== null) continue
    events.add(fact, fact.time, fact.category, sentenceText(fact), [fact.id])
  }
  const published = sources.flatMap(
    ({ id, organisation, publishedAt: { value, basis }, title, addsTo }): TimelineEntry[] => {
      if (value === null || addsTo !== undefined) return []
      const day = value.slice(0, 10)
      const inferred = basis === 'inferred' || basis === 'unknown'
      const time: FactTime = {
        kind: 'on',
        asOf: day,
        from: null,
        basis: inferred ? 'inferred' : 'printed',
        surface: value,
      }
      return [{ organisation, source: id, time, text: title, facts: [], evidence: null }]
    },
  )
  const place = new Map(organisations.map(({ id }, index) => [id, index]))
  return withoutDoubles([...events.entries(), ...published]).sort(
    (a, b) =>
      compareText(startOf(a), startOf(b)) ||
      compareText(a.time.asOf, b.time.asOf) ||
      (place.get(a.organisation) ?? 0) - (place.get(b.organisation) ?? 0) ||
      (a.evidence?.start ?? 0) - (b.evidence?.start ?? 0),
  )
}

function startOf({ time }: TimelineEntry): string {
  return time.from ?? time.asOf
}

function sentenceText(fact: BriefingFact): Text {
  return fact.statement.zh === '' ? { zh: fact.evidence.sentence, en: '', enBasis: 'none' } : fact.statement
}

class Events {
  readonly #entries = new Map<string, TimelineEntry>()
  readonly #labels: ReadonlyMap<string, Text>

  constructor(labels: ReadonlyMap<string, Text>) {
    this.#labels = labels
  }

  /** An event is a sentence on a day; a state gathers all sentences of its category. */
  add(
    { organisation, source, evidence }: Pick<BriefingAct, 'organisation' | 'source' | 'evidence'>,
    time: FactTime,
    category: string | null,
    text: Text,
    facts: readonly string[],
  ): void {
    const isState = time.kind === 'asOf'
    const what = isState ? category : evidence.sentenceStart
    const key = JSON.stringify([source, time.kind, time.from, time.asOf, what])
    const known = this.#entries.get(key)
    if (known === undefined) {
      const label = isState && category !== null ? this.#labels.get(category) : undefined
      this.#entries.set(key, { organisation, source, time, text: label ?? text, facts: [...facts], evidence })
    } else for (const id of facts) if (!known.facts.includes(id)) known.facts.push(id)
  }

  entries(): TimelineEntry[] {
    return [...this.#entries.values()]
  }
}

/** The same sentence of one organisation on one day, in two of its articles, is told once. */
function withoutDoubles(entries: readonly TimelineEntry[]): TimelineEntry[] {
  const seen = new Set<string>()
  return entries.filter(({ organisation, time, text, facts, source }) => {
    const state = time.kind === 'asOf' ? [source, facts] : []
    const key = JSON.stringify([organisation, time.kind, time.from, time.asOf, text.zh, ...state])
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}
