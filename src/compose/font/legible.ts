import type { Typesetter } from './measure.js'

/** 〓, the printer's sign for a character that is not in the case. */
const geta = '〓'

// Controls, joiners, variation selectors and byte order marks: nothing is seen of them, and no font draws them.
const invisible = /[\p{Cf}\p{Variation_Selector}]|(?![\t\n\r])\p{Cc}/gu
// Spaces that the fonts lack look the same as ones they have.
const spaces = /[\u1680\u2000-\u200a\u202f\u205f]/gu

export interface Legible {
  text: string
  /** Characters that no font of ours draws, each once, in order of appearance. */
  missing: string[]
}

/** A page in which every character can be drawn: what cannot is shown as 〓, never as an empty box. */
export function makeLegible(page: string, typesetter: Typesetter): Legible {
  const missing = new Set<string>()
  const known = new Map<string, boolean>()
  const text = tidy(page).replace(/[^\p{ASCII}]/gu, (character) => {
    let drawn = known.get(character)
    if (drawn === undefined) {
      drawn = typesetter.draws(character)
      known.set(character, drawn)
    }
    if (drawn) return character
    missing.add(character)
    return geta
  })
  return { text, missing: [...missing] }
}

function tidy(text: string): string {
  return text.replace(invisible, '').replace(spaces, ' ')
}
