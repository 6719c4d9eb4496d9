import type { Span } from '../language/index.js'
import type { Lens } from '../model/index.js'
import type { Item } from './item.js'
import { type Cue, findCues, type Matcher } from './matcher.js'
import type { Mention, Reading, SentenceReading } from './reading.js'

/** Cues of every sentence and heading, found once. */
export class Categories {
  private readonly bySentence = new Map<SentenceReading, Cue[]>()
  private readonly byHeading = new Map<string, Cue[]>()
  /** The place of every sentence among those of the article. */
  private readonly places: Map<SentenceReading, number>

  constructor(
    private readonly reading: Reading,
    private readonly matcher: Matcher,
  ) {
    this.places = new Map(reading.sentences.map((sentence, at) => [sentence, at]))
  }

  private get lens(): Lens {
    return this.matcher.lens
  }

  cuesOf(sentence: SentenceReading): Cue[] {
    let cues = this.bySentence.get(sentence)
    if (!cues) {
      cues = findCues(this.matcher, this.reading.plain.slice(sentence.start, sentence.end)).map((cue) => ({
        ...cue,
        start: cue.start + sentence.start,
        end: cue.end + sentence.start,
      }))
      this.bySentence.set(sentence, cues)
    }
    return cues
  }

  private headingCues(heading: string): Cue[] {
    let cues = this.byHeading.get(heading)
    if (!cues) {
      cues = findCues(this.matcher, heading)
      this.byHeading.set(heading, cues)
    }
    return cues
  }

  /** The category that the words around a number point to: its verb most, then its clause, then the sentence and heading. */
  ofMention({ quantity, clause, sentence }: Mention, item: Item | undefined): string | null {
    return (
      this.best((score) => {
        for (const cue of this.cuesOf(sentence)) {
          const whose = cue.party ? 0.5 : 1
          score(cue, whose * this.parted(cue, quantity) * weightOf(cue, quantity, clause, item))
        }
        for (const cue of sentence.leadIn ? this.cuesOf(sentence.leadIn) : []) score(cue, 0.8)
        for (const cue of this.headingCues(sentence.heading)) score(cue, 1.2)
        for (const cue of findCues(this.matcher, item?.verb ?? '')) score(cue, 6)
      }) ??
      this.pointedTo(sentence) ??
      this.goesOn(sentence)
    )
  }

  /** A sentence without cues goes on with what the sentences before it in its paragraph tell. */
  private goesOn(sentence: SentenceReading): string | null {
    if (sentence.leadIn !== null) return null
    let before = this.before(sentence)
    for (let i = 0; i < 3 && before?.paragraph === sentence.paragraph; i++) {
      const found = this.ofSentence(before)
      if (found) return found
      before = this.before(before)
    }
    return null
  }

  private before(sentence: SentenceReading): SentenceReading | undefined {
    return this.reading.sentences[(this.places.get(sentence) ?? 0) - 1]
  }

  /** 这批物资包括: a sentence without cues of its own that speaks of what the one before told. */
  private pointedTo(sentence: SentenceReading): string | null {
    const { plain } = this.reading
    if (!/^(?:这批|该批|这些|上述)/.test(plain.slice(sentence.start, sentence.start + 4))) return null
    const before = this.before(sentence)
    return before ? this.ofSentence(before) : null
  }

  /** Behind a semicolon another deed is told; what stands before one may still announce the list. */
  private parted(cue: Span, quantity: Span): number {
    const between = this.reading.plain.slice(Math.min(cue.end, quantity.end), Math.max(cue.start, quantity.start))
    if (/[；;]/.test(between)) return cue.end <= quantity.start ? 0.2 : 0
    // 采购物资96万元、[慰问]医护54万元: the deed of the next of a list
    return cue.start >= quantity.end && between.includes('、') ? 0.3 : 1
  }

  ofSentence(sentence: SentenceReading): string | null {
    if (this.cuesOf(sentence).length === 0) return null
    return this.best((score) => {
      for (const cue of this.cuesOf(sentence)) score(cue, 1)
      for (const cue of this.headingCues(sentence.heading)) score(cue, 0.5)
    })
  }

  private best(collect: (score: (cue: Cue, weight: number) => void) => void): string | null {
    const scores = new Array<number>(this.lens.categories.length).fill(0)
    collect((cue, weight) => {
      for (const category of cue.categories) scores[category] = (scores[category] ?? 0) + (cue.end - cue.start) * weight
    })
    const most = Math.max(...scores)
    return most > 0 ? (this.lens.categories[scores.indexOf(most)]?.id ?? null) : null
  }
}

function weightOf(cue: Cue, { start, end }: Span, clause: Span, item: Item | undefined): number {
  const inClause = cue.start >= clause.start && cue.end <= clause.end
  if (!inClause) return cue.end <= start ? 0.6 : 0.3
  const place = item?.place
  // what says which ones are meant (81名[参与一线防控的]医务工作者) and the thing itself say little of what was done
  if (place && cue.start >= end && cue.end <= place.start) return 0.5
  // 海外侨胞[捐款]80万元: the deed is what is counted
  if (place && !cue.party && cue.start === place.start && cue.end === place.end) return 4
  if (place && cue.start >= place.start && cue.end <= place.end) return cue.party ? 2 : 0.8
  const gap = cue.end <= start ? start - cue.end : cue.start - end
  return gap <= 8 ? 4 : 3
}
