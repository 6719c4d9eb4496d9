import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { collect } from '../../src/collect/index.js'
import type { NetworkParts } from '../../src/collect/network/index.js'
import { LIMITS, type Limits } from '../../src/collect/network/parts.js'
import type { Collected } from '../../src/model/index.js'

export type Answer = (request: IncomingMessage, response: ServerResponse) => void

/** A real server on loopback. What it was asked is in `asked`; what has no answer of its own is 404. */
export async function openSite(answers: Record<string, Answer | string>, host = '127.0.0.1') {
  const asked: string[] = []
  const server = createServer((request, response) => {
    asked.push(request.url ?? '')
    const answer = answers[request.url ?? '']
    if (typeof answer === 'string') response.setHeader('content-type', 'text/html; charset=utf-8').end(answer)
    else if (answer !== undefined) answer(request, response)
    else response.writeHead(404).end('nothing here')
  })
  await new Promise<void>((resolve) => server.listen(0, host, resolve))
  const { port } = server.address() as AddressInfo
  return {
    port,
    origin: `http://${host}:${port}`,
    asked,
    pages: () => asked.filter((path) => path !== '/robots.txt'),
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** Parts that wait for nobody and leave nothing behind; `slept` holds what would have been waited. */
export function quickParts(limits: Partial<Limits> = {}): Partial<NetworkParts> & { slept: number[] } {
  const slept: number[] = []
  return {
    slept,
    cache: null,
    gap: 0,
    random: () => 0.5,
    sleep: async (milliseconds) => {
      slept.push(milliseconds)
    },
    limits: { ...LIMITS, ...limits },
  }
}

export async function read(
  input: string | string[],
  network: Partial<NetworkParts>,
  allowPrivateNetwork = true,
): Promise<Collected[]> {
  return collect([input].flat(), { cwd: '/', allowPrivateNetwork, network })
}

export async function readOne(input: string, network: Partial<NetworkParts>, allow = true): Promise<Collected> {
  const [first, ...others] = await read(input, network, allow)
  if (first === undefined || others.length > 0) throw new Error(`${others.length + 1} sources`)
  return first
}

export function page(title: string, ...paragraphs: string[]): string {
  const body = paragraphs.map((text) => `<p>${text}</p>`).join('')
  return `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${title}</title></head><body><h1>${title}</h1><div>${body}</div></body></html>`
}
