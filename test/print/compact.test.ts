import { describe, expect, it } from 'vitest'
import { compactText } from '../../src/print/compact.js'
import { joinMarks } from '../../src/print/marks.js'

/** A font of ten-point glyphs, all half as wide as high, but the one whose code is FFFF. */
const widthsOf = () => (code: string) => (code === 'FFFF' ? 1000 : 500)

const text = (x: number, y: number, ...lines: string[]) =>
  `BT\n/F4 10 Tf\n1 0 0 -1 ${x} ${y} Tm\n${lines.map((line) => `${line} Tj\n`).join('')}ET\n`

describe('compactText', () => {
  it('writes glyphs that stand where the font puts them as one run', () => {
    const content = text(20, 30, '<0001>', '5 0 Td <0002>', '5.002 0 Td <FFFF>', '10 0 Td <0003>')
    expect(compactText(content, widthsOf)).toBe('BT\n/F4 10 Tf\n1 0 0 -1 20 30 Tm\n<00010002FFFF0003>Tj\nET\n')
  })

  it('keeps kerning, and does not let small differences add up', () => {
    const kerned = text(0, 0, '<0001>', '4.5 0 Td <0002>', '5 0 Td <0003>')
    expect(compactText(kerned, widthsOf)).toContain('[<0001>50<00020003>]TJ')
    const steps = Array.from({ length: 100 }, () => '5.01 0 Td <0001>')
    const run = /\[(.*)\]TJ/.exec(compactText(text(0, 0, '<0001>', ...steps), widthsOf))?.[1] ?? ''
    const glyphs = (run.match(/0001/g) ?? []).length
    const moved = [...run.matchAll(/>(-?\d+)</g)].reduce((sum, [, kern]) => sum - Number(kern), 0)
    expect(glyphs).toBe(101)
    expect(Math.abs((moved * 10) / 1000 - 1)).toBeLessThan(0.05)
  })

  it('goes on in one text object, in the other font, on the next line and in another colour', () => {
    const other = 'BT\n/F5 10 Tf\n1 0 0 -1 25 44 Tm\n<0002> Tj\nET\n'
    const content = `${text(20, 30, '<0001>')}.1 .2 .3 RG .1 .2 .3 rg\n${other}`
    expect(compactText(content, widthsOf)).toBe(
      'BT\n/F4 10 Tf\n1 0 0 -1 20 30 Tm\n<0001>Tj\n.1 .2 .3 RG .1 .2 .3 rg\n/F5 10 Tf\n5 -14 Td\n<0002>Tj\nET\n',
    )
  })

  it('leaves alone what it does not know: other fonts, other operators, other matrices', () => {
    const foreign = `q\n${text(0, 0, '<0001>', '3 2 Td <0002>')}Q\nBT\n/F4 10 Tf\n1 0 0 1 0 0 Tm\n<0001> Tj\nET\n`
    expect(compactText(foreign, widthsOf)).toBe(foreign)
    const unknown = text(0, 0, '<0001>')
    expect(compactText(unknown, () => undefined)).toBe(unknown)
    const between = `${text(0, 0, '<0001>')}Q\n${text(5, 0, '<0002>')}`
    expect(compactText(between, widthsOf).match(/BT/g)).toHaveLength(2)
  })
})

describe('joinMarks', () => {
  const marked = (tag: string, id: number, inner: string) => `/${tag} <</MCID ${id} >>BDC\n${inner}EMC\n`

  it('makes one mark of neighbours that belong together, and of no others', () => {
    const content = `${marked('P', 0, 'a\n')}${marked('NonStruct', 1, 'b\n')}1 1 1 RG 1 1 1 rg\n${marked('NonStruct', 2, 'c\n')}${marked('NonStruct', 3, 'd\n')}`
    expect(joinMarks(content, (mark, next) => mark === 0 && next < 3)).toBe(
      '/P <</MCID 0 >>BDC\na\nb\n1 1 1 RG 1 1 1 rg\nc\nEMC\n/NonStruct <</MCID 3 >>BDC\nd\nEMC\n',
    )
  })

  it('does not reach over what is drawn between two marks, nor into a meaningful one', () => {
    const drawn = `${marked('P', 0, 'a\n')}0 0 5 5 re\nf\n${marked('NonStruct', 1, 'b\n')}`
    expect(joinMarks(drawn, () => true)).toBe(drawn)
    const heading = `${marked('P', 0, 'a\n')}${marked('H2', 1, 'b\n')}`
    expect(joinMarks(heading, () => true)).toBe(heading)
  })
})
