import { randomUUID } from 'node:crypto'
import { readlinkSync } from 'node:fs'
import { hostname } from 'node:os'
import type { Claimant } from './editions.js'

let mine: Claimant | undefined

/** This process, as it signs its claims. */
export function thisProcess(): Claimant {
  mine ??= { host: host(), pid: process.pid, token: randomUUID() }
  return mine
}

/** True where the claimant was a process of this machine that is there no more. */
export function isGone(claimant: Claimant): boolean {
  const self = thisProcess()
  if (claimant.host !== self.host) return false
  if (claimant.pid === self.pid) return claimant.token !== self.token
  try {
    process.kill(claimant.pid, 0)
    return false
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH'
  }
}

function host(): string {
  try {
    // Two containers of one name count their processes apart.
    return `${hostname()} ${readlinkSync('/proc/self/ns/pid')}`
  } catch {
    return hostname()
  }
}
