import { renderDate } from '../../language/render.js'
import type { FactTime, Language } from '../../model/index.js'
import type { Words } from '../context/index.js'
import { fixed, type Voice } from './words.js'

/** `截至2020年3月31日` / `as of 31 March 2020`; `on` and spans likewise. */
export function sayTime(voice: Voice, time: FactTime): Words {
  return fixed(voice, timeText(time, 'zh'), timeText(time, 'en'))
}

function timeText(time: FactTime, language: Language): string {
  const inferred = time.basis === 'inferred'
  const end = renderDate(time.asOf, language, inferred)
  if (time.kind === 'on') return end
  if (time.kind === 'span' && time.from) return spanText(time.from, time.asOf, language, inferred)
  return language === 'zh' ? `截至${end}` : `as of ${end}`
}

/** Two dates as one span, the year said once where it is the same. */
export function spanText(from: string, to: string, language: Language, inferred: boolean): string {
  const end = renderDate(to, language, inferred)
  if (from === to) return end
  const start = renderDate(from, language, inferred)
  const sameYear = from.slice(0, 4) === to.slice(0, 4)
  if (language === 'zh') return `${start}至${sameYear ? end.replace(/^\[?\d{4}\]?年/, '') : end}`
  return `${sameYear ? start.replace(/ \[?\d{4}\]?$/, '') : start} – ${end}`
}
