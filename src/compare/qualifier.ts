import type { BriefingFact, Text } from '../model/index.js'
import { zhOnly } from '../model/index.js'
import type { CellContext, Figure } from './cell.js'
import { normalisedName } from './organisations.js'

/** Stands between the parts of a qualifier: giver, kind, recipient. */
const betweenParts = ' · '
/** Stands before a recipient. */
const towards = '→ '

/**
 * What sets each figure apart: its giver where that is not the organisation itself, the kind counted where the cell holds
 * several kinds or the measure is a narrower one than the row's, and its recipient.
 */
export function qualify(figures: readonly Figure[], { organisation, measure }: CellContext): (Text | null)[] {
  const kinds = new Set(figures.map(({ fact }) => normalisedName(fact.item.zh)))
  return figures.map(({ fact }) => {
    const giver = giverOf(fact, organisation.zh)
    const kind = kinds.size > 1 || fact.measure !== measure ? fact.item : null
    const recipient = fact.recipient
    return joined(giver, kind, recipient)
  })
}

/** Who a figure is of: null where it is the organisation itself, by its full or its short name (市妇联 of 铜仁市妇联). */
export function giverOf(fact: BriefingFact, organisation: string): Text | null {
  if (fact.actor === null || fact.actor.zh === '') return null
  return normalisedName(organisation).endsWith(normalisedName(fact.actor.zh)) ? null : fact.actor
}

function joined(giver: Text | null, kind: Text | null, recipient: Text | null): Text | null {
  const parts = [giver?.zh ?? '', kind?.zh ?? '', recipient?.zh ? `${towards}${recipient.zh}` : '']
  const zh = parts.filter((part) => part !== '').join(betweenParts)
  return zh === '' ? null : zhOnly(zh)
}
