import type { BriefingFact, Text } from '../model/index.js'
import { zhOnly } from '../model/index.js'
import type { CellContext, Figure } from './figure.js'
import { normalisedName } from './organisations.js'

/** Stands between the parts of a qualifier: giver, kind, recipient. */
const betweenParts = ' · '
/** Stands before a recipient. */
const towards = '→ '

/**
 * What sets each figure apart: its giver where that is not the organisation itself, its recipient, and the kind counted
 * where the row's measure is broader or nothing else tells it from its neighbours. A kind that is the row's name is not told.
 */
export function qualify(figures: readonly Figure[], context: CellContext): (Text | null)[] {
  const { organisation, measure } = context
  const narrower = figures.some(({ fact }) => fact.measure !== measure)
  const circumstances = figures.map(({ fact, time }) => {
    const giver = giverOf(fact, organisation.zh)?.zh
    return JSON.stringify([giver, recipientOf(fact, organisation.zh)?.zh, time?.kind, time?.asOf])
  })
  const times = new Map<string, number>()
  for (const one of circumstances) times.set(one, (times.get(one) ?? 0) + 1)
  const kinds = hasKinds(figures)
  return figures.map(({ fact }, index) => {
    const telling = narrower || (times.get(circumstances[index] ?? '') ?? 0) > 1
    const isLabel = normalisedName(fact.item.zh) === normalisedName(context.label)
    const kind = telling && !isLabel && kinds ? fact.item : null
    return joined(giverOf(fact, organisation.zh), kind, recipientOf(fact, organisation.zh))
  })
}

function hasKinds(figures: readonly Figure[]): boolean {
  return figures.length === 1 || new Set(figures.map(({ fact }) => normalisedName(fact.item.zh))).size > 1
}

/** Who a figure is of: null where it is the organisation itself, by its full or its short name (市妇联 of 铜仁市妇联). */
export function giverOf(fact: BriefingFact, organisation: string): Text | null {
  return stranger(fact.actor, organisation)
}

/** Whom it went to: null where that is not said, or is the organisation itself. */
export function recipientOf(fact: BriefingFact, organisation: string): Text | null {
  return stranger(fact.recipient, organisation)
}

function stranger(who: Text | null, organisation: string): Text | null {
  if (who === null || who.zh === '') return null
  return normalisedName(organisation).endsWith(normalisedName(who.zh)) ? null : who
}

function joined(giver: Text | null, kind: Text | null, recipient: Text | null): Text | null {
  const parts = [giver?.zh ?? '', kind?.zh ?? '', recipient?.zh ? `${towards}${recipient.zh}` : '']
  const zh = parts.filter((part) => part !== '').join(betweenParts)
  return zh === '' ? null : zhOnly(zh)
}
