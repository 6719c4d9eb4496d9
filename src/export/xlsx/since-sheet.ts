import type { Briefing } from '../../model/index.js'
import { openLedger } from '../columns.js'
import { amount, inLanguages } from '../words.js'
import type { Cell, Sheet } from './cells.js'
import { evidenceLink, headOf, type Languages } from './heads.js'

/** What changed, what is new and what is gone since the earlier edition. */
export function sinceSheet(briefing: Briefing, languages: Languages, evidence: string): Sheet {
  const { facts, organisations } = openLedger(briefing)
  const kinds = { changed: ['有变', 'changed'], new: ['新增', 'new'], gone: ['不再见于来源', 'gone'] } as const
  const columns: [zh: string, en: string, width: number][] = [
    ['变化', 'What', 14],
    ['组织', 'Organisation', 30],
    ['所计事物', 'Item', 24],
    ['上期', 'Then', 14],
    ['本期', 'Now', 14],
    ['差额', 'Difference', 14],
    ['百分比', 'Per cent', 10],
    ['上期陈述', 'Statement then', 48],
    ['本期陈述', 'Statement now', 48],
    ['来源已重读', 'Source read again', 12],
  ]
  const rows = (briefing.since?.items ?? []).map((item): Cell[] => {
    const { kind, before, by, percent, readAgain } = item
    const fact = facts.get(item.facts[0] ?? '')
    const who = organisations.get(item.organisation ?? '') ?? before?.organisation
    const what = fact?.item ?? before?.label
    const [zh, en] = kinds[kind]
    const now: Cell = fact
      ? fact.quantity.upper === null
        ? { number: fact.quantity.value, href: evidenceLink(evidence, fact.number) }
        : { text: amount(fact.quantity), href: evidenceLink(evidence, fact.number) }
      : null
    return [
      ...[
        inLanguages({ zh, en }, languages),
        who ? inLanguages(who, languages) : null,
        what ? inLanguages(what, languages) : null,
      ],
      ...[before && (before.upper === null ? before.value : amount(before)), now, by, percent],
      ...[
        before && inLanguages(before.statement, languages, '\n'),
        fact ? inLanguages(fact.statement, languages, '\n') : null,
      ],
      kind === 'gone' ? (readAgain ? '✓' : '–') : null,
    ]
  })
  const name = inLanguages({ zh: '与上期相比', en: 'Since last time' }, languages)
  return { name, columns: columns.map(([zh, en, width]) => headOf(languages, zh, en, width)), rows }
}
