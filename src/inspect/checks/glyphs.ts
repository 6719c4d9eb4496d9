import { type CheckOf, check } from './check.js'

export const glyphsPresent: CheckOf = ({ pages }) => {
  const failures = pages.flatMap(({ missing }, i) =>
    missing === 0 ? [] : [`page ${i + 1}: ${missing} ${missing === 1 ? 'character' : 'characters'} drawn as a box`],
  )
  return check('glyphs-present', 'every character has its glyph', 'characters are drawn as boxes', failures)
}
