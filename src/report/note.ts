import type { Note } from '../model/index.js'

/** On one line, the source only where it is not told already. `uri`: of the source that stands above. */
export function describeNote({ severity, message, hint, source }: Note, uri?: string): string {
  const where = source === undefined || source === uri || message.includes(source) ? '' : `${source}: `
  return `${severity}: ${where}${message}${hint ? ` → ${hint}` : ''}`
}
