import pLimit, { type LimitFunction } from 'p-limit'
import type { Agent } from 'undici'
import type { Note } from '../../model/index.js'
import { guardedAgent } from './agent.js'
import { type KeptPage, PageCache } from './cache.js'
import { Hosts } from './hosts.js'
import { type NetworkParts, usualParts } from './parts.js'
import { type Answer, request } from './request.js'
import { withRetries } from './retry.js'
import { Robots } from './robots.js'
import { redirectLoop, Trouble } from './trouble.js'
import { publicUrl } from './url.js'

export type { NetworkParts } from './parts.js'

export interface Fetched {
  /** The address that was asked in the end. */
  url: string
  body: Buffer
  /** Of the Content-Type header. */
  charset: string | undefined
}

export type Fetching = { ok: true; page: Fetched } | { ok: false; problem: Note }

export interface NetworkOptions {
  allowPrivateNetwork: boolean
  signal?: AbortSignal
  /** Told to every site, beside the program's name. */
  userAgentContact?: string
  parts?: Partial<NetworkParts>
}

const DAY = 24 * 3_600_000

/** Reads web pages as a polite guest. Only an interruption is thrown; all else is the problem of one address. */
export class Network implements AsyncDisposable {
  readonly #parts: NetworkParts
  readonly #agent: Agent
  readonly #cache: PageCache
  readonly #hosts: Hosts
  readonly #robots: Robots
  readonly #slots: LimitFunction

  constructor(private readonly options: NetworkOptions) {
    this.#parts = { ...usualParts(options.userAgentContact), ...options.parts }
    this.#agent = guardedAgent(this.#parts, options.allowPrivateNetwork)
    this.#cache = new PageCache(this.#parts.cache, this.#parts.now)
    this.#hosts = new Hosts(this.#parts)
    this.#slots = pLimit(this.#parts.limits.concurrency)
    this.#robots = new Robots(
      async (url) => (await this.#follow(url, { robots: false, freshFor: DAY })).body,
      this.#parts.userAgent,
    )
  }

  /** @param base address that a relative one is relative to. */
  async fetch(address: string, base?: string): Promise<Fetching> {
    try {
      const url = publicUrl(address, base, this.options.allowPrivateNetwork)
      return { ok: true, page: await this.#follow(url, { robots: true, freshFor: 0 }) }
    } catch (error) {
      if (error instanceof Trouble) return { ok: false, problem: error.note }
      throw error
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#agent.destroy()
  }

  async #follow(start: URL, how: { robots: boolean; freshFor: number }): Promise<Fetched> {
    const asked = new Set<string>()
    let url = start
    for (;;) {
      if (asked.has(url.href) || asked.size > this.#parts.limits.redirects)
        throw new Trouble(redirectLoop(start.href, asked.size))
      asked.add(url.href)
      if (how.robots) this.#hosts.slowDown(url.host, await this.#robots.check(url))
      const found = await this.#ask(url, how.freshFor)
      if (typeof found !== 'string') return found
      url = publicUrl(found, url.href, this.options.allowPrivateNetwork)
    }
  }

  /** The page at an address, or the address that it leads to. */
  async #ask(url: URL, freshFor: number): Promise<Fetched | string> {
    const { signal } = this.options
    signal?.throwIfAborted()
    const kept = await this.#cache.get(url.href)
    if (kept !== null && this.#parts.now() - kept.asked < freshFor) return fetchedOf(url, kept)
    const once = () => this.#slots(() => request(this.#agent, url, conditionsOf(kept), this.#parts, signal))
    const answer = await this.#hosts.run(url.host, () => withRetries(once, this.#parts, signal), signal)
    if (answer.kind === 'elsewhere') return answer.location
    if (answer.kind === 'page') return await this.#keep(url, answer, freshFor > 0)
    if (kept !== null) {
      await this.#cache.put({ ...kept, asked: this.#parts.now() })
      return fetchedOf(url, kept)
    }
    throw new Trouble(redirectLoop(url.href, 1))
  }

  async #keep(url: URL, { headers, body }: Answer & { kind: 'page' }, always: boolean): Promise<Fetched> {
    const { etag, 'last-modified': lastModified, 'content-type': contentType } = headers
    const forbidden = /\bno-store\b/i.test(headers['cache-control'] ?? '')
    if (!forbidden && (always || etag !== undefined || lastModified !== undefined)) {
      const said = { ...(etag && { etag }), ...(lastModified && { lastModified }), ...(contentType && { contentType }) }
      await this.#cache.put({ url: url.href, asked: this.#parts.now(), body, ...said })
    }
    return fetchedOf(url, { contentType, body })
  }
}

function conditionsOf(kept: KeptPage | null): Record<string, string> {
  return {
    ...(kept?.etag && { 'if-none-match': kept.etag }),
    ...(kept?.lastModified && { 'if-modified-since': kept.lastModified }),
  }
}

function fetchedOf(url: URL, page: { contentType?: string | undefined; body: Buffer }): Fetched {
  const charset = /;\s*charset\s*=\s*["']?([\w.:-]{2,40})/i.exec(page.contentType ?? '')?.[1]
  return { url: url.href, body: page.body, charset: charset?.toLowerCase() }
}
