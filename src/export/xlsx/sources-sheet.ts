import type { Briefing } from '../../model/index.js'
import { openLedger } from '../columns.js'
import { inLanguages } from '../words.js'
import type { Cell, Sheet } from './cells.js'
import { addressCell, headOf, type Languages } from './heads.js'

export function sourcesSheet(briefing: Briefing, languages: Languages): Sheet {
  const { organisations } = openLedger(briefing)
  const columns: [zh: string, en: string, width: number][] = [
    ['编号', 'No.', 6],
    ['标题', 'Title (zh)', 48],
    ['标题（英）', 'Title', 48],
    ['组织', 'Organisation (zh)', 24],
    ['组织（英）', 'Organisation', 30],
    ['发布者', 'Publisher', 20],
    ['作者', 'Author', 14],
    ['发布时间', 'Published', 16],
    ['时间依据', 'Basis of time', 12],
    ['地址', 'Address', 40],
    ['数字', 'Figures', 9],
    ['所读字数', 'Characters read', 12],
    ['转载', 'Also at', 30],
  ]
  const rows = briefing.sources.map((source, at): Cell[] => {
    const organisation = organisations.get(source.organisation)
    const { value, basis } = source.publishedAt
    return [
      ...[at + 1, source.title.zh, source.title.en, organisation?.zh ?? null, organisation?.en ?? null],
      ...[source.publisher, source.author, value && { date: value }, basis, addressCell(source.source.uri)],
      ...[source.facts, source.charactersRead, (source.alsoAt ?? []).map(({ uri }) => uri).join('\n') || null],
    ]
  })
  const name = inLanguages({ zh: '来源', en: 'Sources' }, languages)
  return { name, columns: columns.map(([zh, en, width]) => headOf(languages, zh, en, width)), rows }
}
