import type { Fact, Note, Summary } from './model/index.js'

/** A sentence that only a reprint has: offsets into its body. */
export interface Added {
  start: number
  end: number
}

/**
 * What a reprint says that the fuller text of its story does not: figures and deeds of its own sentences, each with its
 * evidence in the reprint. Null where those tell nothing new. A figure that the fuller text states too, of the same
 * thing, is not new in other words.
 */
export function onlyAdded(reprint: Summary, added: readonly Added[], fuller: Summary): Summary | null {
  const isAdded = within(added)
  const known = new Set(fuller.facts.map(whatOf))
  const ids = new Set(reprint.facts.filter(({ evidence }) => isAdded(evidence.start)).map(({ id }) => id))
  const facts = reprint.facts
    .filter(({ id, repeats }) => ids.has(id) && (repeats === null || ids.has(repeats)))
    .filter((fact) => !known.has(whatOf(fact)))
  const kept = new Set(facts.map(({ id }) => id))
  const acts = reprint.acts
    .filter(({ evidence, facts: told }) => isAdded(evidence.sentenceStart) && told.every((id) => kept.has(id)))
    .filter((act) => act.facts.length > 0 || !fuller.acts.some(({ text }) => text.zh === act.text.zh))
  if (facts.length === 0 && acts.length === 0) return null
  return {
    ...reprint,
    article: { ...reprint.article, addsTo: fuller.article.source.uri },
    organisation: fuller.organisation,
    onSubject: fuller.onSubject,
    facts: facts.map((fact) => withoutStrangers(fact, kept)),
    acts,
    notes: reprint.notes.filter((note) => isOf(note, kept)),
  }
}

/** Sentences stand in text order: the last that begins before an offset holds it, or none does. */
function within(added: readonly Added[]): (offset: number) => boolean {
  return (offset) => {
    let [low, high] = [0, added.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((added[middle]?.start ?? 0) <= offset) low = middle + 1
      else high = middle
    }
    return offset < (added[low - 1]?.end ?? 0)
  }
}

function whatOf({ item, measure, quantity: { value, upper, unit, per } }: Fact): string {
  return JSON.stringify([measure ?? item.zh, value, upper, unit, per])
}

/** Its total, or what it repeats, may stand in sentences that both texts have. */
function withoutStrangers(fact: Fact, kept: ReadonlySet<string>): Fact {
  const known = (id: string | null) => (id !== null && kept.has(id) ? id : null)
  return { ...fact, partOf: known(fact.partOf), repeats: known(fact.repeats) }
}

/** Doubts about figures that are kept, and about the source itself; the rest of the text is not read. */
function isOf({ facts, start, severity }: Note, kept: ReadonlySet<string>): boolean {
  if (facts !== undefined && facts.length > 0) return facts.every((id) => kept.has(id))
  return start === undefined && severity !== 'info'
}
