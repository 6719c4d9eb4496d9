import { compareText } from '../language/order.js'
import { countsSoFar } from '../language/running-totals.js'
import { type Approximation, type Fact, grouped, type Note } from '../model/index.js'

/** Compares each total with the sum of its parts where all have one unit; a sum below an exact total says nothing. */
export function reconcile(facts: Fact[]): Note[] {
  const notes: Note[] = []
  const partsOf = grouped(facts, ({ partOf }) => partOf)
  for (const total of facts) {
    const parts = (partsOf.get(total.id) ?? []).filter(({ quantity }) => quantity.unit === total.quantity.unit)
    if (parts.length < 2) continue
    const sum = Number(parts.reduce((all, { quantity }) => all + quantity.value, 0).toPrecision(15))
    const { value, unit, approximation, surface } = total.quantity
    const verdict = agreement(
      sum,
      value,
      approximation,
      parts.every(({ quantity }) => quantity.approximation === 'exact'),
    )
    if (verdict === 'open') continue
    const params = {
      total: value,
      parts: parts.map(({ quantity }) => quantity.value).join(' + '),
      sum,
      unit,
      approximation,
    }
    const { start, end } = total.evidence
    const adds = verdict === 'agrees'
    notes.push({
      severity: adds ? 'info' : 'warning',
      code: adds ? 'parts-add-up' : 'parts-differ',
      message: `${params.parts} = ${sum}${unit ?? ''}, stated as ${surface}: ${adds ? 'consistent' : 'more than the total'}.`,
      start,
      end,
      facts: [total.id, ...parts.map(({ id }) => id)],
      params,
    })
  }
  return notes
}

/** `open` where the parts may simply not be all of it. */
function agreement(
  sum: number,
  total: number,
  approximation: Approximation,
  exact: boolean,
): 'agrees' | 'differs' | 'open' {
  const ratio = sum / total
  const most: Record<Approximation, [number, number]> = {
    exact: [1, 1],
    nearly: [0.9, 1],
    about: [0.93, 1.07],
    over: [1, 1.15],
    atLeast: [1, 1.15],
    under: [0.9, 1],
    atMost: [0.9, 1],
    range: [1, 1.5],
  }
  const [low, high] = most[approximation]
  const slack = exact ? 1e-9 : 0.03
  if (ratio >= low - slack && ratio <= high + slack) return 'agrees'
  return ratio > high + slack && approximation !== 'over' && approximation !== 'atLeast' ? 'differs' : 'open'
}

/** One thing counted cumulatively with two exact values as of one day, or with a smaller one as of a later day. */
export function conflicts(facts: Fact[]): Note[] {
  return [...grouped(facts, seriesOf).values()].flatMap((alike) => {
    const inTime = alike.sort((a, b) => compareText(a.time?.asOf ?? '', b.time?.asOf ?? ''))
    return inTime.slice(1).flatMap((later, at) => conflict(inTime[at], later))
  })
}

/** What counts the same thing up to a day; null for what is no running total. */
function seriesOf({ quantity, item, time, role, repeats, statement, actor, recipient }: Fact): string | null {
  const exact = quantity.approximation === 'exact' && quantity.per === null && quantity.unit !== null
  if (time?.kind !== 'asOf' || role === 'part' || repeats !== null || !exact) return null
  if (item.zh.length < 2 || !countsSoFar(statement.zh)) return null
  return JSON.stringify([item.zh, quantity.unit, actor?.zh ?? '', recipient?.zh ?? ''])
}

function conflict(earlier: Fact | undefined, later: Fact): Note[] {
  if (!earlier?.time || !later.time) return []
  const sameDay = earlier.time.asOf === later.time.asOf
  const [a, b] = [earlier.quantity.value, later.quantity.value]
  if (sameDay ? a === b : b >= a) return []
  const [first, second, item] = [earlier.quantity.surface, later.quantity.surface, later.item.zh]
  const { start, end } = later.evidence
  const common = { severity: 'warning' as const, start, end, facts: [earlier.id, later.id] }
  if (sameDay) {
    const message = `${item} is given as ${first} and as ${second} for the same day.`
    return [{ ...common, code: 'value-conflict', message, params: { item, first, second } }]
  }
  const params = { item, first, second, day: earlier.time.asOf, later: later.time.asOf }
  const message = `${item} is ${first} as of ${params.day} and ${second} as of ${params.later}: a running total does not fall.`
  return [{ ...common, code: 'total-falls', message, params }]
}
