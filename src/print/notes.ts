import type { Note } from '../model/index.js'

/** What the page asked for and did not get, at most a few by name. */
export function refusedNotes(refused: ReadonlySet<string>): Note[] {
  return [...refused].slice(0, 5).map((url) => ({
    severity: 'warning',
    code: 'request-refused',
    message: `The page asked for ${url.slice(0, 120)}, which was refused: a briefing carries all it needs.`,
    hint: 'Put pictures and fonts of a template into its folder, where they are embedded.',
  }))
}

export function missingTargets(ids: string[]): Note[] {
  return ids.map((id) => ({
    severity: 'warning',
    code: 'contents-target-missing',
    message: `The contents name "${id}", which nothing on any page links to: its page number is left out.`,
  }))
}
