import { isAction, isParty, namesBody, phraseEnds } from '../language/index.js'
import { type Fact, zhOnly } from '../model/index.js'
import { actorOf } from './actors.js'
import type { Giving } from './giving.js'
import type { Item } from './item.js'
import type { Mention, Reading } from './reading.js'
import { receivedIn } from './received.js'
import { recipientOf } from './recipients.js'
import { clean, named, opening } from './subjects.js'

/** Who did it and to whom; null where nobody is named. */
interface Sides {
  actor: string | null
  recipient: string | null
  /** Told by whoever received it: the next of a list is of the same sides. */
  received: boolean
}

/** 这批物资包括: what follows is of the sides of the figure before it. */
const pointing = /^(?:这批|该批|这些|上述)[^，。；\d]{0,10}(?:包括|包含|含|中|有|为)/

/** Says of each fact who did it and to whom. The organisation of the article itself is no other actor. */
export function markSides(
  reading: Reading,
  facts: Map<Mention, Fact>,
  items: Map<Mention, Item>,
  giving: Giving,
  organisation: string,
): void {
  let last: { mention: Mention; sides: Sides } | undefined
  for (const [mention, fact] of facts) {
    const sides = sidesOf(reading, mention, fact.item.zh, items, giving, last)
    last = { mention, sides }
    const { actor, recipient } = sides
    const own = actor === null || namesBody(actor, organisation) || actor === fact.item.zh
    if (!own) fact.actor = zhOnly(actor)
    if (recipient !== null && recipient !== actor) fact.recipient = zhOnly(recipient)
  }
}

function sidesOf(
  reading: Reading,
  mention: Mention,
  item: string,
  items: Map<Mention, Item>,
  giving: Giving,
  last: { mention: Mention; sides: Sides } | undefined,
): Sides {
  const { plain } = reading
  const got = receivedIn(reading, mention, giving)
  if (got) return { actor: got.giver, recipient: got.receiver, received: true }
  const listed = last !== undefined && isNext(plain, last.mention, mention)
  if (last && ((listed && last.sides.received) || isPointed(plain, last.mention, mention))) return last.sides
  const said = actorOf(reading, mention, item, giving)
  const actor = said === null ? null : (named(plain, mention.sentence.start, said) ?? null)
  const own = recipientOf(reading, mention, items, giving)
  const things = mention.quantity.unitKind !== 'person' && last?.mention.quantity.unitKind !== 'person'
  return { actor, recipient: own ?? (listed && things ? last.sides.recipient : null), received: false }
}

/** 手套300双、[帽子500顶], 款物60万元，其中[现金40万元]: the next of a list, with no deed of its own. */
function isNext(plain: string, before: Mention, { quantity, sentence }: Mention): boolean {
  if (before.sentence !== sentence || quantity.start - before.quantity.end > 30) return false
  const between = plain.slice(before.quantity.end, quantity.start)
  // 其中县总工会530万元: another giver
  const whose = clean((between.split(/[、，]/).at(-1) ?? '').replace(opening, ''))
  return (
    !(whose.length > 1 && isParty(whose)) &&
    /^[^，。；]{0,4}[、，和及与]/.test(between) &&
    !phraseEnds(between).some(({ start, end }) => isAction(between.slice(start, end)))
  )
}

function isPointed(plain: string, before: Mention, { sentence }: Mention): boolean {
  if (!pointing.test(plain.slice(sentence.start, sentence.start + 24))) return false
  return before.sentence.end <= sentence.end && sentence.start - before.sentence.end < 20
}
