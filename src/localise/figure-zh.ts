import type { Approximation, Fact } from '../model/index.js'

/** What stands before an approximate number. */
export const approximationZh: Record<Approximation, string> = {
  exact: '',
  over: '超',
  nearly: '近',
  about: '约',
  under: '不足',
  atLeast: '至少',
  atMost: '至多',
  range: '',
}

/** The figure as the source prints it; where a person corrected its value, the corrected one. */
export function figureZh({ quantity, corrected }: Pick<Fact, 'quantity' | 'corrected'>): string {
  const { value, upper, unit, approximation, surface } = quantity
  if (corrected !== 'value') return surface
  const number = upper === null ? numberZh(value) : `${numberZh(value)}至${numberZh(upper)}`
  return `${approximationZh[approximation]}${number}${unit ?? ''}`
}

/** 80000000 → 8000万, 361470 → 36.147万: nothing is rounded. */
function numberZh(value: number): string {
  for (const [size, name] of [
    [1e8, '亿'],
    [1e4, '万'],
  ] as const) {
    const scaled = Number((value / size).toFixed(4))
    if (value >= size && Math.round(scaled * size * 100) === Math.round(value * 100)) return `${scaled}${name}`
  }
  return String(value)
}
