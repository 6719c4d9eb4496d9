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
    return this.#spare.pop() ?? this.#fresh()
  }

  /** The page can be taken again at once: whoever does waits until it is empty. */
  giveBack(used: GuardedPage): void {
    const emptied = this.#emptied(used)
    // A browser that ends meanwhile is the concern of whoever takes the page.
    emptied.catch(() => undefined)
    this.#spare.push(emptied)
  }

  async #emptied(used: GuardedPage): Promise<GuardedPage> {
    try {
      await within(3_000, used.page.goto('about:blank'))
      used.refused.clear()
      return used
    } catch {
      await this.discard(used)
      return this.#fresh()
    }
  }

  async #fresh(): Promise<GuardedPage> {
    return guard(await this.#browser.newPage())
  }

  async discard({ page }: GuardedPage): Promise<void> {
    await within(3_000, page.close()).catch(() => undefined)
  }
}
