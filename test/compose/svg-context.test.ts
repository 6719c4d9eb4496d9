import { parse } from 'parse5'
import { beforeAll, describe, expect, it } from 'vitest'
import { drawBars as drawGroups } from '../../src/compose/chart/bars.js'
import { drawCounts } from '../../src/compose/chart/counts.js'
import type { BarPlan } from '../../src/compose/chart/plan.js'
import { penOf, SvgContext } from '../../src/compose/chart/svg-context.js'
import { drawTimeline } from '../../src/compose/chart/time.js'
import { openTypesetter, type Typesetter } from '../../src/compose/font/measure.js'

let typesetter: Typesetter
beforeAll(async () => {
  typesetter = await openTypesetter()
})

const label = (zh: string, en: string) => ({ zh, en, enBasis: 'terms' as const })
const bar = (name: string, value: number, start = 0) => ({
  label: label(name, `Org ${name}`),
  value,
  start,
  shown: value.toLocaleString('en-GB'),
  href: '#e1',
  part: start > 0,
})
const frame = { id: 'c', name: 'Money: "by" <organisation>', width: 650, languages: ['zh', 'en'] as const }

function pen(): SvgContext {
  return new SvgContext({ width: 100, height: 50, style: {}, getContext: () => null }, typesetter, 'x')
}

/** Widths of the bars: paths of the accent colour that are rectangles. */
function barWidths(svg: string): number[] {
  return [...svg.matchAll(/<path d="M[\d.]+ [\d.]+L?[^"]*" fill="#(?:0b5a7a|8fb8c9)"/g)].map(([path]) => {
    const xs = [...path.matchAll(/[ML]([\d.]+) /g)].map((match) => Number(match[1]))
    const width = path.match(/h(-?[\d.]+)/)
    return width ? Math.abs(Number(width[1])) : Math.max(...xs) - Math.min(...xs)
  })
}

/** The drawing of a plan of one group. */
function drawBars(...given: Parameters<typeof drawGroups>) {
  const [drawing] = drawGroups(...given)
  if (!drawing) throw new Error('nothing was drawn')
  return drawing
}

