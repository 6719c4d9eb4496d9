/** What starts the reading of one thing. */
export type Task<T> = () => Promise<Result<T>>

/** Something, or more that it leads to (the entries of a feed), or nothing that is worth a word. */
export type Result<T> = { value: T } | { tasks: Task<T>[] } | null

/** Results in the order of the tasks, with no more than `ahead` of them begun before they are asked for. */
export async function* inOrder<T>(tasks: Iterable<Task<T>> | AsyncIterable<Task<T>>, ahead: number): AsyncGenerator<T> {
  const begun: Promise<Result<T>>[] = []
  for await (const task of tasks) {
    const result = task()
    // It is awaited in its turn; should the reader leave before, nobody misses it.
    result.catch(() => undefined)
    begun.push(result)
    if (begun.length >= ahead) yield* opened(await begun.shift(), ahead)
  }
  while (begun.length > 0) yield* opened(await begun.shift(), ahead)
}

async function* opened<T>(result: Result<T> | undefined, ahead: number): AsyncGenerator<T> {
  if (result === null || result === undefined) return
  if ('value' in result) yield result.value
  else yield* inOrder(result.tasks, ahead)
}
