import type { Attachment, Briefing } from '../model/index.js'
import { evidenceTable } from './csv.js'
import { modelText } from './json.js'

/** What travels inside the PDF: the whole model, and its evidence as a table. */
export function attachmentsOf(briefing: Briefing): Attachment[] {
  return [
    {
      name: 'briefing.json',
      mediaType: 'application/json',
      description: 'The model of this briefing',
      text: modelText(briefing),
    },
    {
      name: 'evidence.csv',
      mediaType: 'text/csv',
      description: 'Every figure with its sentence',
      text: evidenceTable(briefing),
    },
  ]
}
