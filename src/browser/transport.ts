import type { Readable, Writable } from 'node:stream'
import type { ConnectionTransport } from 'puppeteer'

/** Chromium's debugging pipe: JSON messages, each ended by a zero byte. No port is opened that others could reach. */
export function pipeTransport(output: Writable, input: Readable): ConnectionTransport {
  let closed = false
  const transport: ConnectionTransport = {
    send: (message) => {
      // Nobody would ever answer, and whoever waits for it would keep this process alive.
      if (closed) throw new Error('the browser has closed its pipe')
      output.write(`${message}\0`)
    },
    close: () => output.destroy(),
  }
  let parts: Buffer[] = []
  input.on('data', (chunk: Buffer) => {
    let start = 0
    for (let end = chunk.indexOf(0); end !== -1; end = chunk.indexOf(0, start)) {
      parts.push(chunk.subarray(start, end))
      const message = Buffer.concat(parts).toString('utf8')
      parts = []
      start = end + 1
      transport.onmessage?.(message)
    }
    if (start < chunk.length) parts.push(chunk.subarray(start))
  })
  input.once('close', () => {
    closed = true
    transport.onclose?.()
  })
  // A browser that dies breaks the pipe; its exit is what is reported.
  output.on('error', () => undefined)
  input.on('error', () => undefined)
  return transport
}
