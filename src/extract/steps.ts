import { ExitCode, UserError } from '../errors.js'
import { compareText } from '../language/order.js'
import type { Removal } from '../model/index.js'

/**
 * Everything that is taken off a page, in the order in which it is done; docs/extraction.md says why the order is as
 * it is. Each step can be switched off: what it would take stays in the body.
 */
export const STEPS = [
  { id: 'unseen', reason: 'not shown to readers' },
  { id: 'outside', reason: 'outside the part of the page that holds the article' },
  { id: 'headline', reason: 'the headline, kept as title' },
  { id: 'byline', reason: 'time, source and names, kept as such' },
  { id: 'caption', reason: 'caption of a picture' },
  { id: 'tail', reason: 'stands after the article' },
  { id: 'credits', reason: 'credits, kept as such' },
  { id: 'before', reason: 'stands before the article' },
  { id: 'linked', reason: 'a list of links to other pages' },
  { id: 'furniture', reason: 'part of the page, not of the article' },
] as const

export type StepId = (typeof STEPS)[number]['id']

/** How a step is named on record: `06-tail`. */
const ON_RECORD = Object.fromEntries(
  STEPS.map(({ id, reason }, i) => [id, { name: `${String(i + 1).padStart(2, '0')}-${id}`, reason }]),
) as Record<StepId, { name: string; reason: string }>

/** `8`, `08-before` and `before` name the same step. Throws a `UserError` (exit 2) for a name that no step has. */
export function stepsNamed(names: readonly string[]): ReadonlySet<StepId> {
  return new Set(names.map(stepNamed))
}

function stepNamed(name: string): StepId {
  const bare = name.trim().toLowerCase()
  const step = /^\d{1,2}$/.test(bare)
    ? STEPS[Number(bare) - 1]
    : STEPS.find(({ id }) => id === bare.replace(/^\d{1,2}-/, ''))
  if (step !== undefined) return step.id
  throw new UserError({
    code: 'unknown-step',
    exitCode: ExitCode.usage,
    message: `"${name}" is no step of the extraction`,
    next: [`the steps are ${STEPS.map(({ id }, i) => `${i + 1} ${id}`).join(', ')}`],
  })
}

/** Collects what was removed, numbered by its step: `06-tail`. */
export class Removals {
  readonly list: Removal[] = []

  constructor(private readonly without: ReadonlySet<StepId> = new Set()) {}

  /** Whether a step is switched on. */
  applies(step: StepId): boolean {
    return !this.without.has(step)
  }

  /** True where the text is to be removed, which is then on record; false where the step is switched off. */
  take(step: StepId, text: string, detail?: string): boolean {
    if (!this.applies(step)) return false
    if (text === '') return true
    const { name, reason } = ON_RECORD[step]
    this.list.push({ step: name, reason: detail === undefined ? reason : `${reason}: ${detail}`, text })
    return true
  }

  /** One removal a step, with all its texts run together: for whoever only counts them, and keeps thousands of pages. */
  inBulk(): Removal[] {
    return STEPS.flatMap(({ id, reason }) => {
      const { name: step } = ON_RECORD[id]
      const text = this.list.flatMap((removal) => (removal.step === step ? removal.text : [])).join('')
      return text === '' ? [] : { step, reason, text }
    })
  }

  /** In step order; within a step in page order. */
  inOrder(): Removal[] {
    return this.list.toSorted((a, b) => compareText(a.step, b.step))
  }
}
