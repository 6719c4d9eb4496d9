import type { LookupAddress } from 'node:dns'
import { lookup } from 'node:dns/promises'
import { readFileSync } from 'node:fs'
import { setTimeout } from 'node:timers/promises'
import { resourcePath } from '../../resources.js'
import { refusedAddress } from './address.js'
import { cacheFolder } from './cache.js'

/** Bytes and milliseconds. */
export interface Limits {
  /** As sent. */
  bytes: number
  /** Once unpacked. */
  inflated: number
  redirects: number
  /** Tries of one request, the first included. */
  attempts: number
  connectTime: number
  headersTime: number
  /** Between two pieces of a body. */
  idleTime: number
  /** One request, all of it. */
  wholeTime: number
  /** Longest wait that a server may ask for before a page is given up. */
  patience: number
  /** Requests at the same time, over all hosts. */
  concurrency: number
}

/** All addresses of a name, as `dns.promises.lookup(name, { all: true })` gives them. */
type Lookup = (hostname: string) => Promise<LookupAddress[]>

/** All that a request depends on beside the address: tests bring their own. */
export interface NetworkParts {
  lookup: Lookup
  /** Why an address may not be asked; null where it may. Not asked for where private addresses are allowed. */
  refused: (address: string) => string | null
  /** Milliseconds since 1970. */
  now: () => number
  /** From 0 to below 1. */
  random: () => number
  sleep: (milliseconds: number, signal?: AbortSignal) => Promise<void>
  /** Null keeps nothing on disk. */
  cache: string | null
  userAgent: string
  /** Pause between two requests to one host, in milliseconds. */
  gap: number
  limits: Limits
}

export const LIMITS: Limits = {
  bytes: 20_000_000,
  inflated: 50_000_000,
  redirects: 10,
  attempts: 3,
  connectTime: 10_000,
  headersTime: 20_000,
  idleTime: 20_000,
  wholeTime: 60_000,
  patience: 60_000,
  concurrency: 8,
}

/** @param contact where whoever runs the program can be reached. */
export function usualParts(contact?: string): NetworkParts {
  return {
    lookup: (hostname) => lookup(hostname, { all: true, verbatim: true }),
    refused: refusedAddress,
    now: Date.now,
    random: Math.random,
    sleep: async (milliseconds, signal) => {
      await setTimeout(milliseconds, undefined, { ...(signal && { signal }) })
    },
    cache: cacheFolder(process.env),
    userAgent: statedUserAgent(contact),
    gap: 500,
    limits: LIMITS,
  }
}

/** Who asks (RFC 9110 §10.1.5), and where the user said to be reached: `jianbao/0.1.0 (+mailto:desk@…)`. */
function statedUserAgent(contact: string | undefined): string {
  const { version } = JSON.parse(readFileSync(resourcePath('package.json'), 'utf8')) as { version: string }
  return `jianbao/${version}${contact === undefined ? '' : ` (+${contact})`}`
}
