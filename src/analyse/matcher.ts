import type { Lens, LensMeasure } from '../model/index.js'

/** A lens made ready for looking up; made once for each lens object. */
export interface Matcher {
  lens: Lens
  /** All cues of all categories, longest first. */
  cues: RegExp
  categoriesOf: Map<string, number[]>
  /** Nouns of measures, longest first. */
  nouns: { noun: string; measure: LensMeasure }[]
}

const ready = new WeakMap<Lens, Matcher>()

export function matcherOf(lens: Lens): Matcher {
  let matcher = ready.get(lens)
  if (!matcher) {
    matcher = compile(lens)
    ready.set(lens, matcher)
  }
  return matcher
}

function compile(lens: Lens): Matcher {
  const categoriesOf = new Map<string, number[]>()
  lens.categories.forEach(({ cues }, index) => {
    for (const cue of cues) categoriesOf.set(cue, [...(categoriesOf.get(cue) ?? []), index])
  })
  const nouns = lens.measures.flatMap((measure) => measure.nouns.map((noun) => ({ noun, measure })))
  nouns.sort((a, b) => b.noun.length - a.noun.length)
  return { lens, cues: alternatives(categoriesOf.keys()), categoriesOf, nouns }
}

function alternatives(words: Iterable<string>): RegExp {
  const sorted = [...words].sort((a, b) => b.length - a.length)
  return new RegExp(sorted.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|'), 'g')
}

export interface Cue {
  start: number
  end: number
  categories: number[]
}

export function findCues(matcher: Matcher, text: string): Cue[] {
  const found: Cue[] = []
  for (const { 0: cue, index } of text.matchAll(matcher.cues)) {
    found.push({ start: index, end: index + cue.length, categories: matcher.categoriesOf.get(cue) ?? [] })
  }
  return found
}

/** The measure whose longest noun is in the item, whose units hold the unit and whose cue is in the sentence. */
export function measureOf(matcher: Matcher, item: string, unit: string | null, sentence: string): LensMeasure | null {
  let best: LensMeasure | null = null
  let length = 0
  for (const { noun, measure } of matcher.nouns) {
    if (noun.length < length) break
    if (!item.includes(noun)) continue
    if (measure.units.length > 0 && (unit === null || !measure.units.includes(unit))) continue
    const cued = measure.cues.length > 0
    if (cued && !measure.cues.some((cue) => sentence.includes(cue))) continue
    if (best === null || (cued && best.cues.length === 0)) {
      best = measure
      length = noun.length
    }
  }
  return best
}
