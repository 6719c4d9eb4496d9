import type { TemplateContext } from '../context/index.js'
import { charts } from './charts.js'
import { comparison } from './comparison.js'
import { contents } from './contents.js'
import { cover } from './cover.js'
import { evidence } from './evidence.js'
import { matrix } from './matrix.js'
import { notes } from './notes.js'
import { organisationIndex } from './organisation-index.js'
import { organisations } from './organisations.js'
import { since } from './since.js'
import { sources } from './sources.js'
import type { Studio } from './studio.js'
import { timeline } from './timeline-section.js'
import { say } from './words.js'

export type View = Omit<TemplateContext, 'document'>

/** All sections of a briefing. Evidence is last: it leads back to what the others took. */
export function viewOf(studio: Studio, digest: string, attachments: string[]): View {
  const { desk } = studio
  const sections = {
    cover: cover(studio),
    since: since(studio),
    matrix: matrix(desk),
    index: organisationIndex(desk),
    comparison: comparison(desk),
    charts: charts(studio),
    organisations: organisations(studio),
    timeline: timeline(studio),
    notes: notes(desk),
  }
  const proof = evidence(desk)
  return {
    ...sections,
    contents: contents(desk, { ...sections, evidence: proof }),
    sources: sources(desk),
    evidence: proof,
    method: {
      lens: say(desk, desk.briefing.lens.label),
      lensVersion: desk.briefing.lens.version,
      attachments,
      machine: usesMachine(desk.briefing),
      digest,
    },
  }
}

/** Whether any English of the briefing is a machine's, so that † is explained. */
function usesMachine(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(usesMachine)
  if (value === null || typeof value !== 'object') return false
  if ('enBasis' in value && value.enBasis === 'machine') return true
  return Object.values(value).some(usesMachine)
}
