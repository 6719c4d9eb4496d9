import { type ChildProcess, spawn } from 'node:child_process'
import { rmSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import type { Readable, Writable } from 'node:stream'
import type { Browser } from 'puppeteer'
import { browserArguments } from './arguments.js'
import { onExit } from './cleanup.js'
import type { Candidate } from './find.js'
import { Pages } from './pages.js'
import { makeProfile, sweepProfiles } from './profile.js'
import { loadPuppeteer } from './puppeteer.js'
import { pipeTransport } from './transport.js'

/** A running browser. */
export interface Launched {
  browser: Browser
  pages: Pages
  candidate: Candidate
  sandbox: boolean
  /** `HeadlessChrome/147.0.7727.0`. */
  version: string
  /** True once its process is gone or its pipe is broken. */
  dead(): boolean
  /** Ends the process and all its children, and removes its profile. Safe to call twice. */
  close(): Promise<void>
}

/** Starts one browser. Throws an Error with the end of its own messages where it does not answer in `timeout` ms. */
export async function launch(candidate: Candidate, sandbox: boolean, timeout: number): Promise<Launched> {
  const profile = await makeProfile()
  const child = start(candidate, profile, sandbox)
  const removed = { recursive: true, force: true, maxRetries: 3 }
  const release = onExit(() => {
    kill(child)
    rmSync(profile, removed)
  })
  const close = async () => {
    kill(child)
    await ended(child)
    release()
    await rm(profile, removed).catch(() => undefined)
  }
  try {
    const { browser, version } = await withDeadline(child, timeout, () => connect(child))
    void sweepProfiles()
    const dead = () => child.exitCode !== null || child.signalCode !== null || !browser.connected
    return { browser, pages: new Pages(browser), candidate, sandbox, version, dead, close }
  } catch (error) {
    await close()
    throw error
  }
}

function start(candidate: Candidate, profile: string, sandbox: boolean): ChildProcess {
  return spawn(candidate.path, browserArguments(profile, sandbox), {
    // A group of its own, so that its helpers end with it.
    detached: process.platform !== 'win32',
    env: { ...process.env, ...candidate.env },
    stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
  })
}

async function connect(child: ChildProcess): Promise<{ browser: Browser; version: string }> {
  const transport = pipeTransport(child.stdio[3] as Writable, child.stdio[4] as Readable)
  const puppeteer = await loadPuppeteer()
  // The session has a clock of its own, which a large document moves on.
  const browser = await puppeteer.connect({ transport, defaultViewport: null, protocolTimeout: 0 })
  return { browser, version: await browser.version() }
}

async function withDeadline<T>(child: ChildProcess, timeout: number, work: () => Promise<T>): Promise<T> {
  let said = ''
  child.stderr?.on('data', (chunk: Buffer) => {
    said = `${said}${chunk.toString()}`.slice(-2_000)
  })
  let timer: NodeJS.Timeout | undefined
  const failure = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${timeout} ms ${lastWords(said)}`.trim())), timeout)
    child.once('error', (error) => reject(error))
    // `close`, not `exit`: its last messages have been read by then.
    child.once('close', (code, signal) => reject(new Error(`ended with ${signal ?? code} ${lastWords(said)}`.trim())))
  })
  // The browser may end long after it answered; nobody waits for this then.
  failure.catch(() => undefined)
  try {
    return await Promise.race([work(), failure])
  } finally {
    clearTimeout(timer)
  }
}

function lastWords(said: string): string {
  const lines = said.split('\n').flatMap((line) => line.trim() || [])
  const telling = lines.filter((line) => /error|fatal|cannot|no such|sandbox|denied/i.test(line))
  return (telling.length > 0 ? telling : lines).slice(-2).join(' / ')
}

function kill(child: ChildProcess): void {
  if (child.pid === undefined) return
  try {
    if (process.platform === 'win32') child.kill('SIGKILL')
    else process.kill(-child.pid, 'SIGKILL')
  } catch {
    // Gone already.
  }
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return
  await new Promise((resolve) => child.once('exit', resolve))
}
