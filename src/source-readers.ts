import { shippedVocabulary, type Term, type Vocabulary } from './localise/index.js'
import type { Collected } from './model/index.js'
import { failed, type Read, readSource, type ToRead, type Way } from './one-source.js'
import type { WorkerStart } from './reading-worker.js'
import { resourcePath } from './resources.js'
import { Threads, threadsHere } from './threads.js'

export interface ReadersOptions {
  way: Way
  cwd: string
  /** What English is built from here, and the corrected terms of which threads make the same; of use where the way has a lens. */
  english?: { vocabulary: Vocabulary; corrected: Term[] }
}

/** Sources, and characters of them, that are read here before threads are worth their start: half a second of work. */
const FEW_SOURCES = 24
const FEW_CHARACTERS = 4_000_000
/** Sources that are on their way for each thread. */
const AHEAD = 3

export interface ReadSource extends Read {
  uri: string
  digest: string | null
}

/**
 * Collected sources → what each says, in the same order and the same to the byte however many threads read them. A few
 * are read here, in one thread; no more than a few are in memory.
 */
export async function* readSources(
  collected: AsyncIterable<Collected>,
  options: ReadersOptions,
): AsyncGenerator<ReadSource> {
  await using readers = new SourceReaders(options)
  const begun: Promise<ReadSource>[] = []
  for await (const { uri, source, problem, notes = [] } of collected) {
    const known = [...notes, ...(problem ? [problem] : [])]
    const read = source ? readers.read({ source, notes: known }) : { article: null, summary: null, notes: known }
    const digest = source?.digest ?? null
    begun.push(Promise.resolve(read).then((each) => ({ uri, digest, ...each })))
    const next = begun.length > readers.ahead ? begun.shift() : undefined
    if (next) yield await next
  }
  for (const each of begun) yield await each
}

class SourceReaders implements AsyncDisposable {
  #sources = 0
  #characters = 0
  #threads: Threads<ToRead, Read> | undefined

  constructor(private readonly options: ReadersOptions) {}

  get #vocabulary(): Vocabulary {
    return this.options.english?.vocabulary ?? shippedVocabulary
  }

  /** Sources to begin before the first of them is waited for. */
  get ahead(): number {
    return this.#threads ? threadsHere() * AHEAD : 0
  }

  read(task: ToRead): Read | Promise<Read> {
    const many = this.#sources >= FEW_SOURCES || this.#characters >= FEW_CHARACTERS
    this.#sources++
    this.#characters += task.source.text.length
    if (many && threadsHere() > 1) return this.#inThread(task)
    return readSource(task, this.options.way, this.#vocabulary)
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#threads?.[Symbol.asyncDispose]()
  }

  #inThread(task: ToRead): Promise<Read> {
    const { way, cwd, english } = this.options
    const terms = english?.corrected ?? []
    this.#threads ??= new Threads<ToRead, Read>({
      file: resourcePath('dist', 'cli', 'reading-worker.js'),
      data: { way, cwd, terms } satisfies WorkerStart,
      size: threadsHere(),
      lost: ({ source }) => failed(source.uri, 'the thread that read it ended'),
      here: (each) => readSource(each, way, this.#vocabulary),
    })
    return this.#threads.run(task)
  }
}
