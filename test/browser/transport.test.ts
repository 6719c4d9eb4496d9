import { PassThrough } from 'node:stream'
import { finished } from 'node:stream/promises'
import { describe, expect, it } from 'vitest'
import { pipeTransport } from '../../src/browser/transport.js'

describe('the debugging pipe', () => {
  it('puts messages together again, wherever the pipe cut them', async () => {
    const input = new PassThrough()
    const messages: string[] = []
    const transport = pipeTransport(new PassThrough(), input)
    transport.onmessage = (message) => messages.push(message)
    const bytes = Buffer.from('{"a":"简报"}\0{"b":1}\0{"c":2}\0')
    for (const byte of bytes) input.write(Buffer.from([byte]))
    input.end()
    await finished(input)
    expect(messages).toEqual(['{"a":"简报"}', '{"b":1}', '{"c":2}'])
  })

  it('refuses to ask a browser that is gone: a program that waits for its answer would never end', async () => {
    const input = new PassThrough()
    const transport = pipeTransport(new PassThrough(), input)
    input.destroy()
    await new Promise((resolve) => setImmediate(resolve))
    expect(() => transport.send('{}')).toThrow('closed')
  })
})
