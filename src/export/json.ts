import type { Briefing } from '../model/index.js'

/** The model, as it is written and as it is attached. */
export function modelText(briefing: Briefing): string {
  return `${JSON.stringify(briefing, null, 2)}\n`
}
