import { createHash } from 'node:crypto'
import type { Attachment, Briefing } from '../model/index.js'

/** What travels inside the PDF: the whole model, and its evidence as a table. */
export function attachmentsOf(briefing: Briefing): { attachments: Attachment[]; digest: string } {
  const model = `${JSON.stringify(briefing, null, 2)}\n`
  return {
    attachments: [
      { name: 'briefing.json', mediaType: 'application/json', description: 'The model of this briefing', text: model },
      {
        name: 'evidence.csv',
        mediaType: 'text/csv',
        description: 'Every figure with its sentence',
        text: evidenceTable(briefing),
      },
    ],
    digest: `sha256:${createHash('sha256').update(model).digest('hex')}`,
  }
}

const columns = [
  'number',
  'organisation_zh',
  'organisation_en',
  'category',
  'measure',
  'item_zh',
  'item_en',
  'value',
  'upper',
  'unit',
  'per',
  'approximation',
  'as_of',
  'role',
  'statement_zh',
  'statement_en',
  'sentence',
  'source',
  'start',
  'end',
]

/** RFC 4180, with a byte order mark: spreadsheet programs take Chinese for Latin without one. */
function evidenceTable(briefing: Briefing): string {
  const organisations = new Map(briefing.organisations.map((organisation) => [organisation.id, organisation]))
  const sources = new Map(briefing.sources.map((source) => [source.id, source]))
  const rows = briefing.facts.map((fact) => {
    const organisation = organisations.get(fact.organisation)
    const { quantity, evidence } = fact
    return [
      fact.number,
      organisation?.zh,
      organisation?.en,
      fact.category,
      fact.measure,
      fact.item.zh,
      fact.item.en,
      quantity.value,
      quantity.upper,
      quantity.unit,
      quantity.per,
      quantity.approximation,
      fact.time?.asOf,
      fact.role,
      fact.statement.zh,
      fact.statement.en,
      evidence.sentence,
      sources.get(fact.source)?.source.uri,
      evidence.start,
      evidence.end,
    ]
  })
  return `\ufeff${[columns, ...rows].map((row) => row.map(csvField).join(',')).join('\r\n')}\r\n`
}

function csvField(value: string | number | null | undefined): string {
  const text = value === null || value === undefined ? '' : String(value)
  // A cell that begins like a formula would be run by a spreadsheet program.
  const safe = typeof value === 'string' && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
