import { type ScannedQuantity, type Span, scanQuantities } from '../language/index.js'
import { normalise } from '../language/normalise.js'
import { occurrences, squeeze } from '../language/squeeze.js'
import type { Fact } from '../model/index.js'
import type { Piece } from './pieces.js'
import type { Claim } from './prompt.js'

/** What comes of the claims on one piece of an article. */
export interface Judged {
  /** Figures of ours that the second reader reads with the same value. */
  agreed: Set<string>
  /** Figures of ours that it reads with another one. */
  differing: { fact: Fact; value: number; upper: number | null }[]
  /** Numbers of the text that it takes for figures, with the value that we read there, and that are none of ours. */
  besides: Span[]
  /** Claims that no place in the text bears out. */
  unfounded: number
}

/**
 * Claims against facts. A claim counts for nothing but the place it quotes: where that is not in the text as it was
 * sent, or is read otherwise by us, it is dropped.
 */
export function judge(piece: Piece, claims: readonly Claim[], facts: readonly Fact[]): Judged {
  const judged: Judged = { agreed: new Set(), differing: [], besides: [], unfounded: 0 }
  const within = factsOf(piece, facts)
  const quantities = scanQuantities(normalise(piece.text), new Uint8Array(piece.text.length))
  const doubts = new Map<string, Judged['differing'][number]>()
  for (const claim of claims) {
    const places = placesOf(piece, claim)
    const told = places.flatMap((place) => within.filter(({ evidence }) => overlap(evidence, place)))
    const same = told.find((fact) => !judged.agreed.has(fact.id) && says(fact.quantity, claim))
    const [first] = told
    if (same) judged.agreed.add(same.id)
    else if (first) doubts.set(first.id, { fact: first, value: claim.value, upper: claim.upper })
    else {
      const place = places.find((each) => isReadSo(each, claim, piece, quantities))
      if (place) judged.besides.push(place)
      else judged.unfounded++
    }
  }
  judged.differing = [...doubts.values()].filter(({ fact }) => !judged.agreed.has(fact.id))
  return judged
}

/** The facts that a piece prints; a value that a person changed is not what the text says. */
export function factsOf({ start, end }: Span, facts: readonly Fact[]): Fact[] {
  return facts.filter(({ evidence, corrected }) => {
    return corrected !== 'value' && evidence.start >= start && evidence.end <= end
  })
}

/** Where the quote stands in what was sent and the figure in it, as spans of the article. */
function placesOf({ text, start }: Piece, { quote, figure }: Claim): Span[] {
  const wanted = squeeze(figure).text
  return occurrences(squeeze(text), squeeze(quote).text).flatMap((sentence) =>
    occurrences(squeeze(text.slice(sentence.start, sentence.end)), wanted).map((inside) => ({
      start: start + sentence.start + inside.start,
      end: start + sentence.start + inside.end,
    })),
  )
}

function overlap(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end
}

function says({ value, upper }: Pick<ScannedQuantity, 'value' | 'upper'>, claim: Claim): boolean {
  return equal(value, claim.value) && (upper === null || claim.upper === null || equal(upper, claim.upper))
}

function equal(a: number, b: number): boolean {
  return Math.abs(a - b) <= Math.abs(a) * 1e-9
}

function isReadSo(place: Span, claim: Claim, { start }: Piece, quantities: readonly ScannedQuantity[]): boolean {
  const here = { start: place.start - start, end: place.end - start }
  return quantities.some((quantity) => overlap(quantity, here) && !quantity.vague && says(quantity, claim))
}
