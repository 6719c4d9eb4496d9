import type { GenerateOptions } from './config/index.js'
import type { EarlierBriefing, Outcome } from './model/index.js'

/** The steps a user sees, in their order. */
export const steps = [
  'collect',
  'analyse',
  'crosscheck',
  'compare',
  'translate',
  'compose',
  'print',
  'inspect',
  'write',
] as const
export type Step = (typeof steps)[number]

/** The steps that a run with these options takes. */
export function plannedSteps({ formats, translate, crosscheck }: GenerateOptions): Step[] {
  const skipped = new Set<Step>([
    ...(formats.includes('pdf') ? [] : (['print', 'inspect'] as const)),
    ...(crosscheck === undefined || crosscheck.with === 'none' ? (['crosscheck'] as const) : []),
    ...(translate === undefined || translate.with === 'none' ? (['translate'] as const) : []),
  ])
  return steps.filter((step) => !skipped.has(step))
}

export interface PipelineContext {
  cwd: string
  signal?: AbortSignal
  /** Date of what the translation memory is given; without it 1 January 1970. */
  now?: Date
  /** Told when a step is over, with one line of what it found. */
  onStep?: (step: Step, detail: string) => void
  /** The edition to compare with, where the caller knows it, or why there is none; before `GenerateOptions.since`. */
  earlier?: Outcome<EarlierBriefing | null>
}
