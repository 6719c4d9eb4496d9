import { messageOf, UserError } from '../errors.js'
import type { Note } from '../model/index.js'
import { sandboxRefused } from './arguments.js'
import { type Candidate, candidates, notFound } from './find.js'
import { type Launched, launch } from './launch.js'

export interface Chosen {
  launched: Launched
  notes: Note[]
}

/**
 * Starts the best browser that starts: one that was found but is broken is passed over with a note, one that the user
 * named is not.
 * @throws UserError `browser-not-found` (exit code 4)
 */
export async function choose(named: string | undefined, env: NodeJS.ProcessEnv, timeout: number): Promise<Chosen> {
  const notes: Note[] = []
  const tried: string[] = []
  let cause: unknown
  try {
    for await (const candidate of candidates(named, env)) {
      try {
        return { launched: await launchSafely(candidate, timeout, notes), notes }
      } catch (error) {
        // What the user can mend would keep every other browser from starting too.
        if (error instanceof UserError) throw error
        cause = error
        tried.push(`${candidate.path}: ${messageOf(error)}`)
        notes.push(unusable(candidate, error))
      }
    }
  } catch (error) {
    if (error instanceof UserError) throw error
    cause = error
    tried.push(messageOf(error))
  }
  throw notFound(tried.length === 0 ? 'no browser was found' : 'no browser could be started', tried, cause)
}

/** The same browser again, after a crash or for a fresh start. */
export async function relaunch({ candidate, sandbox }: Launched, timeout: number): Promise<Launched> {
  return launch(candidate, sandbox, timeout)
}

async function launchSafely(candidate: Candidate, timeout: number, notes: Note[]): Promise<Launched> {
  if (sandboxRefused()) {
    const launched = await launch(candidate, false, timeout)
    notes.push(noSandbox('it runs as root', 'Run jianbao as an ordinary user.'))
    return launched
  }
  try {
    return await launch(candidate, true, timeout)
  } catch (error) {
    if (process.platform !== 'linux') throw error
    // Containers and some kernels allow no user namespaces: the browser then ends at once.
    const launched = await launch(candidate, false, timeout).catch(() => {
      throw error
    })
    notes.push(
      noSandbox('this machine allows none', 'Allow unprivileged user namespaces, or accept it in a container.'),
    )
    return launched
  }
}

function noSandbox(why: string, hint: string): Note {
  const message = `The browser runs without its sandbox: ${why}.`
  return { severity: 'info', code: 'browser-without-sandbox', message, hint }
}

function unusable({ path }: Candidate, error: unknown): Note {
  const message = `A browser was found at ${path} but did not start: ${messageOf(error)}.`
  return { severity: 'warning', code: 'browser-unusable', message, hint: 'Name another with --browser.' }
}
