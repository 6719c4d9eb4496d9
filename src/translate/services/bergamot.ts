import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { ExitCode, messageOf, UserError } from '../../errors.js'
import type { TranslateSettings } from '../../model/index.js'
import { ServiceTrouble } from '../../service/index.js'
import { inOrder, withNames } from '../plain.js'
import type { Translator } from '../translator.js'
import { readModel } from './bergamot-model.js'

const engine = '@browsermt/bergamot-translator'
const pair = { from: 'zh', to: 'en' }

/**
 * The Bergamot engine (WebAssembly) in a thread of this process: nothing leaves the machine. The user installs the
 * engine and names a model; both are loaded with the first text.
 */
export async function bergamot(
  settings: TranslateSettings,
  own: NonNullable<TranslateSettings['bergamot']>,
  cwd: string,
): Promise<Translator> {
  const script = findEngine(cwd)
  // What is missing is said before anything is read.
  const model = await readModel(own.models)
  let thread: Thread | undefined
  const start = async (): Promise<Thread> => {
    const started = await startThread(script, settings.timeout * 1000)
    thread = started
    await started.call('initialize', [{ cacheSize: 0 }])
    await started.call('loadTranslationModel', [pair, model])
    return started
  }
  return {
    name: 'bergamot',
    label: 'Bergamot',
    origin: 'bergamot',
    most: { texts: 8, characters: 1500 },
    async translate(questions, signal) {
      signal?.throwIfAborted()
      const running = thread ?? (await start())
      const texts = questions.map((question) => ({ text: withNames(question), html: false, qualityScores: false }))
      const result = await running.call('translate', [{ models: [pair], texts }], signal)
      return { answers: inOrder(questions, textsOf(result)), usage: { inputTokens: 0, outputTokens: 0 } }
    },
    async [Symbol.asyncDispose]() {
      await thread?.end()
    },
  }
}

function textsOf(result: unknown): string[] | undefined {
  if (!Array.isArray(result)) return undefined
  const texts = result.map((each: { target?: { text?: unknown } } | null) => each?.target?.text)
  return texts.every((text) => typeof text === 'string') ? texts : undefined
}

/** Path of the engine's worker: in the user's project, or beside us. */
function findEngine(cwd: string): string {
  for (const from of [join(cwd, 'package.json'), import.meta.url]) {
    try {
      return join(dirname(createRequire(from).resolve(engine)), 'worker', 'translator-worker.js')
    } catch {
      // Looked for in the next place.
    }
  }
  throw new UserError({
    code: 'translator-not-installed',
    exitCode: ExitCode.usage,
    message: `The translator bergamot needs the package ${engine}, which is not installed.`,
    next: [`npm install ${engine}@0.4.9`, 'Or use --translate none.'],
  })
}

interface Thread {
  call(name: string, args: unknown[], signal?: AbortSignal): Promise<unknown>
  end(): Promise<unknown>
}

/**
 * Runs the engine's worker as the CommonJS that it is written in: its package calls itself a module, so that Node would
 * not find `require` in it.
 */
async function startThread(script: string, timeoutMs: number): Promise<Thread> {
  const source = await readFile(script, 'utf8')
  const places = `var __filename = ${JSON.stringify(script)}, __dirname = ${JSON.stringify(dirname(script))};\n`
  const worker = new Worker(places + source, { eval: true, stdout: true, stderr: true })
  worker.unref()
  const waiting = new Map<number, { resolve(value: unknown): void; reject(error: unknown): void }>()
  const failAll = (error: unknown): void => {
    for (const { reject } of waiting.values()) reject(new ServiceTrouble('service', messageOf(error)))
  }
  worker.on('message', ({ id, result, error }: { id: number; result?: unknown; error?: { message: string } }) => {
    if (error) waiting.get(id)?.reject(new ServiceTrouble('service', error.message))
    else waiting.get(id)?.resolve(result)
    waiting.delete(id)
  })
  worker.on('error', failAll)
  worker.on('exit', () => failAll('it ended'))
  let last = 0
  return {
    call: (name, args, signal) =>
      new Promise((resolve, reject) => {
        const id = ++last
        const stop = AbortSignal.timeout(timeoutMs)
        stop.addEventListener('abort', () =>
          reject(new ServiceTrouble('service', `no answer within ${timeoutMs / 1000} s`)),
        )
        signal?.addEventListener('abort', () => reject(signal.reason))
        waiting.set(id, { resolve, reject })
        worker.ref()
        worker.postMessage({ id, name, args })
      }),
    end: () => worker.terminate(),
  }
}
