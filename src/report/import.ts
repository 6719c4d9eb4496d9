import { counted } from '../counted.js'
import type { ImportReport } from '../translations.js'

/** What became of an imported file; each text that was not taken with its line. */
export function describeImport({ taken, unchanged, conflicts }: ImportReport, file: string): string {
  return [
    ...conflicts.map(({ line, kind, message }) => `${file}:${line}: ${kind}: ${message}`),
    `${counted(taken, 'text')} taken, ${unchanged} unchanged, ${counted(conflicts.length, 'conflict')}`,
  ].join('\n')
}
