import { isAction, isParty, isPlace, phraseEnds } from '../language/index.js'
import type { Giving } from './giving.js'
import type { Item } from './item.js'
import type { Mention, Reading } from './reading.js'

/** Units of those who can be given something. */
const holders = /^(?:[名位人家户所]|人次|户次)$/

/** To whom: the object of 向, 给, 为 … in the clause of the number. */
export function recipientOf(
  { plain }: Reading,
  mention: Mention,
  items: Map<Mention, Item>,
  giving: Giving,
): string | null {
  const { clause, quantity } = mention
  const from = Math.max(clause.start, quantity.start - 100)
  const text = plain.slice(from, Math.min(clause.end, quantity.end + 60))
  for (const match of text.matchAll(giving.to)) {
    // 3名医生为村民: those before the preposition do it
    const does = quantity.unitKind === 'person' && quantity.end <= from + match.index
    if (does && /^[为给对向]$/.test(match[0])) continue
    const rest = text.slice(match.index + match[0].length, match.index + match[0].length + 26)
    const boundary = phraseEnds(rest).find(({ start }) => start > 1)
    const verb = rest.search(giving.toEnd)
    const end = Math.min(boundary?.start ?? rest.length, verb < 0 ? rest.length : verb)
    const noun =
      rest
        .slice(0, end)
        .replace(/(?:和|与|免费|无偿|先后|累计|共|定向|紧急|，.*)$/, '')
        .split('的')
        .at(-1)
        ?.replace(/^每[名位个户家](?=..)/, '') ?? ''
    const at = from + match.index + match[0].length + end
    const counted = countedAfter(plain, mention, at, isPlace(noun))
    // 为临江县[63名队员]每人发放: those counted get it, the place is only where they are from
    if (counted === mention) return null
    const persons = counted && items.get(counted)?.zh
    const held = counted && (holders.test(counted.quantity.unit ?? '') || /[乡镇县村市校院队]$/.test(persons ?? ''))
    if (held && persons && (noun === '' || isPlace(noun) || isParty(persons))) return persons
    if (/^[本全我该][省市县区国]$|^[其每]|^(?:他|她|它)们/.test(noun)) continue
    if (noun.length >= 2 && noun.length <= 16 && (isParty(noun) || isPlace(noun) || /[、和]/.test(noun))) return noun
  }
  return null
}

/** The persons counted right behind `at`, or, behind a place, a few characters on: 为临江县首批医疗队[63名]队员. */
function countedAfter(plain: string, { sentence, clause }: Mention, at: number, place: boolean): Mention | undefined {
  return sentence.mentions.find(({ figure, quantity }) => {
    if (!figure || quantity.start < at || quantity.start > clause.end) return false
    if (quantity.start === at) return true
    const between = plain.slice(at, quantity.start)
    // 为临时安置的[80名]群众
    if (/^[^，。；\d]{0,16}的$/.test(between) && quantity.unitKind === 'person') return true
    if (!place || quantity.unitKind !== 'person') return false
    const deeds = phraseEnds(between).some((word) => isAction(between.slice(word.start, word.end)))
    return /^[\u4e00-\u9fff]{1,14}$/.test(between) && !deeds
  })
}
