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

/** One thing counted cumulatively as of one day with two exact values. */
export function conflicts(facts: Fact[]): Note[] {
  const notes: Note[] = []
  const seen = new Map<string, Fact>()
  for (const fact of facts) {
    const { quantity, item, time, role } = fact
    if (time?.kind !== 'asOf' || role === 'part' || quantity.approximation !== 'exact' || quantity.per !== null)
      continue
    if (item.zh.length < 3 || quantity.unit === null || !/共|累计|总/.test(fact.statement.zh)) continue
    const key = [item.zh, quantity.unit, fact.actor?.zh ?? '', time.asOf].join('|')
    const other = seen.get(key)
    if (!other) seen.set(key, fact)
    else if (other.quantity.value !== quantity.value) {
      const params = { item: item.zh, first: other.quantity.surface, second: quantity.surface }
      const message = `${item.zh} is given as ${params.first} and as ${params.second} for the same day.`
      const { start, end } = fact.evidence
      notes.push({
        severity: 'warning',
        code: 'value-conflict',
        message,
        start,
        end,
        facts: [other.id, fact.id],
        params,
      })
    }
  }
  return notes
}
