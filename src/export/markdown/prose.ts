import { approximationMark, digits } from '../../language/render.js'
import type { BriefingFact } from '../../model/index.js'
import { timeWords } from '../words.js'
import { footnote, heading, type Page } from './page.js'
import { link, plain, table } from './text.js'

export function cover(page: Page): string[] {
  const { briefing, say, notes, name } = page
  const { organisations, sources, facts, date, period } = briefing
  const counts = {
    zh: `${organisations.length}个组织 · ${sources.length}篇来源 · ${facts.length}个数字`,
    en: `${organisations.length} organisations · ${sources.length} sources · ${facts.length} figures`,
  }
  const dates = [
    ...(date ? [say({ zh: `${date} 版`, en: `edition of ${date}` }, ' / ')] : []),
    ...(period.from && period.to
      ? [say({ zh: `所述时间 ${period.from} 至 ${period.to}`, en: `period ${period.from} to ${period.to}` }, ' / ')]
      : []),
  ]
  const keys = briefing.keyFigures.map(({ label, unit, organisation, entry }) => {
    const value = `**${entry.sum ? 'Σ ' : ''}${approximationMark(entry.approximation)}${digits(entry.value)}** ${say(unit)}`
    const when = entry.time ? `, ${say(timeWords(entry.time), ' / ')}` : ''
    return `- ${say(label)}: ${value}${notes(entry.facts)} · ${name(organisation)}${when}`
  })
  const lead = briefing.lead.map(({ text, facts: told }) => `${say(text, '  \n')}${notes(told)}`)
  return [
    `# ${say(briefing.title, ' · ')}`,
    [say(counts, '  \n'), ...dates].join('  \n'),
    ...(keys.length ? [heading(page, 2, '关键数字', 'Key figures'), keys.join('\n')] : []),
    ...(lead.length ? [heading(page, 2, '要点', 'In brief'), ...lead] : []),
  ]
}

/** Every figure stands here once or more: a footnote that nothing refers to is not shown. */
export function organisations(page: Page): string[] {
  const { briefing, say, name } = page
  const labels = new Map(briefing.matrix.categories.map(({ id, label }) => [id, label]))
  return briefing.organisations.flatMap(({ id, people, documents }) => {
    const facts = briefing.facts.filter((fact) => fact.organisation === id)
    const categories = [...new Set(facts.map(({ category }) => category))]
    const order = briefing.matrix.categories.map((category): string | null => category.id)
    categories.sort((a, b) => place(order, a) - place(order, b))
    return [
      `## ${name(id)}`,
      ...categories.flatMap((category) => [
        `### ${say((category && labels.get(category)) || { zh: '其他', en: 'Other' })}`,
        statements(
          page,
          facts.filter((fact) => fact.category === category),
        ),
      ]),
      ...(people.length
        ? [
            heading(page, 3, '文中提到的人', 'People named'),
            people.map((one) => `- ${say(one)}${one.role ? ` (${say(one.role)})` : ''}`).join('\n'),
          ]
        : []),
      ...(documents.length
        ? [heading(page, 3, '文中提到的文件', 'Documents named'), documents.map((one) => `- ${say(one)}`).join('\n')]
        : []),
    ]
  })
}

function place(order: readonly (string | null)[], category: string | null): number {
  const at = order.indexOf(category)
  return at < 0 ? order.length : at
}

/** Facts that read the same are one statement. */
function statements({ say }: Page, facts: readonly BriefingFact[]): string {
  const lines = new Map<string, string>()
  for (const fact of facts) {
    const text = say(fact.statement, ' / ')
    lines.set(text, (lines.get(text) ?? '') + footnote(fact))
  }
  return [...lines].map(([text, notes]) => `- ${text}${notes}`).join('\n')
}

export function timeline(page: Page): string[] {
  const { briefing, say, name, notes } = page
  if (briefing.timeline.length === 0) return []
  const heads = [
    say({ zh: '时间', en: 'When' }),
    say({ zh: '组织', en: 'Organisation' }),
    say({ zh: '事项', en: 'What' }),
  ]
  const rows = briefing.timeline.map(({ organisation, time, text, facts }) => [
    say(timeWords(time), '<br>'),
    name(organisation),
    `${say(text, '<br>')}${notes(facts)}`,
  ])
  return [heading(page, 2, '时间线', 'Timeline'), table(heads, rows, new Set())]
}

export function notesSection(page: Page): string[] {
  const { briefing, say, notes } = page
  const lines = briefing.notes.map(
    ({ text, message, facts = [] }, at) => `${at + 1}. ${say(text ?? { zh: '', en: message }, ' / ')}${notes(facts)}`,
  )
  const gaps = briefing.gaps.map(({ label }) => say(label)).join(' · ')
  if (lines.length === 0 && !gaps) return []
  return [
    heading(page, 2, '核对与缺口', 'Consistency and gaps'),
    ...(lines.length ? [lines.join('\n')] : []),
    ...(gaps ? [`${say({ zh: '无一组织报告：', en: 'Reported by none:' })} ${gaps}`] : []),
  ]
}

export function sources(page: Page): string[] {
  const { briefing, say, name } = page
  const lines = briefing.sources.map(({ source, title, publisher, publishedAt, organisation }, at) => {
    const label = say(title, ' / ') || plain(source.uri)
    const about = [name(organisation), publisher && plain(publisher), publishedAt.value].filter(Boolean).join(' · ')
    const address = /^https?:/i.test(source.uri) ? '' : ` · ${plain(source.uri)}`
    return `${at + 1}. ${link(label, source.uri)}  \n   ${about}${address}`
  })
  return lines.length ? [heading(page, 2, '来源', 'Sources'), lines.join('\n')] : []
}

/** The sentence of each figure and where it stands; asterisks beside Chinese and per cent signs make no bold. */
export function footnotes({ briefing, ledger, languages }: Page): string[] {
  return briefing.facts.map((fact) => {
    const { sentence, start, end, sentenceStart } = fact.evidence
    const cut = (from: number, to?: number) => plain(sentence.slice(from, to))
    const marked = `${cut(0, start - sentenceStart)}<b>${cut(start - sentenceStart, end - sentenceStart)}</b>${cut(end - sentenceStart)}`
    const source = ledger.sources.get(fact.source)
    const where = source ? link(plain(source.title.zh || source.source.uri), source.source.uri) : ''
    const english = languages.includes('en') && fact.statement.en ? ` / ${plain(fact.statement.en)}` : ''
    return `${footnote(fact)}: ${marked}${english} (${where})`
  })
}
