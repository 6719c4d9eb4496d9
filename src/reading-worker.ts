import { parentPort, workerData } from 'node:worker_threads'
import { shippedVocabulary, type Term } from './localise/index.js'
import { readSource, type ToRead, type Way } from './one-source.js'
import { vocabularyFor } from './terms.js'

/** What a thread is given when it begins. */
export interface WorkerStart {
  way: Way
  cwd: string
  /** Terms as persons corrected them. */
  terms: Term[]
}

// The file of a thread that reads sources: see `SourceReaders`.
if (parentPort !== null) await serve(parentPort, workerData as WorkerStart)

async function serve(port: NonNullable<typeof parentPort>, { way, cwd, terms }: WorkerStart): Promise<void> {
  const vocabulary = way.lens === null ? shippedVocabulary : await vocabularyFor(cwd, terms)
  port.on('message', (task: ToRead) => port.postMessage(readSource(task, way, vocabulary)))
  port.postMessage('ready')
}
