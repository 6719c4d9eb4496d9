export type Align = 'left' | 'right' | 'center' | 'start' | 'end'
export type Baseline = 'top' | 'hanging' | 'middle' | 'alphabetic' | 'ideographic' | 'bottom'

/** `text-anchor` of a canvas's `textAlign`. */
export const anchors = { left: 'start', start: 'start', center: 'middle', right: 'end', end: 'end' } as const

/** `600 11px …` → its size in pixels and its weight. */
export function fontOf(font: string): { size: number; weight: 400 | 600 } {
  const size = Number(font.match(/([\d.]+)px/)?.[1] ?? 10)
  return { size, weight: /\b(bold|[6-9]00)\b/.test(font) ? 600 : 400 }
}

/** Digits and marks belong to no language. */
export function languageOf(text: string): string {
  if (/\p{Script=Han}/u.test(text)) return ' lang="zh-Hans"'
  return /\p{Letter}/u.test(text) ? ' lang="en"' : ''
}

/** From the given baseline down to the alphabetic one, in ems of our fonts. */
export function baselineShift(baseline: Baseline): number {
  if (baseline === 'middle') return 0.36
  if (baseline === 'top' || baseline === 'hanging') return 0.88
  if (baseline === 'bottom' || baseline === 'ideographic') return -0.21
  return 0
}
