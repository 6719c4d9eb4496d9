import { renderDate } from '../../language/render.js'
import type { FactTime, Language, Text } from '../../model/index.js'
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
  if (time.kind === 'since' && time.from) {
    const start = renderDate(time.from, language, inferred)
    return language === 'zh' ? `${start}以来` : `since ${start}`
  }
  return language === 'zh' ? `截至${end}` : `as of ${end}`
}

/** A statement without the date it states; null where it is not written as expected in a language it has. */
export function withoutTime(text: Text, time: FactTime): Text | null {
  const zh = cutOnce(text.zh, `${timeText(time, 'zh')}，`)
  const date = timeText(time, 'en')
  const said = [`, ${date}`, ` on ${date}`, ` in ${date}`, `, ${date.replace(' – ', ' to ')}`]
  const en = text.en && (said.map((phrase) => cutOnce(text.en, phrase)).find((cut) => cut !== null) ?? null)
  return zh === null || en === null ? null : { ...text, zh, en }
}

/** Null where `phrase` is not in `text`, or is all of it. */
function cutOnce(text: string, phrase: string): string | null {
  const at = text.indexOf(phrase)
  const cut = text.slice(0, at) + text.slice(at + phrase.length)
  return at < 0 || cut.length < 3 ? null : cut
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
