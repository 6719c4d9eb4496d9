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

/**
 * Share of a page's pixels that may differ, beyond what smoothing of edges explains: two versions of Chromium draw the same
 * page within a half of it, a line of text that moved or went is more.
 */
const tolerance = 0.004
/** How much a pixel's colour may differ, from 0 to 1. */
const threshold = 0.25
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
    const share = difference(name, PNG.sync.read(readFileSync(file)), PNG.sync.read(actual))
    expect(share, `see test/visual/different/${name}.png`).toBeLessThanOrEqual(tolerance)
  })
})

/** Share of pixels that differ; where they are too many, the page and the difference are kept as pictures. */
function difference(name: string, before: PNG, after: PNG): number {
  const { width, height } = before
  if (after.width !== width || after.height !== height) return 1
  const picture = new PNG({ width, height })
  const pixels = pixelmatch(before.data, after.data, picture.data, width, height, { threshold })
  const share = pixels / (width * height)
  if (share > tolerance) {
    mkdirSync(different, { recursive: true })
    writeFileSync(`${different}${name}.png`, PNG.sync.write(picture))
    writeFileSync(`${different}${name}.now.png`, PNG.sync.write(after))
  }
  return share
}
