import { isParty, isPlace, phraseEnds } from '../language/index.js'
import type { Mention, Reading } from './reading.js'

const to = /(?:捐赠给|捐给|赠给|送给|发放给|赠予|送往|发往|运往|驰援|支援|向|给|为|对)/g

/** To whom: the object of 向, 给, 为 … in the clause of the number. */
export function recipientOf({ plain }: Reading, { clause, quantity }: Mention): string | null {
  const text = plain.slice(Math.max(clause.start, quantity.start - 100), Math.min(clause.end, quantity.end + 60))
  for (const match of text.matchAll(to)) {
    const rest = text.slice(match.index + match[0].length, match.index + match[0].length + 26)
    const boundary = phraseEnds(rest).find(({ start }) => start > 1)
    const verb = rest.search(/捐|赠|募|送|提供|供给|发放|[\d，]|进行/)
    const end = Math.min(boundary?.start ?? rest.length, verb < 0 ? rest.length : verb)
    const noun =
      rest
        .slice(0, end)
        .replace(/(?:和|与|免费|无偿|先后|累计|共|定向|紧急|，.*)$/, '')
        .split('的')
        .at(-1) ?? ''
    if (/^[本全我该][省市县区国]$/.test(noun)) continue
    if (noun.length >= 2 && noun.length <= 16 && (isParty(noun) || isPlace(noun) || /[、和]/.test(noun))) return noun
  }
  return null
}
