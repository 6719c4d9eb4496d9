import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { colour } from '../../src/compose/chart/style.js'
import { resourcePath } from '../../src/resources.js'

const style = readFileSync(resourcePath('templates', 'briefing', 'style.css'), 'utf8')
const properties = new Map(
  [...style.matchAll(/--([\w-]+):\s*(#[\da-f]{3,6})\b/gi)].map(([, name, hex]) => [name ?? '', hex ?? '']),
)
const property = (name: string): string => properties.get(name) ?? expect.unreachable(`--${name} is not defined`)

/** Relative luminance of sRGB, as WCAG 2.2 defines it. */
function luminance(hex: string): number {
  const full = hex.length === 4 ? hex.replace(/[\da-f]/gi, '$&$&') : hex
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(full.slice(at, at + 2), 16) / 255
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y)
  return (light + 0.05) / (dark + 0.05)
}

/** Names of the custom properties that declarations of a kind use; anything written otherwise comes back as it is. */
function used(declaration: RegExp): string[] {
  return [
    ...new Set(
      [...style.matchAll(declaration)].map(([, value = '']) => value.match(/^var\(--([\w-]+)\)$/)?.[1] ?? value),
    ),
  ]
}

const text = used(/(?<![\w-])color:\s*([^;}]+?)\s*[;}]/g).filter((value) => value !== 'inherit')
const grounds = used(/background(?:-color)?:\s*([^;}]+?)\s*[;}]/g).filter((value) => value !== 'none')
const heats = ['heat1', 'heat2', 'heat3', 'heat4']

describe('colours of the shipped template', () => {
  it('knows every colour of text and every ground by its name', () => {
    expect(text.toSorted()).toEqual(['accent', 'ink', 'quiet'])
    expect(grounds.toSorted()).toEqual(['accent', 'desk', 'found', ...heats, 'paper'])
  })

  // Bars of the accent hold no text, and the desk around a page on a screen neither.
  it.each(text.flatMap((ink) => ['paper', 'found'].map((ground) => [ink, ground] as const)))(
    'sets %s on %s so that it can be read (WCAG AA, 4.5 : 1)',
    (ink, ground) => expect(contrast(property(ink), property(ground))).toBeGreaterThanOrEqual(4.5),
  )

  it('sets numbers on every shade of the matrix so that they can be read, the darker the more', () => {
    for (const heat of heats) expect(contrast(property('ink'), property(heat))).toBeGreaterThanOrEqual(4.5)
    const shades = ['paper', ...heats].map((name) => luminance(property(name)))
    expect(shades).toEqual(shades.toSorted((a, b) => b - a))
    for (const [at, shade] of shades.slice(1).entries()) {
      expect((shades[at] ?? 0) - shade, 'steps that a grey print keeps apart').toBeGreaterThan(0.08)
    }
  })

  it('draws charts in the same colours, whose marks stand out on paper and from each other in grey', () => {
    for (const name of ['accent', 'ink', 'quiet', 'rule', 'hairline'] as const) {
      expect(luminance(colour[name])).toBeCloseTo(luminance(property(name)), 5)
    }
    // WCAG 1.4.11: 3 : 1 for what is needed to understand a drawing; the tint has an edge of the accent.
    for (const mark of [colour.accent, colour.rule]) expect(contrast(mark, property('paper'))).toBeGreaterThanOrEqual(3)
    expect(contrast(colour.accent, colour.tint)).toBeGreaterThanOrEqual(3)
    for (const label of [colour.ink, colour.quiet]) {
      expect(contrast(label, property('paper'))).toBeGreaterThanOrEqual(4.5)
    }
  })
})
