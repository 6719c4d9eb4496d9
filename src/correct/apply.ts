import { type Span, segment } from '../language/index.js'
import {
  type Addition,
  type Article,
  type Change,
  type Fact,
  type Quantity,
  type Summary,
  zhOnly,
} from '../model/index.js'

/** Looks up what a lens calls a thing counted in a unit. */
export type Classify = (
  item: string,
  unit: string | null,
  sentence: string,
) => { measure: string | null; category: string | null }

/** Without these facts, and without what was noted about them. */
export function without(summary: Summary, gone: ReadonlySet<string>): Summary {
  const facts = summary.facts
    .filter(({ id }) => !gone.has(id))
    .map(
      (fact): Fact =>
        fact.partOf !== null && gone.has(fact.partOf) ? { ...fact, partOf: null, role: 'single' } : fact,
    )
  const totals = new Set(facts.map(({ partOf }) => partOf))
  return {
    ...withoutNotes(summary, gone),
    facts: facts.map((fact) => (fact.role === 'total' && !totals.has(fact.id) ? { ...fact, role: 'single' } : fact)),
    acts: summary.acts.map((act) => ({ ...act, facts: act.facts.filter((id) => !gone.has(id)) })),
  }
}

/** Notes about figures that a person has since settled. */
export function withoutNotes(summary: Summary, settled: ReadonlySet<string>): Summary {
  return { ...summary, notes: summary.notes.filter(({ facts }) => !facts?.some((id) => settled.has(id))) }
}

/** The fact with what a person says of it; its evidence stays what the page prints. */
export function changed(fact: Fact, { to }: Change, classify: Classify | undefined): Fact {
  const quantity = quantityOf(fact.quantity, to)
  const item = to.item === undefined ? fact.item : zhOnly(to.item)
  const lookedUp =
    classify && to.measure === undefined && (to.item !== undefined || to.unit !== undefined)
      ? classify(item.zh, quantity.unit, fact.evidence.sentence)
      : null
  const category = lookedUp?.category ?? fact.category
  const differs = (['value', 'upper', 'unit', 'approximation'] as const).some((k) => quantity[k] !== fact.quantity[k])
  return {
    ...fact,
    quantity,
    item,
    measure: to.measure === undefined ? (lookedUp ? lookedUp.measure : fact.measure) : to.measure,
    category: to.category === undefined ? category : to.category,
    actor: to.actor === undefined ? fact.actor : to.actor === null ? null : zhOnly(to.actor),
    corrected: differs || fact.corrected === 'value' ? 'value' : 'other',
  }
}

function quantityOf(was: Quantity, to: Change['to']): Quantity {
  const value = to.value ?? was.value
  const upper = to.upper === undefined ? (was.upper !== null && was.upper > value ? was.upper : null) : to.upper
  const approximation =
    to.approximation ?? (upper === null && was.approximation === 'range' ? 'exact' : was.approximation)
  return {
    ...was,
    value,
    upper,
    approximation: upper === null ? approximation : 'range',
    unit: to.unit === undefined ? was.unit : to.unit,
  }
}

/** A fact of the text that the program did not read; null where no sentence holds the place. */
export function added(
  article: Article,
  id: string,
  place: Span,
  addition: Addition,
  classify: Classify | undefined,
): Fact | null {
  const { text } = article
  const sentence = segment(text)
    .flatMap(({ sentences }) => sentences)
    .find(({ start, end }) => start <= place.start && end >= place.end)
  if (!sentence) return null
  const printed = text.slice(sentence.start, sentence.end)
  const { value, item, unit = null, upper = null, actor = null } = addition
  const lookedUp = classify?.(item, unit, printed)
  return {
    id,
    category: addition.category === undefined ? (lookedUp?.category ?? null) : addition.category,
    measure: addition.measure === undefined ? (lookedUp?.measure ?? null) : addition.measure,
    item: zhOnly(item),
    quantity: {
      value,
      unit,
      upper,
      approximation: upper === null ? (addition.approximation ?? 'exact') : 'range',
      per: null,
      surface: text.slice(place.start, place.end),
    },
    actor: actor === null ? null : zhOnly(actor),
    recipient: null,
    action: null,
    time: null,
    role: 'single',
    partOf: null,
    repeats: null,
    statement: zhOnly(printed),
    evidence: { ...place, sentence: printed, sentenceStart: sentence.start },
    corrected: 'added',
  }
}
