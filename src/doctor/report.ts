/** What was looked at, what was found, and what to do about it. */
export interface Examination {
  /** kebab-case, stable: `node`, `browser`, `fonts`. */
  id: string
  status: 'ok' | 'warning' | 'failed'
  /** What was found, in a few words. */
  found: string
  next: string[]
}

export function ok(id: string, found: string): Examination {
  return { id, status: 'ok', found, next: [] }
}

export function failed(id: string, found: string, next: string[]): Examination {
  return { id, status: 'failed', found, next }
}
