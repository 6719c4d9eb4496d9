import { dirname, resolve } from 'node:path'
import type { Collected } from '../model/index.js'
import { inOrder } from './in-order.js'
import { locate } from './locate.js'
import type { NetworkParts } from './network/index.js'
import { isAddress, Reader } from './reader.js'

export interface CollectOptions {
  /** Absolute folder that relative inputs start from and that uris are relative to. */
  cwd: string
  /** Whether addresses of this machine and its own network may be asked. */
  allowPrivateNetwork?: boolean
  /** Address or page under which sites that are asked can reach the user. */
  userAgentContact?: string | undefined
  signal?: AbortSignal
  /** What `-` stands for; standard input where it is left out. */
  stdin?: AsyncIterable<Uint8Array | string>
  /** Parts of the network that are not the usual ones. */
  network?: Partial<NetworkParts>
}

/** Sources begun before they are asked for: enough to keep several hosts busy, few enough to hold in memory. */
const AHEAD = 16

/**
 * Files, folders, globs, addresses, feeds, lists of addresses and `-` → decoded sources, in input order, each once. A
 * folder is read with what is below it, sorted by name. An input that led to nothing has a `problem` in its place;
 * nothing is thrown for it. Throws only what `signal` was aborted with. One after another: no more than a few sources
 * are in memory, however many are named, unless the caller keeps them.
 */
export async function* collectEach(inputs: string[], options: CollectOptions): AsyncGenerator<Collected> {
  const { cwd, allowPrivateNetwork = false, userAgentContact, signal, stdin = process.stdin, network } = options
  await using reader = new Reader({
    cwd,
    stdin,
    allowPrivateNetwork,
    ...(userAgentContact !== undefined && { userAgentContact }),
    ...(signal && { signal }),
    ...(network && { parts: network }),
  })
  for await (const collected of inOrder(reader.tasks(inputs), AHEAD)) {
    signal?.throwIfAborted()
    yield collected
  }
}

/** All sources of `collectEach` at once, for a few. */
export async function collect(inputs: string[], options: CollectOptions): Promise<Collected[]> {
  const all: Collected[] = []
  for await (const collected of collectEach(inputs, options)) all.push(collected)
  return all
}

/** The folders that sources under these names may stand in; `cwd` stands for what is on the web or typed in. */
export async function foldersOf(inputs: string[], cwd: string): Promise<Set<string>> {
  const folders = new Set([cwd])
  for (const input of inputs) {
    const found = isAddress(input) ? null : await locate(input, cwd)
    if (found?.ok) for (const { path } of found.files) folders.add(dirname(path))
    // What cannot be read is told of by its name, which leads to a folder too.
    else if (found) folders.add(dirname(resolve(cwd, input)))
  }
  return folders
}
