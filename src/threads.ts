import { availableParallelism } from 'node:os'
import { setFlagsFromString } from 'node:v8'
import { Worker } from 'node:worker_threads'

interface Waiting<Task, Result> {
  task: Task
  resolve(result: Result): void
}

interface Thread<Task, Result> {
  worker: Worker
  /** Whether it said that it has begun. */
  ready: boolean
  /** What it was handed, the first in work. */
  handed: Waiting<Task, Result>[]
}

export interface ThreadsOptions<Task, Result> {
  /** The file that a thread runs: it posts `ready` once, then one result for each task, in order. */
  file: string
  /** What every thread is given when it begins. */
  data: unknown
  size: number
  /** The result of a task during which its thread ended. */
  lost(task: Task): Result
  /** Does a task here, where no thread can be had. */
  here(task: Task): Result
}

/** Handed to a thread before it asks, so that none waits. */
const MOST_HANDED = 2

/** More of them wait for the one thread that collects. */
const MOST_THREADS = 8

/**
 * Each thread optimises for itself: of several hundred pages a sixth of the time goes there unless it is done later.
 * Engines after Node 20's have another setting, and wait by themselves.
 */
function optimiseLater(): void {
  if (process.version.startsWith('v20.')) setFlagsFromString('--interrupt-budget=528000')
}

/** Threads that are worth their start on this machine; below two there are none. */
export function threadsHere(): number {
  return Math.min(availableParallelism(), MOST_THREADS)
}

/**
 * Does tasks in threads beside this one. A thread that ends (its memory is full, it crashed) costs the task in its hands
 * and no other: another takes its place.
 */
export class Threads<Task, Result> implements AsyncDisposable {
  readonly #queue: Waiting<Task, Result>[] = []
  readonly #threads = new Set<Thread<Task, Result>>()
  #over = false
  #unavailable = false

  constructor(private readonly options: ThreadsOptions<Task, Result>) {
    optimiseLater()
  }

  run(task: Task): Promise<Result> {
    return new Promise((resolve) => {
      this.#queue.push({ task, resolve })
      this.#hand()
    })
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#over = true
    await Promise.all([...this.#threads].map(({ worker }) => worker.terminate()))
  }

  #hand(): void {
    if (this.#unavailable) {
      for (const { task, resolve } of this.#queue.splice(0)) resolve(this.options.here(task))
      return
    }
    while (this.#queue.length > 0 && this.#threads.size < this.options.size) this.#start()
    for (;;) {
      const free = [...this.#threads].sort((a, b) => a.handed.length - b.handed.length)[0]
      if (free === undefined || free.handed.length >= MOST_HANDED) return
      const next = this.#queue.shift()
      if (next === undefined) return
      free.handed.push(next)
      free.worker.postMessage(next.task)
    }
  }

  #start(): void {
    const worker = new Worker(this.options.file, { workerData: this.options.data })
    const thread: Thread<Task, Result> = { worker, ready: false, handed: [] }
    this.#threads.add(thread)
    worker.on('message', (message: Result | 'ready') => {
      if (message === 'ready') thread.ready = true
      else thread.handed.shift()?.resolve(message)
      this.#hand()
    })
    // Its end is told by `exit`; an error without a listener would end the whole program.
    worker.on('error', () => undefined)
    worker.once('exit', () => this.#ended(thread))
  }

  #ended(thread: Thread<Task, Result>): void {
    this.#threads.delete(thread)
    if (this.#over) return
    // One that could not even begin will not begin the next time either.
    if (!thread.ready) this.#unavailable = true
    const inWork = thread.ready ? thread.handed.shift() : undefined
    inWork?.resolve(this.options.lost(inWork.task))
    this.#queue.unshift(...thread.handed)
    this.#hand()
  }
}
