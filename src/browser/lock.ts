import { open, stat, unlink, utimes } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'

const beat = 1_000
const stale = 10_000

/**
 * Does `work` while a lock file says so to others, waiting for theirs first. A holder that died is recognised by its
 * missing heartbeat. It spares work and is no guarantee: what `work` leaves behind must be put in place in one step.
 */
export async function withLock<T>(path: string, work: () => Promise<T>): Promise<T> {
  while (!(await taken(path))) await sleep(100)
  const heart = setInterval(() => {
    const now = new Date()
    utimes(path, now, now).catch(() => undefined)
  }, beat)
  try {
    return await work()
  } finally {
    clearInterval(heart)
    await unlink(path).catch(() => undefined)
  }
}

async function taken(path: string): Promise<boolean> {
  try {
    const file = await open(path, 'wx', 0o600)
    await file.close()
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    const age = await stat(path).then(
      ({ mtimeMs }) => Date.now() - mtimeMs,
      () => 0,
    )
    if (age > stale) await unlink(path).catch(() => undefined)
    return false
  }
}
