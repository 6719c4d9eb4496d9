import type { Note } from '../model/index.js'
import { choose, relaunch } from './choose.js'
import { within } from './deadline.js'
import type { Launched } from './launch.js'

const idleTooLong = 30_000

export interface KeeperOptions {
  browser: string | undefined
  env: NodeJS.ProcessEnv
  launchTimeout: number
}

/** Keeps one browser running: starts it when first asked, again when it broke. */
export class BrowserKeeper {
  /** What the user should know of the browser: no sandbox, another one passed over. Complete once it has started. */
  readonly notes: Note[] = []
  readonly #options: KeeperOptions
  #launching: Promise<Launched> | null = null
  #last: Launched | null = null
  #stopping: Promise<unknown> | null = null
  #usedAt = 0

  constructor(options: KeeperOptions) {
    this.#options = options
  }

  /** The running browser. */
  get(): Promise<Launched> {
    if (this.#launching !== null && this.#last?.dead() !== true) return this.#launching
    const launching = this.#start(this.#last)
    this.#launching = launching
    launching.then(
      (launched) => {
        this.#last = launched
      },
      () => {
        if (this.#launching === launching) this.#launching = null
      },
    )
    return launching
  }

  /** The same, after a question that it must answer where it was idle for long: a laptop slept, a container froze. */
  async healthy(): Promise<Launched> {
    const launched = await this.get()
    if (this.#usedAt === 0 || Date.now() - this.#usedAt < idleTooLong) return launched
    await within(3_000, launched.browser.version()).catch(() => launched.close())
    return this.get()
  }

  used(): void {
    this.#usedAt = Date.now()
  }

  /** Ends it; the next `get` starts it again. Over once everything that was begun before has ended, too. */
  async stop(): Promise<void> {
    const launching = this.#launching
    this.#launching = null
    const end = async () => (await launching?.catch(() => null))?.close()
    this.#stopping = Promise.all([this.#stopping, end()])
    await this.#stopping
  }

  async #start(before: Launched | null): Promise<Launched> {
    this.#last = null
    const { browser, env, launchTimeout } = this.#options
    if (before !== null) {
      await before.close()
      return relaunch(before, launchTimeout)
    }
    const { launched, notes } = await choose(browser, env, launchTimeout)
    this.notes.push(...notes)
    return launched
  }
}
