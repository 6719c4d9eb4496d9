import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import puppeteer, { type Browser, type Page } from 'puppeteer'
import { candidates } from '../../src/browser/index.js'

const origin = 'http://visual.invalid'
const pdfjs = fileURLToPath(import.meta.resolve('unpdf/pdfjs'))

/** Draws pages of PDFs as PNGs with the browser that prints them: nothing else need be installed. */
export class PageRenderer implements AsyncDisposable {
  readonly #browser: Browser
  readonly #page: Page
  #pdf: Uint8Array = new Uint8Array()

  private constructor(browser: Browser, page: Page) {
    this.#browser = browser
    this.#page = page
  }

  static async open(): Promise<PageRenderer> {
    const browser = await launch()
    const page = await browser.newPage()
    const renderer = new PageRenderer(browser, page)
    await page.setRequestInterception(true)
    page.on('request', async (request) => {
      const path = new URL(request.url()).pathname
      if (path === '/pdfjs.mjs') {
        await request.respond({ contentType: 'text/javascript', body: await readFile(pdfjs) })
      } else if (path === '/file.pdf') {
        await request.respond({ contentType: 'application/pdf', body: Buffer.from(renderer.#pdf) })
      } else await request.respond({ contentType: 'text/html', body: '<!doctype html><body style="margin:0"></body>' })
    })
    await page.goto(origin)
    return renderer
  }

  /** PNGs of pages (from 1), each `width` pixels wide. */
  async render(pdf: Uint8Array, pages: readonly number[], width: number): Promise<Buffer[]> {
    this.#pdf = pdf
    const urls = (await this.#page.evaluate(drawing(pages, width))) as string[]
    return urls.map((url) => Buffer.from(url.slice(url.indexOf(',') + 1), 'base64'))
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#browser.close()
  }
}

/** The first browser that starts, of those in which briefings are printed. */
async function launch(): Promise<Browser> {
  for await (const { path, env } of candidates(undefined, process.env)) {
    try {
      return await puppeteer.launch({
        executablePath: path,
        env: { ...process.env, ...env },
        args: ['--no-sandbox'],
        headless: 'shell',
      })
    } catch {
      // The next one, as when printing.
    }
  }
  throw new Error('no browser starts here')
}

function drawing(pages: readonly number[], width: number): string {
  return `(async () => {
    const pdfjs = await import('${origin}/pdfjs.mjs')
    const file = new Uint8Array(await (await fetch('${origin}/file.pdf')).arrayBuffer())
    const document_ = await pdfjs.getDocument({ data: file, useSystemFonts: false, isEvalSupported: false }).promise
    const drawn = []
    for (const number of ${JSON.stringify(pages)}) {
      const page = await document_.getPage(number)
      const viewport = page.getViewport({ scale: ${width} / page.getViewport({ scale: 1 }).width })
      const canvas = document.createElement('canvas')
      canvas.width = Math.round(viewport.width)
      canvas.height = Math.round(viewport.height)
      await page.render({ canvasContext: canvas.getContext('2d'), canvas, viewport, background: '#fff' }).promise
      drawn.push(canvas.toDataURL('image/png'))
    }
    return drawn
  })()`
}
