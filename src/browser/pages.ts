import type { Browser } from 'puppeteer'
import { within } from './deadline.js'
import { type GuardedPage, guard } from './guard.js'

/** The pages of one browser: made once, emptied after each use, closed only where that fails. */
export class Pages {
  readonly #browser: Browser
  #spare: Promise<GuardedPage>[]

  /** Takes over the empty page that every browser starts with. */
  constructor(browser: Browser) {
    this.#browser = browser
    const first = browser.pages().then(async ([page]) => guard(page ?? (await browser.newPage())))
    first.catch(() => undefined)
    this.#spare = [first]
  }

  async take(): Promise<GuardedPage> {
    return this.#spare.pop() ?? guard(await this.#browser.newPage())
  }

  async giveBack(used: GuardedPage): Promise<void> {
    try {
      await within(3_000, used.page.goto('about:blank'))
      used.refused.clear()
      this.#spare.push(Promise.resolve(used))
    } catch {
      await this.discard(used)
    }
  }

  async discard({ page }: GuardedPage): Promise<void> {
    await within(3_000, page.close()).catch(() => undefined)
  }
}
