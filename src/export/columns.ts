import type { Briefing, BriefingFact, BriefingOrganisation, BriefingSource, Difference } from '../model/index.js'

/** What a field of a table holds; an empty one is null. */
export type Value = string | number | null

/** A column of the evidence table: its stable name in CSV, its head in a workbook, its kind. */
export interface Column {
  id: string
  zh: string
  en: string
  kind: 'text' | 'number' | 'date'
  value(fact: BriefingFact, ledger: Ledger): Value
}

/** A briefing with what a row of evidence looks up. */
export interface Ledger {
  briefing: Briefing
  facts: ReadonlyMap<string, BriefingFact>
  organisations: ReadonlyMap<string, BriefingOrganisation>
  sources: ReadonlyMap<string, BriefingSource>
  /** By fact, what became of it since the earlier edition. */
  since: ReadonlyMap<string, { kind: 'changed' | 'new' | 'confirmed'; item: Difference | null }>
}

export function openLedger(briefing: Briefing): Ledger {
  const since = new Map<string, { kind: 'changed' | 'new' | 'confirmed'; item: Difference | null }>()
  for (const id of briefing.since?.confirmed ?? []) since.set(id, { kind: 'confirmed', item: null })
  for (const item of briefing.since?.items ?? [])
    if (item.kind !== 'gone') for (const id of item.facts) since.set(id, { kind: item.kind, item })
  return {
    briefing,
    facts: new Map(briefing.facts.map((fact) => [fact.id, fact])),
    organisations: new Map(briefing.organisations.map((organisation) => [organisation.id, organisation])),
    sources: new Map(briefing.sources.map((source) => [source.id, source])),
    since,
  }
}

const organisation = (fact: BriefingFact, { organisations }: Ledger) => organisations.get(fact.organisation)
const source = (fact: BriefingFact, { sources }: Ledger) => sources.get(fact.source)
const numberOf = (id: string | null, { facts }: Ledger) => (id === null ? null : (facts.get(id)?.number ?? null))
const since = (fact: BriefingFact, ledger: Ledger) => ledger.since.get(fact.id)

const text = (id: string, zh: string, en: string, value: Column['value']): Column => ({
  id,
  zh,
  en,
  kind: 'text',
  value,
})
const number = (id: string, zh: string, en: string, value: Column['value']): Column => ({
  ...text(id, zh, en, value),
  kind: 'number',
})
const date = (id: string, zh: string, en: string, value: Column['value']): Column => ({
  ...text(id, zh, en, value),
  kind: 'date',
})

/** One row a figure. Names and order are stable: new columns come at the end (docs/formats.md). */
export const evidenceColumns: readonly Column[] = [
  number('number', '编号', 'No.', (fact) => fact.number),
  text('organisation_zh', '组织', 'Organisation (zh)', (fact, ledger) => organisation(fact, ledger)?.zh ?? null),
  text('organisation_en', '组织（英）', 'Organisation', (fact, ledger) => organisation(fact, ledger)?.en ?? null),
  text('category', '类别', 'Category', (fact) => fact.category),
  text('measure', '指标', 'Measure', (fact) => fact.measure),
  text('item_zh', '所计事物', 'Item (zh)', (fact) => fact.item.zh),
  text('item_en', '所计事物（英）', 'Item', (fact) => fact.item.en),
  number('value', '数值', 'Value', (fact) => fact.quantity.value),
  number('upper', '上限', 'Upper bound', (fact) => fact.quantity.upper),
  text('unit', '单位', 'Unit', (fact) => fact.quantity.unit),
  text('per', '每', 'Per', (fact) => fact.quantity.per),
  text('approximation', '约略程度', 'Approximation', (fact) => fact.quantity.approximation),
  date('as_of', '日期', 'As of', (fact) => fact.time?.asOf ?? null),
  text('role', '总分', 'Role', (fact) => fact.role),
  text('statement_zh', '陈述', 'Statement (zh)', (fact) => fact.statement.zh),
  text('statement_en', '陈述（英）', 'Statement', (fact) => fact.statement.en),
  text('sentence', '原句', 'Sentence', (fact) => fact.evidence.sentence),
  text('source', '来源', 'Source', (fact, ledger) => source(fact, ledger)?.source.uri ?? null),
  number('start', '起', 'Start', (fact) => fact.evidence.start),
  number('end', '止', 'End', (fact) => fact.evidence.end),
  text('printed', '原文数字', 'As printed', (fact) => fact.quantity.surface),
  date('from', '起始日', 'From', (fact) => fact.time?.from ?? null),
  text('time_kind', '时间类型', 'Kind of time', (fact) => fact.time?.kind ?? null),
  text('time_basis', '时间依据', 'Basis of time', (fact) => fact.time?.basis ?? null),
  text('actor_zh', '行为主体', 'Giver (zh)', (fact) => fact.actor?.zh ?? null),
  text('actor_en', '行为主体（英）', 'Giver', (fact) => fact.actor?.en ?? null),
  text('recipient_zh', '接收方', 'Recipient (zh)', (fact) => fact.recipient?.zh ?? null),
  text('recipient_en', '接收方（英）', 'Recipient', (fact) => fact.recipient?.en ?? null),
  number('part_of', '属于', 'Part of no.', (fact, ledger) => numberOf(fact.partOf, ledger)),
  number('repeats', '重复', 'Repeats no.', (fact, ledger) => numberOf(fact.repeats, ledger)),
  text('section', '小标题', 'Section', (fact) => fact.section?.zh ?? null),
  text('source_title', '来源标题', 'Title of source', (fact, ledger) => source(fact, ledger)?.title.zh ?? null),
  text('publisher', '发布者', 'Publisher', (fact, ledger) => source(fact, ledger)?.publisher ?? null),
  date('published', '发布时间', 'Published', (fact, ledger) => source(fact, ledger)?.publishedAt.value ?? null),
  text('corrected', '更正', 'Corrected', (fact) => fact.corrected ?? null),
  text('since', '与上期相比', 'Since last time', (fact, ledger) => since(fact, ledger)?.kind ?? null),
  number('before', '上期数值', 'Value last time', (fact, ledger) => since(fact, ledger)?.item?.before?.value ?? null),
  number('difference', '差额', 'Difference', (fact, ledger) => since(fact, ledger)?.item?.by ?? null),
]
