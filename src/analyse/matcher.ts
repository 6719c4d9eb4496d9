import { isParty, Lexicon } from '../language/index.js'
import type { Lens, LensMeasure } from '../model/index.js'

/** A lens made ready for looking up; made once for each lens object. */
export interface Matcher {
  lens: Lens
  cues: Lexicon
  categoriesOf: Map<string, number[]>
  /** The cues that name somebody. */
  parties: Set<string>
  /** Nouns of measures, longest first. */
  nouns: { noun: string; measure: LensMeasure }[]
  nounLexicon: Lexicon
  /** Nouns of goods. */
  goods: Lexicon
  /** Both in one: most places of a text are neither. */
  cuesOrGoods: Lexicon
  measuresOf: Map<string, LensMeasure[]>
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
  const measuresOf = new Map<string, LensMeasure[]>()
  for (const { noun, measure } of nouns) measuresOf.set(noun, [...(measuresOf.get(noun) ?? []), measure])
  nouns.sort((a, b) => b.noun.length - a.noun.length)
  const goods = nouns
    .filter(({ noun, measure }) => measure.family === 'supplies' && measure.category === null && noun.length > 2)
    .map(({ noun }) => noun)
  return {
    lens,
    cues: new Lexicon(categoriesOf.keys()),
    categoriesOf,
    parties: new Set([...categoriesOf.keys()].filter((cue) => isParty(cue))),
    nouns,
    nounLexicon: new Lexicon(measuresOf.keys()),
    goods: new Lexicon(goods),
    cuesOrGoods: new Lexicon([...categoriesOf.keys(), ...goods]),
    measuresOf,
  }
}

export interface Cue {
  start: number
  end: number
  categories: number[]
  /** Says who rather than what was done: 志愿者, 海外侨胞. */
  party: boolean
}

export function findCues({ cues, parties, goods, cuesOrGoods, categoriesOf }: Matcher, text: string): Cue[] {
  const found: Cue[] = []
  for (let i = 0; i < text.length; i++) {
    const word = cuesOrGoods.at(text, i)
    if (word === undefined) continue
    const cue = categoriesOf.has(word) ? word : cues.at(text, i)
    const length = goods.lengthAt(text, i)
    if (length > (cue?.length ?? 0)) {
      // [消毒]液 is a thing, no deed
      i += length - 1
      continue
    }
    if (cue === undefined) continue
    found.push({ start: i, end: i + cue.length, categories: categoriesOf.get(cue) ?? [], party: parties.has(cue) })
    i += cue.length - 1
  }
  return found
}

/**
 * The measure whose longest noun is in the item and whose units hold the unit; one that has cues needs one of them in
 * the clause, or in the sentence where no other measure fits.
 */
export function measureOf(
  matcher: Matcher,
  item: string,
  unit: string | null,
  { clause, sentence }: { clause: string; sentence: string },
): LensMeasure | null {
  return bestMeasure(matcher, item, unit, clause) ?? bestMeasure(matcher, item, unit, sentence)
}

function bestMeasure(matcher: Matcher, item: string, unit: string | null, around: string): LensMeasure | null {
  const nouns = new Set<string>()
  for (let i = 0; i < item.length; i++) for (const noun of matcher.nounLexicon.allAt(item, i)) nouns.add(noun)
  const holds = (cue: string): boolean => holdsCue(matcher, around, cue)
  let best: LensMeasure | null = null
  let length = 0
  // of nouns of one length the head, which stands last: 捐赠[物资]
  const at = (noun: string): number => item.lastIndexOf(noun)
  for (const noun of [...nouns].sort((a, b) => b.length - a.length || at(b) - at(a))) {
    if (noun.length < length) break
    for (const measure of matcher.measuresOf.get(noun) ?? []) {
      if (!accepts(measure, unit, holds)) continue
      if (best !== null && (measure.cues.length === 0 || best.cues.length > 0)) continue
      best = measure
      length = noun.length
    }
  }
  return best
}

function accepts(measure: LensMeasure, unit: string | null, holds: (cue: string) => boolean): boolean {
  if (measure.units.length > 0 && (unit === null || !measure.units.includes(unit))) return false
  return measure.cues.length === 0 || measure.cues.some(holds)
}

/**
 * 慰问 is in 走访慰问, not in 慰问金: a longer cue that begins there is another word, unless what it adds is a noun of its
 * own: 转移 is in 转移群众.
 */
function holdsCue({ cues, measuresOf }: Matcher, text: string, cue: string): boolean {
  for (let at = text.indexOf(cue); at >= 0; at = text.indexOf(cue, at + 1)) {
    const longest = text.slice(at, at + cues.lengthAt(text, at))
    if (longest.length <= cue.length || measuresOf.has(longest.slice(cue.length))) return true
  }
  return false
}
