import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { ExitCode, messageOf, UserError } from '../errors.js'

/** The process that made it stands in its name; its machine too, for containers may share a temporary folder. */
const ours = `jianbao-browser-${hostname().replace(/[^\w.]/g, '_')}-`

/**
 * Makes a new, empty profile folder for a browser.
 * @throws UserError `temporary-folder` (exit code 2)
 */
export async function makeProfile(): Promise<string> {
  return mkdtemp(join(tmpdir(), `${ours}${process.pid}-`)).catch((cause: unknown) => {
    throw new UserError({
      code: 'temporary-folder',
      exitCode: ExitCode.usage,
      message: `no file can be made in the folder for temporary files: ${messageOf(cause)}`,
      next: [`make ${tmpdir()} and let it be written to`, 'or name another folder in TMPDIR'],
      cause,
    })
  })
}

let swept: Promise<void> | undefined

/** Removes, once a process, the profiles of processes that were killed before they could. Never throws. */
export function sweepProfiles(): Promise<void> {
  swept ??= sweep().catch(() => undefined)
  return swept
}

async function sweep(): Promise<void> {
  const names = (await readdir(tmpdir())).filter((name) => name.startsWith(ours))
  const left = names.filter((name) => isGone(Number.parseInt(name.slice(ours.length), 10)))
  await Promise.allSettled(left.map((name) => rm(join(tmpdir(), name), { recursive: true, force: true })))
}

function isGone(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false
  try {
    process.kill(pid, 0)
    return false
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH'
  }
}
