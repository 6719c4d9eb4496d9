import type { Page } from 'puppeteer'
import { ExitCode, UserError } from '../errors.js'
import type { Note } from '../model/index.js'
import { choose, relaunch } from './choose.js'
import type { BrowserOrigin } from './find.js'
import { Gate } from './gate.js'
import { guard } from './guard.js'
import type { Launched } from './launch.js'

export interface BrowserOptions {
  /** A path, a channel (`chrome`, `chromium`, `edge`, `chrome-headless-shell`), `bundled` or `downloaded`. */
  browser?: string | undefined
  env?: NodeJS.ProcessEnv
  /** Milliseconds that a browser may take to start. */
  launchTimeout?: number
  /** Milliseconds that one use of a page may take. */
  printTimeout?: number
  /** Pages in use at once; two are the best on two cores. */
  concurrency?: number
  /** Uses after which the browser is started afresh, once no page is in use. */
  recycleAfter?: number
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

const defaults = { launchTimeout: 30_000, printTimeout: 120_000, concurrency: 2, recycleAfter: 500 }
const idleTooLong = 30_000

/** One browser, started when first needed and again when it broke; its pages are lent out one use at a time. */
export class BrowserSession implements AsyncDisposable {
  readonly #options: Required<Omit<BrowserOptions, 'browser'>> & { browser: string | undefined }
  readonly #gate: Gate
  readonly #notes: Note[] = []
  #launching: Promise<Launched> | null = null
  #last: Launched | null = null
  #inUse = 0
  #served = 0
  #usedAt = 0
  #closed = false

  constructor(options: BrowserOptions) {
    this.#options = { env: process.env, ...defaults, ...options, browser: options.browser }
    this.#gate = new Gate(this.#options.concurrency)
  }

  /** What the user should know of the browser: no sandbox, another one passed over. Complete once it has started. */
  get notes(): readonly Note[] {
    return this.#notes
  }

  /** Milliseconds that one use of a page may take. */
  get printTimeout(): number {
    return this.#options.printTimeout
  }

  /** Begins to start the browser while other work goes on; a failure is thrown by the first use. */
  warm(): void {
    this.#launched().catch(() => undefined)
  }

  /** Which browser it is; starts it. */
  async info(): Promise<BrowserInfo> {
    const { candidate, version, sandbox } = await this.#launched()
    return { path: candidate.path, origin: candidate.origin, version, sandbox }
  }

  /**
   * Lends a page, waiting for one to be free. Where the browser dies under it, `use` is called once more in a new one:
   * it must have no effects of its own.
   * @throws UserError `browser-not-found` or `print-timeout` (exit code 4), and whatever `use` throws
   */
  async withPage<T>(use: (lease: PageLease) => Promise<T>): Promise<T> {
    await this.#gate.enter()
    this.#inUse++
    try {
      const launched = await this.#healthy()
      try {
        return await this.#lend(launched, use)
      } catch (error) {
        if (error instanceof UserError || !launched.dead() || this.#closed) throw error
        return await this.#lend(await this.#launched(), use)
      }
    } finally {
      this.#inUse--
      this.#served++
      this.#usedAt = Date.now()
      await this.#recycleIfDue()
      this.#gate.leave()
    }
  }

  async close(): Promise<void> {
    this.#closed = true
    await this.#stop()
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.close()
  }

  #launched(): Promise<Launched> {
    if (this.#closed) return Promise.reject(new Error('the browser session is closed'))
    if (this.#launching !== null && this.#last?.dead() !== true) return this.#launching
    const dead = this.#last
    this.#last = null
    const launching = this.#start(dead)
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

  async #start(dead: Launched | null): Promise<Launched> {
    await dead?.close()
    if (dead !== null) return relaunch(dead, this.#options.launchTimeout)
    const { browser, env, launchTimeout } = this.#options
    const { launched, notes } = await choose(browser, env, launchTimeout)
    if (this.#notes.length === 0) this.#notes.push(...notes)
    return launched
  }

  /** A browser that was idle for long (a laptop slept, a container froze) must answer before it is used. */
  async #healthy(): Promise<Launched> {
    const launched = await this.#launched()
    if (this.#inUse > 1 || this.#usedAt === 0 || Date.now() - this.#usedAt < idleTooLong) return launched
    const answers = await within(3_000, launched.browser.version()).catch(() => null)
    if (answers === null) await launched.close()
    return this.#launched()
  }

  async #lend<T>(launched: Launched, use: (lease: PageLease) => Promise<T>): Promise<T> {
    const page = await launched.browser.newPage()
    const refused = new Set<string>()
    try {
      await guard(page, refused)
      const { printTimeout } = this.#options
      return await within(printTimeout, use({ page, refused }), () => timedOut(printTimeout))
    } finally {
      if (!launched.dead()) await within(3_000, page.close()).catch(() => launched.close())
    }
  }

  async #recycleIfDue(): Promise<void> {
    if (this.#inUse === 0 && this.#served >= this.#options.recycleAfter) {
      this.#served = 0
      await this.#stop()
    }
  }

  async #stop(): Promise<void> {
    const launched = await this.#launching?.catch(() => null)
    this.#launching = null
    this.#last = null
    await launched?.close()
  }
}

/** A browser session; nothing is started yet. Use with `await using`, or call `close`. */
export async function openBrowser(options: BrowserOptions = {}): Promise<BrowserSession> {
  return new BrowserSession(options)
}

async function within<T>(milliseconds: number, work: Promise<T>, late = () => new Error('no answer')): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const deadline = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(late()), milliseconds)
  })
  try {
    return await Promise.race([work, deadline])
  } finally {
    clearTimeout(timer)
  }
}

function timedOut(milliseconds: number): UserError {
  return new UserError({
    code: 'print-timeout',
    exitCode: ExitCode.service,
    message: `The browser did not finish the page within ${Math.round(milliseconds / 1000)} seconds.`,
    next: [
      'Allow more time: set `printTimeout` in the configuration, or `--timeout`.',
      'Or give fewer sources at once.',
    ],
  })
}
