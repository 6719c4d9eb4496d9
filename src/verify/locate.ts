import { numeralRuns, occurrences, type Squeezed, squeeze } from '../language/squeeze.js'
import type { BriefingFact, Fact } from '../model/index.js'

/** An article as it is now. */
export interface Present {
  text: string
  squeezed: Squeezed
  facts: readonly Fact[]
}

export interface Place {
  start: number
  end: number
}

/** Where the figure's sentence stands now, and in it the figure: the place nearest to where it stood. */
export function placeNow({ squeezed, text }: Present, { evidence, quantity }: BriefingFact): Place | null {
  const figure = squeeze(quantity.surface).text
  const own = occurrences(squeeze(evidence.sentence), figure)
  const inside = evidence.start - evidence.sentenceStart
  const which = Math.max(
    0,
    own.findLastIndex(({ start }) => start <= inside + 1),
  )
  const places = occurrences(squeezed, squeeze(evidence.sentence).text).flatMap(({ start, end }) => {
    const found = occurrences(squeeze(text.slice(start, end)), figure)[which]
    return found ? [{ start: start + found.start, end: start + found.end }] : []
  })
  return places.sort((a, b) => Math.abs(a.start - evidence.start) - Math.abs(b.start - evidence.start))[0] ?? null
}

/** The figure that stands at the same place of a sentence which differs in its numbers alone; null where there is no one such. */
export function figureInstead({ facts }: Present, { evidence }: BriefingFact): Fact | null {
  const wanted = numeralRuns(evidence.sentence, evidence.start - evidence.sentenceStart)
  if (wanted.skeleton.length < 4) return null
  const alike = facts.filter((fact) => {
    const found = numeralRuns(fact.evidence.sentence, fact.evidence.start - fact.evidence.sentenceStart)
    return found.skeleton === wanted.skeleton && found.before === wanted.before
  })
  const [one, another] = alike
  return one && !another ? one : null
}

export function factAt({ facts }: Present, place: Place): Fact | undefined {
  return facts.find(({ evidence }) => evidence.start < place.end && evidence.end > place.start)
}
