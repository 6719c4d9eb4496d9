import type { Briefing } from '../model/index.js'

/** The model, as it is written for people and programs. */
export function modelText(briefing: Briefing): string {
  return `${JSON.stringify(briefing, null, 2)}\n`
}

/** The model as it is attached: half as long. */
export function shortModelText(briefing: Briefing): string {
  return JSON.stringify(briefing)
}
