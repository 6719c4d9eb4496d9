import { type CheckOf, check } from './check.js'

/** A font that was not asked for means that a character was missing in ours and some other font stood in. */
export const fontsExpected: CheckOf = ({ fonts, pages }, expected) => {
  const others = [...new Set(fonts.map(({ name }) => name))].filter((name) => !expected.fonts.includes(name))
  const failures = others.map((name) => {
    const page = pages.findIndex((text) => text.fonts.has(name))
    const sample = pages[page]?.fonts.get(name)
    const where = sample === undefined ? '' : `: "${sample}" on page ${page + 1}`
    return `${name || 'a font without a name'} was not expected${where}`
  })
  if (fonts.length === 0) failures.push('there is no font at all')
  return check('fonts-expected', 'only the expected fonts are used', 'other fonts are used', failures)
}

export const fontsEmbedded: CheckOf = ({ fonts }) => {
  const failures = fonts.flatMap(({ name, type, descendant, embedded, subset }) => {
    if (type === 'Type3') return [`${name || 'a font'} is drawn glyph by glyph (Type 3)`]
    if (type !== 'Type0' || descendant !== 'CIDFontType2') return [`${name} is ${descendant ?? type}, not TrueType`]
    if (!embedded) return [`${name} is not embedded`]
    return subset ? [] : [`${name} is embedded whole`]
  })
  return check('fonts-embedded', 'all fonts are embedded TrueType subsets', 'fonts are not as they should be', failures)
}
