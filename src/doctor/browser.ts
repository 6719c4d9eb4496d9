import { type BrowserInfo, type BrowserOptions, type BrowserOrigin, openBrowser } from '../browser/index.js'
import { messageOf, UserError } from '../errors.js'
import type { Note } from '../model/index.js'
import { type Examination, failed, ok } from './report.js'

const origins: Record<BrowserOrigin, string> = {
  named: 'the one you named',
  machine: 'found on this machine',
  bundled: 'came with jianbao',
  downloaded: "puppeteer's download",
}

/** Starts the browser that a briefing would be printed with, and prints a page with it. */
export async function examineBrowser(options: BrowserOptions): Promise<Examination[]> {
  await using session = await openBrowser(options)
  try {
    const started = performance.now()
    const info = await session.info()
    await printOnePage(session)
    const took = Math.round(performance.now() - started)
    return [describe(info, took), sandbox(info, session.notes), ...passedOver(session.notes)]
  } catch (error) {
    return [failed('browser', messageOf(error), error instanceof UserError ? [...error.next] : [])]
  }
}

async function printOnePage(session: Awaited<ReturnType<typeof openBrowser>>): Promise<void> {
  const pdf = await session.withPage(async ({ page }) => {
    await page.setContent('<p>简报')
    return page.pdf()
  })
  const head = Buffer.from(pdf.subarray(0, 5)).toString('latin1')
  if (head !== '%PDF-') throw new Error('the browser printed something that is no PDF')
}

function describe({ path, version, origin }: BrowserInfo, took: number): Examination {
  return ok('browser', `${version}, ${origins[origin]}: ${path}; started and printed a page in ${took} ms`)
}

function sandbox({ sandbox: has }: BrowserInfo, notes: readonly Note[]): Examination {
  const note = notes.find(({ code }) => code === 'browser-without-sandbox')
  if (has) return ok('sandbox', 'the browser runs in its sandbox')
  const next = note?.hint === undefined ? [] : [note.hint]
  return { id: 'sandbox', status: 'warning', found: note?.message ?? 'the browser runs without its sandbox', next }
}

function passedOver(notes: readonly Note[]): Examination[] {
  return notes
    .filter(({ code }) => code === 'browser-unusable')
    .map(({ message, hint }) => ({
      id: 'browser-unusable',
      status: 'warning',
      found: message,
      next: hint === undefined ? [] : [hint],
    }))
}
