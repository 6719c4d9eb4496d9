import type { Lens } from '../model/index.js'
import { type Cue, findCues, type Matcher } from './matcher.js'
import type { Mention, Reading, SentenceReading } from './reading.js'

/** Cues of every sentence and heading, found once. */
export class Categories {
  private readonly bySentence = new Map<SentenceReading, Cue[]>()
  private readonly byHeading = new Map<string, Cue[]>()

  constructor(
    private readonly reading: Reading,
    private readonly matcher: Matcher,
  ) {}

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

  /** The category that the words around a number point to; those of its clause count most, then the nearest. */
  ofMention({ quantity, clause, sentence }: Mention): string | null {
    return this.best((score) => {
      for (const cue of this.cuesOf(sentence)) {
        const inClause = cue.start >= clause.start && cue.end <= clause.end
        const gap = cue.end <= quantity.start ? quantity.start - cue.end : cue.start - quantity.end
        const nearness = gap <= 8 ? 1 : 0
        score(cue, inClause ? 3 + nearness : cue.end <= quantity.start ? 0.6 : 0.3)
      }
      for (const cue of this.headingCues(sentence.heading)) score(cue, 0.7)
    })
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
