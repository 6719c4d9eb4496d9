import type { Span } from '../language/index.js'
import { occurrences, type Squeezed, squeeze } from '../language/squeeze.js'
import type { Correction, Fact, Summary } from '../model/index.js'

export type Missing = 'sentence' | 'figure' | 'not-read' | 'already-read'

/** The words by which a person names a figure. */
export interface Key {
  source: string
  sentence: string
  figure: string
  occurrence: number
}

export function isAbout({ article }: Summary, { names }: Correction): boolean {
  const title = squeeze(article.title.zh).text
  return names.some((name) => name === article.source.uri || (title !== '' && squeeze(name).text === title))
}

/** Where the figure stands in an article's text: once for each time its sentence does. */
export function placesOf(
  text: string,
  squeezed: Squeezed,
  key: Pick<Key, 'sentence' | 'figure' | 'occurrence'>,
): Span[] | Missing {
  const sentences = occurrences(squeezed, squeeze(key.sentence).text)
  if (sentences.length === 0) return 'sentence'
  const figure = squeeze(key.figure).text
  const places = sentences.flatMap(({ start, end }) => {
    const inside = occurrences(squeeze(text.slice(start, end)), figure)[key.occurrence - 1]
    return inside ? [{ start: start + inside.start, end: start + inside.end }] : []
  })
  return places.length === 0 ? 'figure' : places
}

/** The fact whose figure a place overlaps most. */
export function factAt(facts: readonly Fact[], place: Span): Fact | undefined {
  const overlap = ({ evidence }: Fact): number =>
    Math.min(evidence.end, place.end) - Math.max(evidence.start, place.start)
  return facts.filter((fact) => overlap(fact) > 0).sort((a, b) => overlap(b) - overlap(a))[0]
}

/** The key by which a person names this fact; its sentence is on one line. */
export function keyOf({ article }: Summary, { evidence, quantity }: Fact): Key {
  const { sentence, sentenceStart, start } = evidence
  const figure = squeeze(quantity.surface).text
  const places = occurrences(squeeze(sentence), figure)
  const place = places.findLastIndex((span) => sentenceStart + span.start <= start + 1)
  return {
    source: article.source.uri,
    sentence: sentence.replace(/\s+/g, ' '),
    figure: quantity.surface,
    occurrence: Math.max(0, place) + 1,
  }
}
