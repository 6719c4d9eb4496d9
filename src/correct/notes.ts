import { digits } from '../language/render.js'
import type { Change, Correction, Fact, Note, Summary } from '../model/index.js'
import type { Missing } from './locate.js'

/** A correction that was made, for the briefing's notes. `fact` as it was before it; a new one as it is. */
export function appliedNote(summary: Summary, correction: Correction, fact: Fact, places: number): Note {
  const { zh, en } = deedOf(correction, fact)
  const { start, end } = fact.evidence
  const surface = fact.quantity.surface
  const figure = digits(fact.quantity.value)
  return {
    severity: 'info',
    code: 'correction-applied',
    message: `Corrected by hand (${correction.origin}): ${surface}: ${en}.`,
    source: summary.article.source.uri,
    start,
    end,
    facts: correction.kind === 'reject' ? [] : [fact.id],
    params: {
      origin: correction.origin,
      kind: correction.kind,
      surface,
      surfaceEn: figure,
      item: fact.item.zh,
      deed: zh,
      deedEn: en,
      places,
      ...reasonOf(correction),
    },
  }
}

const troubles: Record<Missing | 'source', { zh: string; en: string; hint: string }> = {
  source: {
    zh: '没有这一来源',
    en: 'no article read bears this name',
    hint: 'Write the file, the address or the title of the article as `source:`.',
  },
  sentence: {
    zh: '文中已无此句',
    en: 'the article no longer has this sentence',
    hint: 'Look at the article: its text has changed. jianbao parse --keys shows what it says now.',
  },
  figure: {
    zh: '句中已无此数',
    en: 'its sentence no longer has this figure',
    hint: 'Look at the sentence: the figure may have been corrected at the source.',
  },
  'not-read': {
    zh: '此处未读出数字',
    en: 'nothing is read there',
    hint: 'Take it out, or move it to `add:` where the figure should count.',
  },
  'already-read': {
    zh: '该数字已被读出',
    en: 'the figure is read already',
    hint: 'Take it out, or move it to `change:` where it is read wrongly.',
  },
}

/** A correction that no longer applies. */
export function unmatchedNote(correction: Correction, why: Missing | 'source', uri?: string): Note {
  const { origin, kind, source, figure } = correction
  const { zh, en, hint } = troubles[why]
  return {
    severity: 'warning',
    code: 'correction-unmatched',
    message: `The correction at ${origin} (${kind} “${figure}” in ${source}) no longer applies: ${en}.`,
    hint,
    ...(uri !== undefined && { source: uri }),
    params: { origin, kind, figure, figureEn: figure, name: source, nameEn: source, why, trouble: zh, troubleEn: en },
  }
}

function deedOf(correction: Correction, fact: Fact): { zh: string; en: string } {
  if (correction.kind === 'reject') return { zh: '不予采用', en: 'left out' }
  if (correction.kind === 'add') return { zh: '由人工补录', en: 'added' }
  const changes = changesOf(correction, fact)
  return { zh: changes.map(({ zh }) => zh).join('，'), en: changes.map(({ en }) => en).join(', ') }
}

function changesOf({ to }: Change, fact: Fact): { zh: string; en: string }[] {
  const changes: { zh: string; en: string }[] = []
  const number = (value: number | null): string => (value === null ? '—' : digits(value))
  if (to.value !== undefined) {
    const [was, is] = [number(fact.quantity.value), number(to.value)]
    changes.push({ zh: `数值由${was}改为${is}`, en: `value ${was} changed to ${is}` })
  }
  if (to.upper !== undefined)
    changes.push({ zh: `上限改为${number(to.upper)}`, en: `upper bound changed to ${number(to.upper)}` })
  if (to.unit !== undefined) changes.push({ zh: `单位改为${to.unit ?? '无'}`, en: 'unit changed' })
  if (to.approximation !== undefined)
    changes.push({ zh: '约略程度已改', en: `approximation changed to “${to.approximation}”` })
  if (to.item !== undefined) changes.push({ zh: `所计事物改为“${to.item}”`, en: 'what it counts changed' })
  if (to.actor !== undefined) changes.push({ zh: `行为主体改为${to.actor ?? '本机构'}`, en: 'who did it changed' })
  if (to.category !== undefined) changes.push({ zh: '类别已改', en: `category changed to ${to.category ?? 'none'}` })
  if (to.measure !== undefined) changes.push({ zh: '指标已改', en: `measure changed to ${to.measure ?? 'none'}` })
  return changes
}

/** A reason in one language is told in that language only. */
function reasonOf({ reason }: Correction): { reason: string; reasonEn: string } {
  if (reason === undefined) return { reason: '', reasonEn: '' }
  if (typeof reason === 'object') return { reason: reason.zh, reasonEn: reason.en }
  return /\p{Script=Han}/u.test(reason) ? { reason, reasonEn: '' } : { reason: '', reasonEn: reason }
}
