import type * as context from '../context/index.js'
import type { TemplateContext } from '../context/index.js'
import type { Desk } from './desk.js'
import { fixed } from './words.js'

// Pages are unknown before printing; measured on samples, from these sizes on a briefing has more than eight.
const organisationsForContents = 3
const factsForContents = 36
/** Beyond this many organisations they have an index of their own. */
export const mostInContents = 8

type Sections = Pick<
  TemplateContext,
  'since' | 'matrix' | 'index' | 'comparison' | 'charts' | 'organisations' | 'timeline' | 'notes' | 'evidence'
>

/** The sections that are there, with the organisations under theirs; null for a briefing of a few pages. */
export function contents(desk: Desk, sections: Sections): context.Contents | null {
  const { organisations, facts } = desk.briefing
  if (organisations.length < organisationsForContents && facts.length < factsForContents) return null
  const entry = (id: string, zh: string, en: string) => ({
    id,
    href: `#${id}`,
    label: fixed(desk, zh, en),
    nested: false,
  })
  return {
    entries: [
      ...(sections.since ? [entry('since', '与上期相比', 'Since last time')] : []),
      ...(sections.matrix ? [entry('matrix', '谁做了什么', 'Who did what')] : []),
      ...(sections.comparison ? [entry('comparison', '比较', 'Comparison')] : []),
      ...(sections.charts ? [entry('charts', '图', 'Figures')] : []),
      ...(sections.index ? [entry('index', '组织索引', 'Index of organisations')] : []),
      ...(organisations.length ? [entry('organisations', '各组织', 'Organisations')] : []),
      ...(organisations.length > mostInContents
        ? []
        : sections.organisations.map(({ id, name }) => ({ id, href: `#${id}`, label: name, nested: true }))),
      ...(sections.timeline ? [entry('timeline', '时间线', 'Timeline')] : []),
      ...(sections.notes ? [entry('notes', '核对与缺口', 'Consistency and gaps')] : []),
      entry('sources', '来源', 'Sources'),
      ...(sections.evidence ? [entry('evidence', '证据', 'Evidence')] : []),
      entry('method', '本简报如何做成', 'How this was made'),
    ],
  }
}
