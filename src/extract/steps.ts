import type { Removal } from '../model/index.js'

/**
 * Everything that is taken off a page, in the order in which it is done. The order matters: what is not seen must go
 * before text is weighed; captions before lines are judged; credits are read before the tail that they often stand in
 * is cut.
 */
export const STEPS = [
  { id: 'unseen', reason: 'not shown to readers' },
  { id: 'outside', reason: 'outside the part of the page that holds the article' },
  { id: 'linked', reason: 'a list of links to other pages' },
  { id: 'caption', reason: 'caption of a picture' },
  { id: 'headline', reason: 'the headline, kept as title' },
  { id: 'byline', reason: 'time, source and names, kept as such' },
  { id: 'before', reason: 'stands before the article' },
  { id: 'tail', reason: 'stands after the article' },
  { id: 'credits', reason: 'credits, kept as such' },
  { id: 'furniture', reason: 'part of the page, not of the article' },
] as const

export type StepId = (typeof STEPS)[number]['id']

/** Collects what was removed, numbered by its step: `08-tail`. */
export class Removals {
  readonly list: Removal[] = []

  add(step: StepId, text: string, detail?: string): void {
    if (text === '') return
    const number = STEPS.findIndex(({ id }) => id === step)
    const reason = STEPS[number]?.reason ?? step
    const name = `${String(number + 1).padStart(2, '0')}-${step}`
    this.list.push({ step: name, reason: detail === undefined ? reason : `${reason}: ${detail}`, text })
  }

  /** In step order; within a step in page order. */
  inOrder(): Removal[] {
    return this.list.toSorted((a, b) => (a.step < b.step ? -1 : a.step > b.step ? 1 : 0))
  }
}
