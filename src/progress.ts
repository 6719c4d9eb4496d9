import { type Step, steps } from './steps.js'

const labels: Record<Step, string> = {
  collect: 'Collect sources',
  analyse: 'Read articles',
  crosscheck: 'Read a second time',
  compare: 'Compare organisations',
  translate: 'Translate what cannot be built',
  compose: 'Compose pages and charts',
  print: 'Print through Chromium',
  inspect: 'Inspect the PDF',
  write: 'Write',
}

/** Shows a run's steps on standard error: live in a terminal, a line each elsewhere. */
export async function withProgress<T>(
  planned: readonly Step[],
  quiet: boolean,
  run: (onStep: (step: Step, detail: string) => void) => Promise<T>,
): Promise<T> {
  if (quiet) return run(() => undefined)
  if (!process.stderr.isTTY) {
    return run((step, detail) => process.stderr.write(`${labels[step]}: ${detail}\n`))
  }
  // Half the size of all the rest: loaded for those who see it.
  const { Listr } = await import('listr2')
  const waiting = new Map(planned.map((step) => [step, deferred()]))
  const work = run((step, detail) => waiting.get(step)?.resolve(detail))
  work.catch((error) => {
    for (const { reject } of waiting.values()) reject(error)
  })
  const tasks = steps.flatMap((step) => {
    const detail = waiting.get(step)
    return detail
      ? [
          {
            title: labels[step],
            task: (_: unknown, task: { title: string }) =>
              detail.promise.then((text) => {
                task.title = `${labels[step]}: ${text}`
              }),
          },
        ]
      : []
  })
  await new Listr(tasks, { rendererOptions: { collapseErrors: false } }).run().catch(() => undefined)
  return work
}

/** A promise settled from outside: `Promise.withResolvers` of Node 22. */
function deferred() {
  let resolve: (detail: string) => void = () => undefined
  let reject: (error: unknown) => void = () => undefined
  const promise = new Promise<string>((yes, no) => {
    resolve = yes
    reject = no
  })
  return { promise, resolve, reject }
}
