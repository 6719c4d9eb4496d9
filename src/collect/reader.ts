import { escapeHtml } from '../markup.js'
import type { Collected, Hints, Note } from '../model/index.js'
import type { FeedEntry } from './feeds/index.js'
import type { Result, Task } from './in-order.js'
import { type Interpreted, interpret } from './interpret.js'
import { locate } from './locate.js'
import { pageOf } from './markup.js'
import { collected, type Material, refusal } from './material.js'
import type { Network, NetworkOptions } from './network/index.js'
import { entryEmpty, feedEmpty, feedNested } from './problems.js'
import { readBytes, readStream } from './read.js'
import { displayUri } from './uri.js'

export interface ReaderOptions extends NetworkOptions {
  cwd: string
  stdin: AsyncIterable<Uint8Array | string>
}

type Reading = Result<Collected>

/** A feed in a list of addresses is followed; a feed in a feed is not. */
const DEEPEST = 2

/** Gets hold of what inputs name, each thing once. */
export class Reader implements AsyncDisposable {
  readonly #seen = new Set<string>()
  #network: Promise<Network> | undefined

  constructor(private readonly options: ReaderOptions) {}

  async *tasks(inputs: string[]): AsyncGenerator<Task<Collected>> {
    for (const input of inputs) yield* this.#tasksOf(input)
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const network = await this.#network?.catch(() => undefined)
    await network?.[Symbol.asyncDispose]()
  }

  async *#tasksOf(input: string): AsyncGenerator<Task<Collected>> {
    const { cwd } = this.options
    if (input === '-') {
      if (this.#isNew(input)) yield () => this.#standardInput()
      return
    }
    if (isAddress(input)) {
      if (this.#isNew(keyOf(input))) yield () => this.#page(input, 0)
      return
    }
    const found = await locate(input, cwd)
    if (!found.ok) {
      yield async () => ({ value: refusal(input, found.problem) })
      return
    }
    for (const file of found.files) {
      const uri = found.named ? displayUri(input, cwd) : displayUri(file.path, cwd)
      if (this.#isNew(file.real)) yield () => this.#file(file.path, uri, found.named)
    }
  }

  #isNew(key: string): boolean {
    const isNew = !this.#seen.has(key)
    this.#seen.add(key)
    return isNew
  }

  async #standardInput(): Promise<Reading> {
    const read = await readStream(this.options.stdin, '-')
    return read.ok ? this.#read({ uri: '-', bytes: read.bytes, path: '' }, 0) : { value: refusal('-', read.problem) }
  }

  /** Briefings that an earlier run left in a folder are not what the folder was named for. */
  async #file(path: string, uri: string, named: boolean): Promise<Reading> {
    const read = await readBytes(path, uri)
    if (!read.ok) return { value: refusal(uri, read.problem) }
    const reading = await this.#read({ uri, bytes: read.bytes, path }, 0)
    return problemOf(reading)?.code === 'own-briefing' && !named ? null : reading
  }

  async #page(address: string, depth: number): Promise<Reading> {
    const found = await this.#fetch(address, undefined)
    return 'problem' in found ? { value: refusal(address, found.problem) } : this.#read(found, depth)
  }

  async #fetch(address: string, base: string | undefined, hints?: Hints): Promise<Material | { problem: Note }> {
    this.#network ??= import('./network/index.js').then(({ Network }) => new Network(this.options))
    const fetched = await (await this.#network).fetch(address, base)
    if (!fetched.ok) return { problem: fetched.problem }
    const { url, body, charset } = fetched.page
    const path = new URL(url).pathname
    return { uri: resolved(address, base), bytes: body, path, url, charset, ...(hints && { hints }) }
  }

  async #read(material: Material, depth: number): Promise<Reading> {
    const found = await interpret(material)
    if (found.kind === 'sources') return readingOf(found.sources)
    if (depth >= DEEPEST) return { value: refusal(material.uri, feedNested(material.uri)) }
    const tasks = this.#expanded(found, material, depth)
    return tasks.length > 0 ? { tasks } : { value: refusal(material.uri, feedEmpty(material.uri)) }
  }

  #expanded(found: Exclude<Interpreted, { kind: 'sources' }>, { uri, url }: Material, depth: number) {
    if (found.kind === 'addresses')
      return found.addresses
        .filter((address) => this.#isNew(keyOf(address)))
        .map((address) => () => this.#page(address, depth + 1))
    const { title, entries } = found.feed
    return entries
      .filter(({ link, content }) => (link === undefined ? content : this.#isNew(keyOf(resolved(link, url)))))
      .map((entry, i) => () => this.#entry(entry, { feed: title, base: url, uri: `${uri}#${i + 1}` }))
  }

  /** The entry's page; where it cannot be read, what the feed itself holds of it. */
  async #entry(entry: FeedEntry, { feed, base, uri }: { feed: string; base: string | undefined; uri: string }) {
    const hints = hintsOf(entry, feed)
    const { link } = entry
    if (link === undefined) return { value: fromFeed(entry, uri, hints, entryEmpty(uri)) }
    const address = resolved(link, base)
    const found = await this.#fetch(link, base, hints)
    const reading = 'problem' in found ? { value: refusal(address, found.problem) } : await this.#read(found, DEEPEST)
    const problem = problemOf(reading)
    return problem === null ? reading : { value: fromFeed(entry, address, hints, problem) }
  }
}

function readingOf(sources: Collected[]): Reading {
  const [first] = sources
  if (first !== undefined && sources.length === 1) return { value: first }
  return { tasks: sources.map((value) => async () => ({ value })) }
}

function problemOf(reading: Reading): Note | null {
  return reading !== null && 'value' in reading ? reading.value.problem : null
}

function hintsOf({ title, publishedAt, author, publisher }: FeedEntry, feed: string): Hints {
  const outlet = publisher ?? feed
  return {
    ...(title !== undefined && { title }),
    ...(publishedAt !== undefined && { publishedAt: { value: publishedAt, basis: 'metadata' } }),
    ...(author !== undefined && { author }),
    ...(outlet !== '' && { publisher: outlet }),
    stated: false,
  }
}

/** Teasers are no articles: a feed's own text must at least hold a few sentences. */
const LEAST_LETTERS = 60

function fromFeed({ title, content = '' }: FeedEntry, uri: string, hints: Hints, problem: Note): Collected {
  const letters = content.replace(/<[^<>]{0,1000}>/g, '').match(/\p{L}/gu)?.length ?? 0
  if (letters < LEAST_LETTERS) return refusal(uri, problem)
  const text = pageOf(title, title === undefined ? [content] : [`<h1>${escapeHtml(title)}</h1>`, content])
  const made = collected({ uri, bytes: Buffer.from(content), path: '', hints }, { text, mediaType: 'text/html' })
  const message = `The page of "${uri}" could not be read; what its feed holds was: ${problem.message}`
  return { ...made, notes: [{ severity: 'warning', code: 'feed-content-used', message, source: uri }] }
}

/** A web address, or one of another kind that will be refused as such. */
export function isAddress(input: string): boolean {
  return /^https?:|^[a-z][a-z\d+.-]+:\/\//i.test(input)
}

function resolved(address: string, base: string | undefined): string {
  return URL.canParse(address, base) ? new URL(address, base).href : address
}

/** One page is read once, however its address is spelled; what follows # names a place on it. */
function keyOf(address: string): string {
  return resolved(address, undefined).replace(/#.*$/s, '')
}
