import type { Briefing, Language } from '../../model/index.js'
import { openPage } from './page.js'
import { cover, footnotes, notesSection, organisations, sources, timeline } from './prose.js'
import { since } from './since.js'
import { comparison, matrix } from './tables.js'

/** The briefing as GitHub-flavoured Markdown: tables, and a footnote for each figure with the sentence that states it. */
export function markdown(briefing: Briefing, languages: readonly Language[]): string {
  const page = openPage(briefing, languages)
  const sections = [cover, since, matrix, comparison, organisations, timeline, notesSection, sources]
  const blocks = sections.flatMap((section) => section(page))
  return `${[...blocks, footnotes(page).join('\n')].filter(Boolean).join('\n\n')}\n`
}
