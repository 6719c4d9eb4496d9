import type { Page } from 'puppeteer'
import { ExitCode, UserError } from '../errors.js'
import type { Note } from '../model/index.js'
import { within } from './deadline.js'
import type { BrowserOrigin } from './find.js'
import { Gate } from './gate.js'
import { BrowserKeeper } from './keeper.js'
import type { Launched } from './launch.js'

export interface BrowserOptions {
  /** A path, a channel (`chrome`, `chromium`, `edge`, `chrome-headless-shell`), `bundled` or `downloaded`. */
  browser?: string | undefined
  env?: NodeJS.ProcessEnv
  /** Milliseconds that a browser may take to start. */
  launchTimeout?: number
  /** Milliseconds that one use of a page may take, however large; without it two minutes and one more for each MB. */
  printTimeout?: number
  /** Pages in use at once; two are the best on two cores. */
  concurrency?: number
  /** Uses after which the browser is started afresh, once no page is in use. */
  recycleAfter?: number
  /** Ends the browser and everything that waits for it, with the signal's reason. */
  signal?: AbortSignal
}

/** Lent for one use. `refused` fills with what the page asked for in vain. */
export interface PageLease {
  page: Page
  refused: ReadonlySet<string>
}

export interface BrowserInfo {
  path: string
  version: string
  origin: BrowserOrigin
  sandbox: boolean
}

const defaults = { launchTimeout: 30_000, concurrency: 2, recycleAfter: 500 }
/** Milliseconds; a machine that does much else prints a MB in ten seconds or more. */
const allowance = { forAny: 120_000, forMegabyte: 60_000 }

/** One browser, started when first needed and again when it broke; its pages are lent out one use at a time. */
export class BrowserSession implements AsyncDisposable {
  readonly #printTimeout: number | undefined
  readonly #recycleAfter: number
  readonly #keeper: BrowserKeeper
  readonly #gate: Gate
  readonly #signal: AbortSignal
  readonly #closing = new AbortController()
  #inUse = 0
  #served = 0

  constructor(options: BrowserOptions) {
    const {
      browser,
      env = process.env,
      launchTimeout,
      printTimeout,
      concurrency,
      recycleAfter,
      signal,
    } = {
      ...defaults,
      ...options,
    }
    this.#printTimeout = printTimeout
    this.#recycleAfter = recycleAfter
    this.#keeper = new BrowserKeeper({ browser, env, launchTimeout })
    this.#gate = new Gate(concurrency)
    this.#signal = signal === undefined ? this.#closing.signal : AbortSignal.any([signal, this.#closing.signal])
    this.#signal.addEventListener('abort', () => void this.#keeper.stop(), { once: true })
  }

  /** What the user should know of the browser: no sandbox, another one passed over. Complete once it has started. */
  get notes(): readonly Note[] {
    return this.#keeper.notes
  }

  /** Begins to start the browser while other work goes on; a failure is thrown by the first use. */
  warm(): void {
    this.#keeper.get().catch(() => undefined)
  }

  /** Milliseconds that one use of a page of so many characters may take. */
  limitFor(characters: number): number {
    return this.#printTimeout ?? allowance.forAny + Math.round((characters / 1e6) * allowance.forMegabyte)
  }

  /** Which browser it is; starts it. */
  async info(): Promise<BrowserInfo> {
    this.#signal.throwIfAborted()
    const { candidate, version, sandbox } = await this.#keeper.get()
    return { path: candidate.path, origin: candidate.origin, version, sandbox }
  }

  /**
   * Lends a page, waiting for one to be free. Where the browser dies under it, `use` is called once more in a new one:
   * it must have no effects of its own. `limit`: milliseconds that it may take.
   * @throws UserError `browser-not-found` or `print-timeout` (exit code 4), and whatever `use` throws
   */
  async withPage<T>(use: (lease: PageLease) => Promise<T>, limit = this.limitFor(0)): Promise<T> {
    await this.#gate.enter()
    this.#inUse++
    try {
      return await this.#tryTwice(use, limit)
    } catch (error) {
      // What breaks under an interruption breaks because of it.
      this.#signal.throwIfAborted()
      throw error
    } finally {
      this.#inUse--
      this.#served++
      this.#keeper.used()
      await this.#recycleIfDue()
      this.#gate.leave()
    }
  }

  /** Ends the browser. The session cannot be used again. */
  async close(): Promise<void> {
    this.#closing.abort(new Error('the browser session is closed'))
    await this.#keeper.stop()
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.close()
  }

  async #tryTwice<T>(use: (lease: PageLease) => Promise<T>, limit: number): Promise<T> {
    this.#signal.throwIfAborted()
    const launched = await (this.#inUse === 1 ? this.#keeper.healthy() : this.#keeper.get())
    try {
      return await this.#lend(launched, use, limit)
    } catch (error) {
      this.#signal.throwIfAborted()
      if (error instanceof UserError || !launched.dead()) throw error
      return await this.#lend(await this.#keeper.get(), use, limit)
    }
  }

  async #lend<T>({ pages, dead, close }: Launched, use: (lease: PageLease) => Promise<T>, limit: number): Promise<T> {
    const lease = await pages.take()
    try {
      const value = await within(limit, use(lease), () => timedOut(limit))
      // Emptied while what it gave is worked on; whoever takes it next waits for that.
      pages.giveBack(lease)
      return value
    } catch (error) {
      // A page that hangs keeps its process busy for ever; nothing but the end of the browser helps.
      if (error instanceof UserError) await close()
      else if (!dead()) await pages.discard(lease)
      throw error
    }
  }

  async #recycleIfDue(): Promise<void> {
    if (this.#inUse > 0 || this.#served < this.#recycleAfter) return
    this.#served = 0
    await this.#keeper.stop()
  }
}

/** A browser session; nothing is started yet. Use with `await using`, or call `close`. */
export async function openBrowser(options: BrowserOptions = {}): Promise<BrowserSession> {
  return new BrowserSession(options)
}

function timedOut(milliseconds: number): UserError {
  return new UserError({
    code: 'print-timeout',
    exitCode: ExitCode.service,
    message: `the browser did not finish the page within ${Math.round(milliseconds / 1000)} s`,
    next: ['allow it more time: --timeout SECONDS', 'or give fewer sources at once'],
  })
}
