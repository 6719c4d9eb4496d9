import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import pixelmatch from 'pixelmatch'
import { PNG } from 'pngjs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBrowser } from '../../src/browser/index.js'
import { compose } from '../../src/compose/index.js'
import { attachmentsOf } from '../../src/export/index.js'
import type { Briefing, Language } from '../../src/model/index.js'
import { print } from '../../src/print/index.js'
import { resourcePath } from '../../src/resources.js'
import { sampleBriefing } from '../fixtures/briefings/build.js'
import { PageRenderer } from './render.js'

/** What may differ of a page, beyond what smoothing of edges explains: versions of Chromium stay within a half of it. */
const tolerance = {
  /** Share of pixels whose colour is another (`threshold`, from 0 to 1): a line of text that moved or went is more. */
  pixels: 0.004,
  threshold: 0.25,
  /**
   * Share of squares of `side` pixels whose mean colour is another by more than `levels` of 255 in a channel: a pale tint
   * that went, a hairline that grew, which pixel by pixel are next to nothing.
   */
  squares: 0.004,
  side: 6,
  levels: 7,
}
/** Pixels: letters are told apart, and nothing depends on how a stroke is smoothed. */
const width = 420

const approved = fileURLToPath(new URL('approved/', import.meta.url))
const different = fileURLToPath(new URL('different/', import.meta.url))
// npm run test:visual -- --mode approve
const approving = (import.meta as ImportMeta & { env: { MODE: string } }).env.MODE === 'approve'

const shown: { name: string; briefing: Briefing; languages: Language[]; pages: number[] }[] = [
  { name: 'two', briefing: sampleBriefing(2), languages: ['zh', 'en'], pages: [1, 2, 3] },
  { name: 'twelve', briefing: sampleBriefing(12), languages: ['zh', 'en'], pages: [2, 3] },
  { name: 'english', briefing: sampleBriefing(3), languages: ['en'], pages: [1] },
]

describe('pages look as approved', () => {
  let renderer: PageRenderer
  const pictures = new Map<string, Buffer>()

  beforeAll(async () => {
    rmSync(different, { recursive: true, force: true })
    renderer = await PageRenderer.open()
    await using session = await openBrowser({})
    for (const { name, briefing, languages, pages } of shown) {
      const template = resourcePath('templates', 'briefing')
      const { value } = await compose(briefing, { template, languages, attachments: attachmentsOf(briefing) })
      const pdf = await print(value, session)
      const drawn = await renderer.render(pdf.value, pages, width)
      for (const [index, page] of pages.entries()) pictures.set(`${name}-${page}`, drawn[index] ?? Buffer.alloc(0))
    }
  })
  afterAll(() => renderer[Symbol.asyncDispose]())

  it.each(shown.flatMap(({ name, pages }) => pages.map((page) => `${name}-${page}`)))('%s', (name) => {
    const actual = pictures.get(name)
    if (!actual) throw new Error(`${name} was not drawn`)
    const file = `${approved}${name}.png`
    if (approving) {
      mkdirSync(approved, { recursive: true })
      writeFileSync(file, actual)
      return
    }
    if (!existsSync(file)) throw new Error(`nothing is approved for ${name}: look at the page and approve it`)
    const differ = difference(name, PNG.sync.read(readFileSync(file)), PNG.sync.read(actual))
    expect(differ.pixels, `see test/visual/different/${name}.png`).toBeLessThanOrEqual(tolerance.pixels)
    expect(differ.squares, `see test/visual/different/${name}.png`).toBeLessThanOrEqual(tolerance.squares)
  })
})

describe('the measure', () => {
  const page = (tint?: number) => {
    const picture = new PNG({ width: 420, height: 594, fill: true })
    picture.data.fill(255)
    // A cell of the matrix, 60 × 60 pixels of the palest shade.
    if (tint) for (let y = 60; y < 120; y++) picture.data.fill(tint, (y * 420 + 30) * 4, (y * 420 + 90) * 4)
    return picture
  }

  it('sees a pale tint that went, and nothing where nothing is other', () => {
    expect(squaresThatDiffer(page(), page(0xec))).toBeGreaterThan(tolerance.squares)
    expect(squaresThatDiffer(page(0xec), page(0xec))).toBe(0)
  })
})

interface Shares {
  pixels: number
  squares: number
}

/** Shares of the page that differ; where they are too many, the page and the difference are kept as pictures. */
function difference(name: string, before: PNG, after: PNG): Shares {
  const { width, height } = before
  if (after.width !== width || after.height !== height) return { pixels: 1, squares: 1 }
  const picture = new PNG({ width, height })
  const { threshold } = tolerance
  const count = pixelmatch(before.data, after.data, picture.data, width, height, { threshold })
  const shares = { pixels: count / (width * height), squares: squaresThatDiffer(before, after) }
  if (shares.pixels > tolerance.pixels || shares.squares > tolerance.squares) {
    mkdirSync(different, { recursive: true })
    writeFileSync(`${different}${name}.png`, PNG.sync.write(picture))
    writeFileSync(`${different}${name}.now.png`, PNG.sync.write(after))
  }
  return shares
}

function squaresThatDiffer(before: PNG, after: PNG): number {
  const [columns, rows] = [before.width, before.height].map((length) => Math.floor(length / tolerance.side))
  const squares = (columns ?? 0) * (rows ?? 0)
  const differ = Array.from({ length: squares }, (_, index) => {
    const [x, y] = [index % (columns ?? 1), Math.floor(index / (columns ?? 1))]
    return [0, 1, 2].some(
      (channel) => Math.abs(meanOf(before, x, y, channel) - meanOf(after, x, y, channel)) > tolerance.levels,
    )
  })
  return differ.filter(Boolean).length / squares
}

function meanOf({ data, width }: PNG, column: number, row: number, channel: number): number {
  const { side } = tolerance
  let sum = 0
  for (let y = row * side; y < (row + 1) * side; y++)
    for (let x = column * side; x < (column + 1) * side; x++) sum += data[(y * width + x) * 4 + channel] ?? 0
  return sum / side ** 2
}
