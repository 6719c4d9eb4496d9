import { describe, expect, it } from 'vitest'
import type { Dict } from '../../src/pdf/index.js'
import { PageMarks } from '../../src/print/drawing/marks.js'
import { type Letters, readOperations, scriptsOf } from '../../src/print/drawing/operations.js'
import { redraw } from '../../src/print/drawing/page.js'
import { HeadingLevels } from '../../src/print/structure/headings.js'
import { Languages } from '../../src/print/structure/languages.js'
import { Owners } from '../../src/print/structure/owners.js'

/** Fonts of ten-point glyphs, all half as wide as high, but the one whose code is FFFF; F7 is the Chinese one. */
const widthsOf = () => (code: string) => (code === 'FFFF' ? 1000 : 500)
const lettersOf = (font: string): Letters =>
  font === '/F7' ? { han: true, latin: new Set() } : { han: false, latin: new Set(['0041', '0042']) }

/** Elements by the marks that are theirs, all on one page. */
interface Elements {
  marks: number[]
  inFigure?: boolean
}

function drawn(content: string, elements: Elements[], known = widthsOf): string {
  const owners = new Owners()
  for (const { marks, inFigure = false } of elements) {
    const owner = { element: new Map() as Dict, inFigure, columnHead: null }
    for (const [place, mark] of marks.entries()) owners.add(1, String(mark), owner, place)
  }
  const operations = readOperations(content, known)
  const marks = new PageMarks(1, owners, scriptsOf(operations, lettersOf), new Languages('zh-Hans'))
  return redraw(operations, { marks, middle: 500, markIn: () => null })
}

const text = (x: number, y: number, lines: string[], font = 'F4') =>
  `BT\n/${font} 10 Tf\n1 0 0 -1 ${x} ${y} Tm\n${lines.map((line) => `${line} Tj\n`).join('')}ET\n`
const marked = (mark: number, inner: string) => `/NonStruct <</MCID ${mark} >>BDC\n${inner}EMC\n`
const one = [{ marks: [0] }]

describe('text of a page', () => {
  it('is written as one run where glyphs stand where the font puts them', () => {
    const content = marked(0, text(20, 30, ['<0001>', '5 0 Td <0002>', '5.002 0 Td <FFFF>', '10 0 Td <0003>']))
    expect(drawn(content, one)).toBe(
      'BT\n/Span<</MCID 0>>BDC\n/F4 10 Tf\n1 0 0 -1 20 30 Tm\n<00010002FFFF0003>Tj\nEMC\nET\n',
    )
  })

  it('keeps kerning, and small differences do not add up', () => {
    const kerned = marked(0, text(0, 0, ['<0001>', '4.5 0 Td <0002>', '5 0 Td <0003>']))
    expect(drawn(kerned, one)).toContain('[<0001>50<00020003>]TJ')
    const steps = Array.from({ length: 100 }, () => '5.01 0 Td <0001>')
    const run = /\[(.*)\]TJ/.exec(drawn(marked(0, text(0, 0, ['<0001>', ...steps])), one))?.[1] ?? ''
    const moved = [...run.matchAll(/>(-?\d+)</g)].reduce((sum, [, kern]) => sum - Number(kern), 0)
    expect(run.match(/0001/g)).toHaveLength(101)
    expect(Math.abs((moved * 10) / 1000 - 1)).toBeLessThan(0.1)
  })

  it('goes on without a place where the next run begins where the last one ended, in whatever font', () => {
    const content = marked(
      0,
      text(20, 30, ['<0001>']) + text(25, 30, ['<0002>'], 'F5') + text(30, 44, ['<0003>'], 'F5'),
    )
    expect(drawn(content, one)).toContain('<0001>Tj\n/F5 10 Tf\n<0002>Tj\n10 -14 Td\n<0003>Tj\n')
    const apart = marked(0, text(20, 30, ['<0001>']) + text(35, 30, ['<0002>']))
    expect(drawn(apart, one)).toContain('[<0001>-1000<0002>]TJ')
  })

  it('says a colour only where it changes, as grey where it is one', () => {
    const red = '1 0 0 RG 1 0 0 rg\n'
    const grey = '.1059 .1059 .1059 RG .1059 .1059 .1059 rg\n'
    const content = marked(
      0,
      red + text(0, 0, ['<0001>']) + grey + red + text(9, 0, ['<0002>']) + grey + text(9, 9, ['<0003>']),
    )
    const colours = drawn(content, one).match(/^.* (rg|g|RG|G)$/gm)
    expect(colours).toEqual(['1 0 0 rg', '.106 g'])
  })

  it('leaves a gradient the ground that it is, and gives what follows its own colour again', () => {
    const gradient = '/Pattern CS/Pattern cs/P5 SCN/P5 scn\n/G3 gs\n0 0 50 9 re\nf\n'
    const red = '1 0 0 RG 1 0 0 rg\n'
    const content = marked(0, `q\n${gradient}Q\n${gradient}${red}0 20 50 9 re\nf\n${gradient}`)
    const operators = drawn(content, one).match(/^(.* scn|.* rg|.* g|f|q|Q)$/gm)
    const ground = '/Pattern CS/Pattern cs/P5 SCN/P5 scn'
    // Said before what may change it, and not again before the ground is painted.
    expect(operators?.filter((line) => line !== '0 g')).toEqual([
      'q',
      ground,
      'f',
      'Q',
      ground,
      'f',
      '1 0 0 rg',
      'f',
      ground,
      'f',
    ])
    expect(drawn(content, one)).not.toMatch(/scn\n(?:\/.*\n)*0 g\n/)
  })

  it('is left as it is where it is set in a way that we do not know', () => {
    const turned = 'BT\n/F4 10 Tf\n0 1 1 0 5 5 Tm\n<0001> Tj\nET\n'
    expect(drawn(marked(0, turned), one)).toContain(turned)
    const unknown = text(0, 0, ['<0001>'])
    expect(drawn(marked(0, unknown), one, () => undefined as never)).toContain(unknown)
  })
})

