import type { PlacedMeasure } from '../measures.js'
import { normalisedName } from '../organisations.js'
import { canBeSame, canFollow, type Known, measureKey, partiesOf, placeKeys, printedKeys, thingKey } from './keys.js'

type May = (now: Known, before: Known) => boolean

/**
 * Pairs the figures of two editions: by the same words in the same sentence; by the same place in a sentence whose numbers
 * alone are others; by what is counted. Each step pairs only what is one on both sides and leaves the rest to the next:
 * where two could be meant, none is.
 */
export function pairFigures(
  now: readonly Known[],
  before: readonly Known[],
  measures: ReadonlyMap<string, PlacedMeasure>,
): Map<Known, Known> {
  const pairing = new Pairing(now, before)
  const equals: May = (a, b) => canBeSame(a.time, b.time)
  pairing.pair(printedKeys, () => true)
  pairing.pair(placeKeys, (a, b) => canFollow(a, b) && partiesOf(a) === partiesOf(b))
  const thing = (known: Known) => [thingKey(known, measures)]
  pairing.pair((known) => [JSON.stringify([thing(known), amountOf(known), known.time?.asOf])], equals)
  pairing.pair((known) => [JSON.stringify([thing(known), amountOf(known)])], equals)
  pairing.pair(thing, canFollow)
  pairing.pair(
    (known) => measureKey(known, measures) ?? [],
    (a, b) => canFollow(a, b) && isOneThing(a, b),
  )
  return pairing.pairs
}

class Pairing {
  readonly pairs = new Map<Known, Known>()
  #now: readonly Known[]
  #before: readonly Known[]

  constructor(now: readonly Known[], before: readonly Known[]) {
    this.#now = now
    this.#before = before
  }

  pair(keysOf: (known: Known) => string | string[], may: May): void {
    const [now, before] = [byKey(this.#now, keysOf), byKey(this.#before, keysOf)]
    const paired = new Set<Known>()
    for (const [key, mine] of now) {
      const [one, another] = mine
      const theirs = [...(before.get(key) ?? [])].filter((known) => !paired.has(known))
      const [other, further] = theirs
      if (!one || !other || another || further || paired.has(one) || !may(one, other)) continue
      this.pairs.set(one, other)
      paired.add(one).add(other)
    }
    const isLeft = (known: Known) => !paired.has(known)
    this.#now = this.#now.filter(isLeft)
    this.#before = this.#before.filter(isLeft)
  }
}

function byKey(all: readonly Known[], keysOf: (known: Known) => string | string[]): Map<string, Set<Known>> {
  const index = new Map<string, Set<Known>>()
  for (const known of all) {
    for (const key of [keysOf(known)].flat()) {
      const alike = index.get(key)
      if (alike) alike.add(known)
      else index.set(key, new Set([known]))
    }
  }
  return index
}

function amountOf({ facts: [{ quantity }] }: Known): [number, number | null] {
  return [quantity.value, quantity.upper]
}

/** One of the two names holds the other: 资金, 捐赠资金. */
function isOneThing(a: Known, b: Known): boolean {
  const [one, other] = [normalisedName(a.facts[0].item.zh), normalisedName(b.facts[0].item.zh)]
  return one.includes(other) || other.includes(one)
}
