/**
 * One accent and its tint; ink and hairlines: those of the shipped style sheet. Told apart in grey, and dark enough for
 * WCAG AA on white; the tint is drawn with an edge of the accent.
 */
export const colour = {
  accent: '#0b5a7a',
  tint: '#8fb8c9',
  ink: '#1b1b1b',
  quiet: '#555555',
  hairline: '#cfcfcf',
  rule: '#8a8a8a',
} as const

/** CSS pixels, at 96 to the inch. */
export const size = {
  /** Text of labels: 8.5 pt. */
  label: 11.4,
  leading: 13,
  bar: 8,
  /** Width between the margins of an A4 page, and of half of it. */
  page: 680,
  half: 328,
} as const
