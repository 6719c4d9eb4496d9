import { isPlace, nounBefore, withoutCounter } from '../language/index.js'
import type { Mention } from './reading.js'

/** 口罩、防护服产量分别增至2倍、3倍: the first number to the first noun, and so on. */
export function sharedItem(plain: string, { quantity, clause, sentence, index }: Mention): string | undefined {
  const at = plain.slice(clause.start, quantity.start).indexOf('分别')
  if (at < 0) return undefined
  const row = sentence.mentions
    .slice(Math.max(0, index - 8), index + 8)
    .filter(
      (other) =>
        other.clause === clause && other.quantity.start > clause.start + at && other.quantity.unit === quantity.unit,
    )
  if (row.length < 2) return undefined
  const ahead = plain.slice(Math.max(sentence.start, clause.start - 60), clause.start + at)
  const list = ahead.match(/[^，。；：]+[，]?$/)?.[0] ?? ''
  const names = list
    .replace(/等[^、]*$/, '')
    .replace(/[，]$/, '')
    .split(/[、和]/)
  if (names.length !== row.length || names.some((name) => name.length > 12 || isPlace(name))) return undefined
  const name = names[row.findIndex((other) => other.quantity === quantity)]
  if (name === undefined) return undefined
  const noun = nounBefore(name.trim(), 0, name.trim().length).noun?.text
  return noun ?? (withoutCounter(name.trim()) || undefined)
}
