import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { didYouMean, ExitCode, UserError } from '../errors.js'
import { bundledBrowser, bundledRunsHere } from './bundled.js'
import { browsersDownloaded } from './downloaded.js'
import { browsersOnMachine, channels } from './machine.js'

export type BrowserOrigin = 'named' | 'machine' | 'bundled' | 'downloaded'

/** A browser that may do; `env` is added to our environment for its process alone. */
export interface Candidate {
  origin: BrowserOrigin
  path: string
  env: Record<string, string>
}

const steps = [
  'run npx puppeteer browsers install chrome-headless-shell',
  'or install Chrome, Chromium or Edge, or name one: --browser PATH',
]

/**
 * Browsers to try, best first: the one that is named (a path, a channel, `bundled`, `downloaded`), else one of the
 * machine, the one that came with `npm ci`, puppeteer's own download. Lazy: the bundled one is only unpacked if asked for.
 */
export async function* candidates(named: string | undefined, env: NodeJS.ProcessEnv): AsyncGenerator<Candidate> {
  const wanted = named ?? env.JIANBAO_BROWSER ?? env.PUPPETEER_EXECUTABLE_PATH
  if (wanted !== undefined && wanted !== '') {
    yield await namedBrowser(wanted, env)
    return
  }
  for (const path of await browsersOnMachine(env)) yield { origin: 'machine', path, env: {} }
  let failure: unknown
  if (bundledRunsHere()) {
    const bundled = await bundledBrowser(env).catch((error: unknown) => {
      failure = error
      return null
    })
    if (bundled !== null) yield { origin: 'bundled', ...bundled }
  }
  for (const path of await browsersDownloaded(env)) yield { origin: 'downloaded', path, env: {} }
  // Last: a browser that was downloaded does as well as one that could not be unpacked.
  if (failure !== undefined) throw failure
}

async function namedBrowser(wanted: string, env: NodeJS.ProcessEnv): Promise<Candidate> {
  if (wanted === 'bundled') {
    if (!bundledRunsHere()) throw notFound('the browser that comes with jianbao runs on Linux x64 only')
    return { origin: 'bundled', ...(await bundledBrowser(env)) }
  }
  if (wanted === 'downloaded') {
    const [path] = await browsersDownloaded(env)
    if (path === undefined) throw notFound('puppeteer has not downloaded a browser yet')
    return { origin: 'downloaded', path, env: {} }
  }
  if (channels.includes(wanted)) {
    const [path] = await browsersOnMachine(env, wanted)
    if (path === undefined) throw notFound(`no browser of the channel "${wanted}" is installed on this machine`)
    return { origin: 'named', path, env: {} }
  }
  return { origin: 'named', path: existingPath(wanted), env: {} }
}

function existingPath(wanted: string): string {
  const path = resolve(wanted)
  if (existsSync(path)) return path
  const near = didYouMean(wanted, [...channels, 'bundled', 'downloaded'])
  throw notFound(`there is no browser at "${wanted}"${near === undefined ? '' : `; did you mean "${near}"?`}`)
}

/** Exit code 4, `browser-not-found`. `tried`: a line for each browser that was there and did not start. */
export function notFound(message: string, tried: string[] = [], cause?: unknown): UserError {
  return new UserError({
    code: 'browser-not-found',
    exitCode: ExitCode.service,
    message: [message, ...tried].join('; '),
    next: [...steps, 'then jianbao doctor shows what was found'],
    cause,
  })
}
