import { Blob, Face, Font } from 'harfbuzzjs'
import { beforeAll, describe, expect, it } from 'vitest'
import { embedFonts } from '../../src/compose/font/embed.js'
import { makeLegible } from '../../src/compose/font/legible.js'
import { openTypesetter, type Typesetter } from '../../src/compose/font/measure.js'

let typesetter: Typesetter
beforeAll(async () => {
  typesetter = await openTypesetter()
})

interface Rule {
  family: string
  range: string | undefined
  bytes: Buffer
}

function rulesOf(css: string): Rule[] {
  return [
    ...css.matchAll(
      /font-family:"([^"]+)";font-weight:(\d+);font-style:normal;(?:unicode-range:([^;]+);)?src:url\(data:font\/ttf;base64,([^)]+)\)/g,
    ),
  ].map(([, family = '', weight = '', range, data = '']) => ({
    family: `${family} ${weight}`,
    range,
    bytes: Buffer.from(data, 'base64'),
  }))
}

describe('embedded fonts', () => {
  it('holds every character of the document, and hardly more', async () => {
    const text = '致公党福建省委会捐赠30万个口罩“一封信”…RMB 350,000'
    const rules = rulesOf(await embedFonts(new Set(text)))
    expect(rules.map(({ family }) => family).sort()).toEqual([
      'Jianbao Han 400',
      'Jianbao Han 600',
      'Jianbao Latin 400',
      'Jianbao Latin 600',
      'Jianbao Latin Punctuation 400',
      'Jianbao Latin Punctuation 600',
    ])
    for (const { family, bytes } of rules) {
      const face = new Face(new Blob(bytes))
      const font = new Font(face)
      const expected = family.includes('Punctuation')
        ? '“”…'
        : family.includes('Han')
          ? text.replace(/[ -~]/g, '')
          : '30RMB,&<>"\''
      for (const character of expected)
        expect(font.nominalGlyph(character.codePointAt(0) ?? 0), `${character} in ${family}`).toBeTruthy()
      expect(face.collectUnicodes().length).toBeLessThanOrEqual(new Set(text).size + 95)
      expect(bytes.readUInt32BE(0), 'TrueType outlines').toBe(0x00010000)
    }
  })

  it('keeps tabular figures, so that columns of numbers align', async () => {
    const latin = rulesOf(await embedFonts(new Set('0123456789')))[0]
    expect(new Face(new Blob(latin?.bytes ?? Buffer.alloc(0))).getTableFeatureTags('GSUB')).toContain('tnum')
  })

  it('leaves the punctuation that both scripts share to the Chinese font in Chinese text', async () => {
    const rules = rulesOf(await embedFonts(new Set('“甲”A')))
    const range = rules.find(({ family }) => family === 'Jianbao Latin 400')?.range ?? ''
    const covers = (code: number) =>
      range.split(',').some((part) => {
        const [from = 0, to = from] = part
          .replace('U+', '')
          .split('-')
          .map((hex) => Number.parseInt(hex, 16))
        return code >= from && code <= to
      })
    for (const mark of '“”‘’…—·') expect(covers(mark.codePointAt(0) ?? 0), mark).toBe(false)
    for (const letter of 'A0,.[]–') expect(covers(letter.codePointAt(0) ?? 0), letter).toBe(true)
  })

  it('measures as the fonts draw: a Chinese character is one em', () => {
    expect(typesetter.width('简报', 10, 400)).toBeCloseTo(20)
    expect(typesetter.width('iiii', 10, 400)).toBeLessThan(typesetter.width('WWWW', 10, 400) / 2)
    expect(typesetter.width('Total', 10, 600)).toBeGreaterThan(typesetter.width('Total', 10, 400))
  })
})

describe('characters that no font has', () => {
  it('shows the geta mark and says which', () => {
    expect(makeLegible('甲😀乙𠮷😀', typesetter)).toEqual({ text: '甲〓乙〓〓', missing: ['😀', '𠮷'] })
  })

  it('drops what cannot be seen and could turn text around', () => {
    expect(makeLegible('a\u202eb\u200bc\ufeffd\u00ade', typesetter)).toEqual({ text: 'abcde', missing: [] })
    expect(makeLegible('3\u2009000\n', typesetter)).toEqual({ text: '3 000\n', missing: [] })
  })
})
