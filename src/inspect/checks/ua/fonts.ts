import type { Font } from '../../reading/fonts.js'
import { type Condition, conformance } from './condition.js'

const each = (failed: (font: Font) => string | boolean): Condition['failures'] => {
  return ({ fonts }) =>
    fonts.flatMap((font) => {
      const failure = failed(font)
      return failure === false ? [] : [`${font.name}${failure === true ? '' : ` ${failure}`}`]
    })
}

/** What rounding to whole thousandths may make of a width. */
const tolerance = 1

/** Checkpoints 10 and 31, of TrueType fonts called by glyph numbers; all others are refused by `fonts-embedded`. */
export const fontsComplete = conformance(
  'pdf-ua-fonts',
  'fonts hold every glyph and say which characters they are',
  'fonts lack glyphs, or do not say which characters they are',
  [
    {
      number: '10-001',
      failures: ({ pages }) =>
        pages.flatMap(({ unmapped }, i) => (unmapped > 0 ? [`page ${i + 1}: ${unmapped} glyphs`] : [])),
    },
    {
      number: '31-004',
      failures: each(({ glyphMap }) => glyphMap === 'other' && 'has no way from its codes to its glyphs'),
    },
    {
      number: '31-005',
      failures: each(
        ({ type, glyphMap }) =>
          type === 'Type0' && glyphMap === 'none' && 'does not say how its codes lead to its glyphs',
      ),
    },
    {
      number: '31-006',
      failures: each(
        ({ type, encoding }) =>
          type === 'Type0' && !/^Identity-[HV]$/.test(encoding) && `has the codes of ${encoding || 'a stream'}`,
      ),
    },
    { number: '31-009', failures: each(({ embedded }) => !embedded) },
    {
      number: '31-011',
      failures: each(({ program, used }) => {
        const missing = program === null ? 0 : used().filter(({ glyph }) => glyph >= program.glyphs).length
        return missing > 0 && `lacks ${missing} glyphs`
      }),
    },
    {
      number: '31-014',
      failures: each(({ hasGlyphSet }) => hasGlyphSet && 'lists its glyphs: the list is not compared'),
    },
    {
      number: '31-016',
      failures: each(({ program, used }) => {
        const wrong =
          program === null
            ? 0
            : used().filter(({ glyph, wide }) => Math.abs(program.widthOf(glyph) - wide) > tolerance).length
        return wrong > 0 && `has other widths for ${wrong} glyphs`
      }),
    },
    { number: '31-027', failures: each(({ unicode }) => unicode.size === 0) },
    { number: '31-028', failures: each(({ unicode }) => [...unicode.values()].includes('\0')) },
    {
      number: '31-029',
      failures: each(({ unicode }) => [...unicode.values()].some((text) => text === '' || /[\uFEFF\uFFFE]/.test(text))),
    },
    {
      number: '31-030',
      failures: ({ pages }) =>
        pages.flatMap(({ missing }, i) => (missing > 0 ? [`page ${i + 1}: ${missing} glyphs for no character`] : [])),
    },
  ],
)
