import type { Briefing, Language } from '../model/index.js'
import { evidenceTable } from './csv.js'
import { modelText } from './json.js'
import { markdown } from './markdown/index.js'
import { workbook } from './xlsx/index.js'

export { attachmentsOf } from './attachments.js'

export type Form = 'json' | 'csv' | 'md' | 'xlsx'

/** The same briefing in another form; the same bytes for the same briefing. `languages` in the order in which they are shown. */
export function exportAs(form: Form, briefing: Briefing, languages: readonly Language[]): string | Uint8Array {
  const forms: Record<Form, () => string | Uint8Array> = {
    json: () => modelText(briefing),
    csv: () => evidenceTable(briefing),
    md: () => markdown(briefing, languages),
    xlsx: () => workbook(briefing, languages),
  }
  return forms[form]()
}
