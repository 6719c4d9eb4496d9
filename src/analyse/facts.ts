import { type Fact, zhOnly } from '../model/index.js'
import type { Categories } from './categories.js'
import type { Item } from './item.js'
import { type Matcher, measureOf } from './matcher.js'
import type { Mention, Reading } from './reading.js'
import { statementOf } from './statements.js'

/** A fact for each number that counts something, in text order, without time, actor and role. */
export function makeFacts(
  reading: Reading,
  matcher: Matcher,
  items: Map<Mention, Item>,
  categories: Categories,
): Map<Mention, Fact> {
  const facts = new Map<Mention, Fact>()
  for (const sentence of reading.sentences) {
    for (const mention of sentence.mentions) {
      if (!mention.figure) continue
      facts.set(mention, makeFact(reading, matcher, mention, items.get(mention), categories, `f${facts.size + 1}`))
    }
  }
  return facts
}

function makeFact(
  { text, plain }: Reading,
  matcher: Matcher,
  mention: Mention,
  item: Item | undefined,
  categories: Categories,
  id: string,
): Fact {
  const { quantity, sentence, clause } = mention
  const zh = item?.zh ?? ''
  const measure = measureOf(matcher, zh, quantity.unit, {
    clause: plain.slice(clause.start, clause.end),
    sentence: plain.slice(sentence.start, sentence.end),
  })
  return {
    id,
    category: measure?.category ?? categories.ofMention(mention, item),
    measure: measure?.id ?? null,
    item: zhOnly(zh),
    quantity: {
      value: quantity.value,
      unit: quantity.unit,
      approximation: quantity.approximation,
      upper: quantity.upper,
      per: item?.per ?? null,
      surface: text.slice(quantity.start, quantity.end),
    },
    actor: null,
    recipient: null,
    action: item?.verb ?? null,
    time: null,
    role: 'single',
    partOf: null,
    repeats: null,
    statement: zhOnly(statementOf(text, mention)),
    evidence: {
      start: quantity.start,
      end: quantity.end,
      sentence: text.slice(sentence.start, sentence.end),
      sentenceStart: sentence.start,
    },
  }
}
