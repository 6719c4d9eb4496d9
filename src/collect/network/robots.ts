import createRobots from 'robots-parser'
import { robotsDisallowed, robotsUnavailable, Trouble } from './trouble.js'

/** RFC 9309 §2.5: 500 KiB are read, the rest is not. */
const MOST = 500 * 1024
const LONGEST_PAUSE = 10_000

interface Rules {
  /** Undefined for addresses of another site. */
  isAllowed(url: string, userAgent: string): boolean | undefined
  /** Seconds. */
  getCrawlDelay(userAgent: string): number | undefined
}

// The package is CommonJS; its types are written for a module.
const parse = createRobots as unknown as (url: string, text: string) => Rules

/** What a site asks of programs, once a run for each site. */
export class Robots {
  readonly #rules = new Map<string, Promise<Rules>>()

  /** @param read the text of an address, with redirects followed; throws `Trouble`. */
  constructor(
    private readonly read: (url: URL) => Promise<Buffer>,
    private readonly userAgent: string,
  ) {}

  /** Throws `Trouble` where the page may not be read. Gives the pause that the site asks for, in milliseconds. */
  async check(url: URL): Promise<number> {
    const rules = await this.#rulesOf(url)
    if (rules.isAllowed(url.href, this.userAgent) === false) throw new Trouble(robotsDisallowed(url.href))
    return Math.min((rules.getCrawlDelay(this.userAgent) ?? 0) * 1000, LONGEST_PAUSE)
  }

  #rulesOf(url: URL): Promise<Rules> {
    const known = this.#rules.get(url.origin)
    if (known !== undefined) return known
    const rules = this.#ask(url)
    this.#rules.set(url.origin, rules)
    return rules
  }

  async #ask(url: URL): Promise<Rules> {
    const address = new URL('/robots.txt', url)
    try {
      const text = (await this.read(address)).subarray(0, MOST).toString('utf8')
      return parse(address.href, text.replace(/^\ufeff/, ''))
    } catch (error) {
      const status = error instanceof Trouble ? error.status : undefined
      // RFC 9309 §2.3.1: there are no rules (4xx), or it is not known which (5xx: all is forbidden).
      if (status !== undefined && status < 500 && status !== 429) return parse(address.href, '')
      if (status !== undefined) throw new Trouble(robotsUnavailable(url.href, status))
      if (error instanceof Trouble && error.note.code === 'redirect-loop') return parse(address.href, '')
      throw error
    }
  }
}
