import type { Briefing } from '../../model/index.js'
import { inLanguages } from '../words.js'
import { comparisonSheet } from './comparison-sheet.js'
import { evidenceSheet } from './evidence-sheet.js'
import type { Languages } from './heads.js'
import { packWorkbook } from './package.js'
import { sinceSheet } from './since-sheet.js'
import { sourcesSheet } from './sources-sheet.js'

/** A workbook: comparison, evidence, sources and, where there was an earlier edition, what differs from it. */
export function workbook(briefing: Briefing, languages: Languages): Uint8Array {
  const evidence = inLanguages({ zh: '证据', en: 'Evidence' }, languages)
  const sheets = [
    comparisonSheet(briefing, languages, evidence),
    ...(briefing.since ? [sinceSheet(briefing, languages, evidence)] : []),
    evidenceSheet(briefing, languages, evidence),
    sourcesSheet(briefing, languages),
  ]
  return packWorkbook(sheets, { title: inLanguages(briefing.title, languages), date: briefing.date })
}