describe('marks of a page', () => {
  it('become one where they belong to one element and follow each other in it, and no others do', () => {
    const content = [0, 1, 2, 3].map((mark) => marked(mark, text(0, 9 * mark, ['<0001>']))).join('')
    const numbers = (result: string) => result.match(/MCID \d+/g)
    expect(numbers(drawn(content, [{ marks: [0, 1, 2, 3] }]))).toEqual(['MCID 0'])
    expect(numbers(drawn(content, [{ marks: [0, 1] }, { marks: [2, 3] }]))).toEqual(['MCID 0', 'MCID 1'])
    expect(numbers(drawn(content, [{ marks: [0, 2, 1, 3] }]))).toHaveLength(4)
  })

  it('tell rules, grounds, heads and feet from what is read', () => {
    const rules = '0 0 50 1 re\nf\n50 0 50 1 re\nf\n0 9 50 1 re\nf\n'
    const content = `${text(0, 40, ['<0001>'])}${text(0, 990, ['<0001>'])}${marked(0, rules + text(0, 0, ['<0001>']))}`
    expect(drawn(content, one)).toBe(
      'BT\n/Artifact<</Type/Pagination/Subtype/Header>>BDC\n/F4 10 Tf\n1 0 0 -1 0 40 Tm\n<0001>Tj\nEMC\n' +
        '/Artifact<</Type/Pagination/Subtype/Footer>>BDC\n0 -950 Td\n<0001>Tj\nEMC\nET\n' +
        '/Artifact BMC\n0 0 100 1 re\n0 9 50 1 re\nf\nEMC\n' +
        'BT\n/Span<</MCID 0>>BDC\n1 0 0 -1 0 0 Tm\n<0001>Tj\nEMC\nET\n',
    )
  })

  it('leave what a figure is drawn of in the figure', () => {
    const content = marked(0, `0 0 9 9 re\nf\n${text(0, 0, ['<0001>'])}0 0 m\n9 9 l\nS\n`)
    const figure = drawn(content, [{ marks: [0], inFigure: true }])
    expect(figure.match(/BDC|BMC/g)).toEqual(['BDC'])
    expect(figure).toContain('ET\n0 0 m\n9 9 l\nS\n')
  })

  it('say which language a text is in that is not that of its element', () => {
    const chinese = marked(0, text(0, 0, ['<0001>'], 'F7'))
    const english = marked(1, text(9, 0, ['<0041>']))
    const number = marked(2, text(20, 0, ['<0031>']))
    const mixed = drawn(chinese + english + number, [{ marks: [0, 1, 2] }])
    expect(mixed).toMatch(/Span<<\/Lang\(en\)>>BDC\n\/F4 10 Tf\n9 0 Td\n<0041>Tj\nEMC\n11 0 Td\n<0031>Tj/)
    expect(mixed.match(/Lang/g)).toHaveLength(1)
    expect(drawn(chinese + english, [{ marks: [0] }, { marks: [1] }])).not.toContain('Lang')
  })
})

describe('levels of headings', () => {
  it('leave none out, and stay those that they were where none is', () => {
    const levels = new HeadingLevels()
    expect([1, 2, 3, 2].map((level) => levels.next(level))).toEqual([1, 2, 3, 2])
    expect([4, 4, 3, 2, 6].map((level) => levels.next(level))).toEqual([3, 3, 3, 2, 3])
    expect(new HeadingLevels().next(2)).toBe(1)
  })
})
