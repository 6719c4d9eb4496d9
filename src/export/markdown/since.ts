import { digits } from '../../language/render.js'
import type { Difference } from '../../model/index.js'
import { amount } from '../words.js'
import { factsOf, heading, type Page } from './page.js'
import { table } from './text.js'

/** What changed since the earlier edition, what is new and what is gone. */
export function since(page: Page): string[] {
  const { briefing, say } = page
  if (!briefing.since) return []
  const { items, edition, confirmed } = briefing.since
  const changed = items.map((item) => changedRow(page, item)).filter((row) => row !== null)
  const [added, gone] = (['new', 'gone'] as const).map((wanted) => items.filter(({ kind }) => kind === wanted))
  const counts = {
    zh: `${changed.length}个有变 · ${added?.length}个新增 · ${confirmed.length}个照旧 · ${gone?.length}个不再见于来源`,
    en: `${changed.length} changed · ${added?.length} new · ${confirmed.length} confirmed · ${gone?.length} no longer reported`,
  }
  const title = {
    zh: `上期：${edition.title.zh}（${edition.date ?? '—'}）`,
    en: `Earlier edition: ${edition.title.en || edition.title.zh} (${edition.date ?? '—'})`,
  }
  return [
    heading(page, 2, '与上期相比', 'Since last time'),
    `${say(title, '  \n')}  \n${say(counts, '  \n')}`,
    ...(changed.length ? [table(heads(page), changed, new Set([2, 3, 4]))] : []),
    ...list(
      page,
      '新增',
      'New',
      (added ?? []).flatMap((item) => addedLine(page, item) ?? []),
    ),
    ...list(
      page,
      '不再见于来源',
      'No longer reported',
      (gone ?? []).flatMap((item) => goneLine(page, item) ?? []),
    ),
  ]
}

function heads({ say }: Page): string[] {
  return [
    { zh: '组织', en: 'Organisation' },
    { zh: '所计事物', en: 'Item' },
    { zh: '上期', en: 'Then' },
    { zh: '本期', en: 'Now' },
    { zh: '差额', en: 'Difference' },
  ].map((head) => say(head))
}

function changedRow({ ledger, say, name, notes }: Page, item: Difference): string[] | null {
  const [fact] = factsOf(ledger, item.facts)
  const { kind, before, by, percent } = item
  if (kind !== 'changed' || !fact || !before) return null
  const difference = by === null ? '≠' : `${by < 0 ? '▼' : '▲'} ${digits(Math.abs(by))}`
  const share = percent === null ? '' : ` (${percent < 0 ? '−' : '+'}${digits(Math.abs(Number(percent.toFixed(1))))}%)`
  const now = `${amount(fact.quantity)}${notes([fact.id])}`
  return [name(fact.organisation), say(fact.item), amount(before), now, difference + share]
}

function addedLine({ ledger, say, notes }: Page, { facts }: Difference): string | null {
  const [fact] = factsOf(ledger, facts)
  return fact ? `- ${say(fact.statement, ' / ')}${notes([fact.id])}` : null
}

function goneLine({ say }: Page, { before }: Difference): string | null {
  return before && `- ${say(before.organisation)}: ${say(before.statement, ' / ')}`
}

function list(page: Page, zh: string, en: string, lines: readonly string[]): string[] {
  return lines.length ? [heading(page, 3, zh, en), lines.join('\n')] : []
}