describe('charts drawn without a browser', () => {
  it('keeps every label and number as text, in both languages', () => {
    const plan: BarPlan = {
      groups: [{ header: null, bars: [bar('甲市妇联', 300000), bar('乙县红会', 2500)] }],
      logarithmic: false,
    }
    const { svg, labels } = drawBars(plan, frame, typesetter)
    for (const text of ['甲市妇联', 'Org 甲市妇联', '乙县红会', '300,000', '2,500']) {
      expect(labels).toContain(text)
      expect(svg).toContain(`>${text}</text>`)
    }
    expect(svg).toMatch(/<text [^>]*lang="zh-Hans"[^>]*>甲市妇联</)
    expect(svg).toContain('<a href="#e1"><text')
    expect(svg).not.toMatch(/NaN|Infinity|undefined|<image|foreignObject/)
  })

  it('draws bars from zero, in proportion to their values', () => {
    const plan: BarPlan = { groups: [{ header: null, bars: [bar('甲', 400), bar('乙', 100)] }], logarithmic: false }
    const [long = 0, short = 0] = barWidths(drawBars(plan, frame, typesetter).svg)
    expect(long).toBeGreaterThan(100)
    expect(long / short).toBeCloseTo(4, 1)
  })

  it('draws the groups of a plan on one scale, each by itself', () => {
    const groups = [bar('甲', 400), bar('乙', 100)].map((one) => ({ header: label('现金', 'Cash'), bars: [one] }))
    const drawings = drawGroups({ groups, logarithmic: false }, frame, typesetter)
    const [long = 0, short = 0] = drawings.flatMap(({ svg }) => barWidths(svg))
    expect(drawings).toHaveLength(2)
    expect(long / short).toBeCloseTo(4, 1)
  })

  it('draws dots, and no bars, on a logarithmic scale', () => {
    const plan: BarPlan = {
      groups: [{ header: null, bars: [bar('甲', 125_000_000), bar('乙', 350_000)] }],
      logarithmic: true,
    }
    const { svg, labels } = drawBars(plan, frame, typesetter)
    expect(labels).toEqual(expect.arrayContaining(['100,000', '1,000,000', '10,000,000', '100,000,000']))
    expect(labels).not.toContain('0')
    const lines = [...svg.matchAll(/<path d="M([\d.]+) \S+L[^"]*" fill="none" stroke="#cfcfcf"/g)].map(
      (match) => match[1],
    )
    expect(new Set(lines).size, 'a line for each power of ten').toBe(4)
    expect(svg.match(/<path d="[^"]*A3\.6 [^"]*" fill="#/g)?.length).toBe(2)
  })

  it('keeps all labels within the drawing', () => {
    const name = 'Provincial Committee of a Party with a Name of Uncommon Length in a Province of the Same Kind'
    const long = { ...bar('甲', 123_456_789), label: label('名称很长的组织'.repeat(8), name) }
    const { svg } = drawBars(
      { groups: [{ header: null, bars: [long, bar('乙', 1)] }], logarithmic: false },
      frame,
      typesetter,
    )
    for (const [, x = '', anchor, text = ''] of svg.matchAll(
      /<text x="([\d.-]+)"[^>]*?(?: text-anchor="(\w+)")?>([^<]*)</g,
    )) {
      const width = typesetter.width(text, 9.4, 600)
      const left = Number(x) - (anchor === 'middle' ? width / 2 : anchor === 'end' ? width : 0)
      expect(left, text).toBeGreaterThanOrEqual(-1)
      expect(left + width, text).toBeLessThanOrEqual(651)
    }
  })

  it('says in its text alternative what it shows, whatever the words are', () => {
    const plan: BarPlan = { groups: [{ header: null, bars: [bar('<b>甲</b>', 4), bar('乙"', 1)] }], logarithmic: false }
    const { svg } = drawBars(plan, frame, typesetter)
    expect(svg).toContain('aria-label="Money: &quot;by&quot; &lt;organisation&gt;"')
    expect(svg).not.toContain('<b>')
    expect(parse(svg)).toBeDefined()
  })

  it('marks what is not there instead of drawing a zero', () => {
    const rows = [
      { label: label('捐赠', 'Donations'), count: 3, shown: '3' },
      { label: label('宣传', 'Publicity'), count: 0, shown: '○' },
    ]
    const { labels } = drawCounts({ rows, largest: 3, labelled: true }, { ...frame, labelColumn: 150 }, typesetter)
    expect(labels).toEqual(['3', '捐赠 Donations', '○', '宣传 Publicity'])
  })

  it('numbers the events of a timeline and never lets two dates overlap', () => {
    const events = [
      { number: 1, from: 18286, to: 18286 },
      { number: 2, from: 18287, to: 18352 },
      { number: 3, from: 18302, to: 18302 },
    ]
    const { svg, labels } = drawTimeline({ lanes: [{ label: label('甲', 'A'), events }] }, frame, typesetter)
    expect(labels).toEqual(expect.arrayContaining(['1', '2', '3', '甲', 'A']))
    const dates = [...svg.matchAll(/<text x="([\d.]+)"[^>]*>(\d+年\d+月\d+日)</g)].map(([, x = '', text = '']) => ({
      x: Number(x),
      width: typesetter.width(text, 8.8, 400),
    }))
    expect(dates.length).toBeGreaterThan(1)
    for (const [index, date] of dates.slice(1).entries()) {
      const before = dates[index]
      expect(date.x - date.width / 2).toBeGreaterThan((before?.x ?? 0) + (before?.width ?? 0) / 2)
    }
  })
})

describe('the SVG context', () => {
  it('puts transformations on what is drawn after them, and takes them back', () => {
    const context = pen()
    context.save()
    context.translate(10, 5)
    context.rotate(Math.PI / 2)
    context.fillText('甲', 1, 2)
    context.restore()
    context.fillText('乙', 1, 2)
    expect(context.toMarkup()).toMatch(/transform="matrix\(0 1 -1 0 10 5\)">甲/)
    expect(context.toMarkup()).toMatch(/<text x="1" y="2"[^>]*>乙/)
    expect(context.toMarkup().match(/transform/g)?.length).toBe(1)
  })

  it('draws a whole circle, which one SVG arc cannot', () => {
    const context = pen()
    context.beginPath()
    context.arc(10, 10, 4, 0, Math.PI * 2)
    context.fill()
    expect(context.toMarkup().match(/A4 4/g)?.length).toBe(2)
  })

  it('clips, dashes and fades as a canvas does', () => {
    const context = pen()
    context.save()
    context.beginPath()
    context.rect(0, 0, 20, 20)
    context.clip()
    context.setLineDash([2, 1])
    context.set('globalAlpha', 0.5)
    context.beginPath()
    context.moveTo(0, 0)
    context.lineTo(30, 30)
    context.stroke()
    context.restore()
    context.beginPath()
    context.moveTo(0, 0)
    context.lineTo(5, 5)
    context.stroke()
    const [, clipped, free] = context.toMarkup().split(/(?=<path d="M0 0L)/)
    expect(clipped).toMatch(/stroke-dasharray="2 1".*opacity="0.5".*clip-path="url\(#x-clip1\)"/)
    expect(free).not.toMatch(/dash|opacity|clip/)
  })

  it('refuses what it cannot draw rather than losing it', () => {
    const context = pen()
    expect(() => context.drawImage()).toThrow('no pictures')
    expect(() => context.set('fillStyle', { gradient: true })).toThrow('gradient')
    expect(() => penOf({ ctx: {} })).toThrow('SvgContext')
  })
})
