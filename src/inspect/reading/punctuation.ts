const emptyBefore = /^[“‘（《〈「『【〔]/u
const emptyAfter = /[”’）》〉」』】〕。，、；：！？]$/u

/**
 * How much at either end of a text is empty: Chinese punctuation fills half of its square (CLREQ §3.1.6), and the other half
 * may stand in the margin, or under what stands beside it. `size`: of the font.
 */
export function emptyHalves(text: string, size: number): { before: number; after: number } {
  return { before: emptyBefore.test(text) ? size / 2 : 0, after: emptyAfter.test(text) ? size / 2 : 0 }
}
