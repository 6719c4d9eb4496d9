import { squeeze } from '../language/squeeze.js'
import type { Briefing, BriefingFact, Fact, Summary } from '../model/index.js'
import { factAt, figureInstead, type Present, placeNow } from './locate.js'

/**
 * holds: where it stood. moved: its sentence stands elsewhere in the article, or differs from it elsewhere than in
 * this figure (blanks, punctuation, other numbers). changed: its sentence has another number, or the number is read otherwise. gone: no such sentence. unread: its source
 * could not be read again.
 */
export type FigureStatus = 'holds' | 'moved' | 'changed' | 'gone' | 'unread'

export interface VerifiedFigure {
  number: number
  fact: string
  status: FigureStatus
  organisation: { zh: string; en: string }
  source: string
  /** As the briefing has it, printed and as a value. */
  printed: string
  value: number
  /** What stands there now; null where it is gone or unread, or all is as it was. */
  now: { printed: string; value: number } | null
  sentence: string
}

/** Looks every figure of a briefing up in its sources as they are now; `found` says which article a source is now. */
export function verifyFigures(
  briefing: Briefing,
  found: (source: Briefing['sources'][number]) => Summary | null,
): VerifiedFigure[] {
  const presents = new Map<string, Present | null>()
  for (const source of briefing.sources) {
    const summary = found(source)
    const text = summary?.article.text ?? ''
    presents.set(source.id, summary && { text, squeezed: squeeze(text), facts: summary.facts })
  }
  const uris = new Map(briefing.sources.map(({ id, source }) => [id, source.uri]))
  const organisations = new Map(briefing.organisations.map((organisation) => [organisation.id, organisation]))
  return briefing.facts.map((fact) => {
    const { zh = '', en = '' } = organisations.get(fact.organisation) ?? {}
    return {
      number: fact.number,
      fact: fact.id,
      organisation: { zh, en },
      source: uris.get(fact.source) ?? '',
      printed: fact.quantity.surface,
      value: fact.quantity.value,
      sentence: fact.evidence.sentence,
      ...statusOf(fact, presents.get(fact.source) ?? null),
    }
  })
}

function statusOf(fact: BriefingFact, present: Present | null): Pick<VerifiedFigure, 'status' | 'now'> {
  if (present === null) return { status: 'unread', now: null }
  const place = placeNow(present, fact)
  if (place === null) {
    const instead = figureInstead(present, fact)
    if (instead === null) return { status: 'gone', now: null }
    return sameQuantity(fact, instead) ? { status: 'moved', now: null } : { status: 'changed', now: asRead(instead) }
  }
  const again = factAt(present, place)
  if (again && !sameQuantity(fact, again)) return { status: 'changed', now: asRead(again) }
  return { status: isWhereItStood(fact, present) ? 'holds' : 'moved', now: null }
}

function asRead({ quantity: { surface, value } }: Fact): NonNullable<VerifiedFigure['now']> {
  return { printed: surface, value }
}

function sameQuantity({ quantity: a }: BriefingFact, { quantity: b }: Fact): boolean {
  return a.value === b.value && a.upper === b.upper
}

function isWhereItStood({ evidence, quantity }: BriefingFact, { text }: Present): boolean {
  const { start, end, sentence, sentenceStart } = evidence
  return text.slice(start, end) === quantity.surface && text.startsWith(sentence, sentenceStart)
}
