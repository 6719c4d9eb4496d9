import type { Attachment, Briefing } from '../model/index.js'
import { evidenceTable } from './csv.js'
import { modelText, shortModelText } from './json.js'

/**
 * What travels inside the PDF: the whole model, and its evidence as a table. Earlier editions have the model
 * `indented`.
 */
export function attachmentsOf(briefing: Briefing, { indented = false } = {}): Attachment[] {
  return [
    {
      name: 'briefing.json',
      mediaType: 'application/json',
      description: 'The model of this briefing',
      text: indented ? modelText(briefing) : shortModelText(briefing),
    },
    {
      name: 'evidence.csv',
      mediaType: 'text/csv',
      description: 'Every figure with its sentence',
      text: evidenceTable(briefing),
    },
  ]
}
