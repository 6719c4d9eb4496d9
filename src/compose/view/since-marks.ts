import { digits } from '../../language/render.js'
import type { Briefing, Difference } from '../../model/index.js'
import type { Figure } from '../context/index.js'

/** By fact, what became of it since the earlier edition; nothing where no figure is in both. */
export function sinceMarks({ since }: Briefing): ReadonlyMap<string, NonNullable<Figure['since']>> {
  const marks = new Map<string, NonNullable<Figure['since']>>()
  const changed = since?.items.filter(({ kind }) => kind === 'changed') ?? []
  if (!since || (changed.length === 0 && since.confirmed.length === 0)) return marks
  for (const id of since.confirmed) marks.set(id, { mark: '=', href: null })
  for (const { kind, facts } of since.items)
    if (kind === 'new') for (const id of facts) marks.set(id, { mark: '+', href: null })
  for (const item of changed)
    for (const id of item.facts) marks.set(id, { mark: differenceText(item) ?? '≠', href: `#${item.id}` })
  return marks
}

/** `▲ 50,000`, with `~` where it is approximate; null between ranges. */
export function differenceText({ by, approximate }: Difference): string | null {
  if (by === null) return null
  return `${by < 0 ? '▼' : '▲'} ${approximate ? '~' : ''}${digits(Math.abs(by))}`
}

/** `+25%`, `−3.5%`; from a thousand per cent on, and where there is none, null. */
export function percentText({ percent, approximate }: Difference): string | null {
  if (percent === null || Math.abs(percent) >= 1000) return null
  const rounded = Number(percent.toFixed(Math.abs(percent) < 10 ? 1 : 0))
  return `${approximate ? '~' : ''}${rounded < 0 ? '−' : '+'}${digits(Math.abs(rounded))}%`
}
