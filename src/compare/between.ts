import { compareText } from '../language/order.js'
import { countsSoFar } from '../language/running-totals.js'
import { type BriefingFact, grouped } from '../model/index.js'
import type { Remark } from './notes.js'
import { groupRepeats } from './repeats.js'

/**
 * What does not agree between two articles of one organisation: the same thing counted up to the same day with two values,
 * and a running total that is smaller on a later day. `nameOf` gives an organisation's Chinese name.
 */
export function betweenArticles(facts: readonly BriefingFact[], nameOf: (organisation: string) => string): Remark[] {
  return [...grouped(groupRepeats(facts).firsts, keyOf).values()].flatMap((alike) => {
    const inTime = alike.sort((a, b) => compareText(dayOf(a), dayOf(b)))
    return inTime.slice(1).flatMap((later, at) => {
      const earlier = inTime[at]
      return earlier === undefined || earlier.source === later.source ? [] : disagreement(earlier, later, nameOf)
    })
  })
}

const dayOf = ({ time }: BriefingFact): string => time?.asOf ?? ''

/** Only exact totals up to a day can contradict each other. */
function keyOf({
  organisation,
  quantity,
  item,
  actor,
  recipient,
  measure,
  time,
  role,
  statement,
}: BriefingFact): string | null {
  const total = role === 'total' || countsSoFar(statement.zh) || countsSoFar(item.zh)
  if (time?.kind !== 'asOf' || role === 'part' || !total || item.zh.length < 2) return null
  if (quantity.approximation !== 'exact' || quantity.per !== null || quantity.unit === null) return null
  return JSON.stringify([organisation, measure ?? item.zh, item.zh, quantity.unit, actor?.zh, recipient?.zh])
}

function disagreement(earlier: BriefingFact, later: BriefingFact, nameOf: (organisation: string) => string): Remark[] {
  const [a, b] = [earlier.quantity.value, later.quantity.value]
  const sameDay = dayOf(earlier) === dayOf(later)
  if (sameDay ? a === b : b >= a) return []
  const params = {
    organisation: nameOf(earlier.organisation),
    item: later.item.zh,
    first: earlier.quantity.surface,
    second: later.quantity.surface,
    day: dayOf(earlier),
    later: dayOf(later),
  }
  const facts = [earlier.id, later.id]
  const told = `${params.item}: ${params.first} in one article`
  return sameDay
    ? [
        {
          code: 'articles-differ',
          message: `${told}, ${params.second} in another, both as of ${params.day}.`,
          params,
          facts,
        },
      ]
    : [
        {
          code: 'total-falls',
          message: `${told} as of ${params.day}, ${params.second} in another as of ${params.later}.`,
          params,
          facts,
        },
      ]
}
