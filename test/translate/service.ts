import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { TranslateSettings } from '../../src/model/index.js'
import { TranslateSettings as Settings } from '../../src/model/index.js'

/** The protocol of one service, as its documentation has it: what a request asks, and how an answer looks. */
export interface Protocol {
  name: 'openai' | 'anthropic' | 'deepl' | 'libretranslate'
  path: string
  settings(url: string): Partial<TranslateSettings>
  /** The Chinese texts; throws where the request is not what the service documents. */
  asked(request: Received): string[]
  answer(texts: readonly string[], request: Received): unknown
}

export interface Received {
  method: string
  path: string
  headers: IncomingMessage['headers']
  body: Record<string, unknown>
}

export const key = 'key-that-nobody-may-see'

interface Texts {
  texts: { id: string; zh: string; names?: Record<string, string>; refused?: string[] }[]
}

function dataOf(request: Received): Texts['texts'] {
  const messages = request.body.messages as { role: string; content: string }[]
  return (JSON.parse(messages.at(-1)?.content ?? '') as Texts).texts
}

function translationsOf(texts: readonly string[], request: Received) {
  return { translations: dataOf(request).map(({ id }, at) => ({ id, en: texts[at] ?? '' })) }
}

export const protocols: Protocol[] = [
  {
    name: 'openai',
    path: '/chat/completions',
    settings: (url) => ({ openai: { url, model: 'small', keyFrom: 'TEST_KEY' } }),
    asked(request) {
      if (request.headers.authorization !== `Bearer ${key}`) throw new Error('no key')
      if (request.body.model !== 'small') throw new Error('no model')
      return dataOf(request).map(({ zh }) => zh)
    },
    answer: (texts, request) => ({
      id: 'chatcmpl-1',
      object: 'chat.completion',
      choices: [
        {
          index: 0,
          finish_reason: 'stop',
          message: { role: 'assistant', content: JSON.stringify(translationsOf(texts, request)) },
        },
      ],
      usage: { prompt_tokens: 11, completion_tokens: 7, total_tokens: 18 },
    }),
  },
  {
    name: 'anthropic',
    path: '/v1/messages',
    settings: (url) => ({ anthropic: { url, model: 'small', keyFrom: 'TEST_KEY' } }),
    asked(request) {
      if (request.headers['x-api-key'] !== key) throw new Error('no key')
      if (request.headers['anthropic-version'] !== '2023-06-01') throw new Error('no version')
      if (typeof request.body.max_tokens !== 'number') throw new Error('no max_tokens')
      return dataOf(request).map(({ zh }) => zh)
    },
    answer: (texts, request) => ({
      id: 'msg_1',
      type: 'message',
      role: 'assistant',
      content: [{ type: 'tool_use', id: 'toolu_1', name: 'give_translations', input: translationsOf(texts, request) }],
      stop_reason: 'tool_use',
      usage: { input_tokens: 11, output_tokens: 7 },
    }),
  },
  {
    name: 'deepl',
    path: '/v2/translate',
    settings: (url) => ({ deepl: { url, keyFrom: 'TEST_KEY' } }),
    asked(request) {
      if (request.headers.authorization !== `DeepL-Auth-Key ${key}`) throw new Error('no key')
      if (request.body.source_lang !== 'ZH') throw new Error('no source_lang')
      return request.body.text as string[]
    },
    answer: (texts) => ({ translations: texts.map((text) => ({ detected_source_language: 'ZH', text })) }),
  },
  {
    name: 'libretranslate',
    path: '/translate',
    settings: (url) => ({ libretranslate: { url, keyFrom: 'TEST_KEY' } }),
    asked(request) {
      if (request.body.api_key !== key) throw new Error('no key')
      if (request.body.source !== 'zh' || request.body.target !== 'en') throw new Error('no languages')
      return request.body.q as string[]
    },
    answer: (texts) => ({ translatedText: texts }),
  },
]

/** One answer of the server: JSON, a status with headers, raw bytes, or none at all. */
export type Reply =
  | { texts: (asked: string[], request: Received) => string[] }
  | { status: number; headers?: Record<string, string>; json?: unknown }
  | { raw: string }
  | { cut: true }
  | { hang: true }

/** A real HTTP server on loopback that answers with `replies` in turn, the last of them for ever. */
export class Service {
  readonly received: Received[] = []
  readonly replies: Reply[] = []
  /** Names of glossaries that were made and not taken away. */
  readonly glossaries = new Set<string>()

  private constructor(
    private readonly server: Server,
    private readonly protocol: Protocol,
  ) {}

  static async start(protocol: Protocol): Promise<Service> {
    const server = createServer((request, response) => void service.serve(request, response))
    const service = new Service(server, protocol)
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    return service
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`
  }

  settings(more: Partial<TranslateSettings> = {}): TranslateSettings {
    return Settings.parse({ with: this.protocol.name, ...this.protocol.settings(this.url), ...more })
  }

  get requests(): number {
    return this.received.length
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.server.closeAllConnections()
    await new Promise((done) => this.server.close(done))
  }

  private async serve(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    let text = ''
    for await (const chunk of incoming) text += String(chunk)
    const { method = '', url: path = '', headers } = incoming
    const request = { method, path, headers, body: text === '' ? {} : (JSON.parse(text) as Record<string, unknown>) }
    if (path.startsWith('/v2/glossaries')) return this.glossary(request, response)
    if (path !== this.protocol.path) return send(response, 404, { error: { message: 'no such path' } })
    this.received.push(request)
    const reply = this.replies.length > 1 ? this.replies.shift() : this.replies[0]
    if (!reply || 'hang' in reply) return
    if ('cut' in reply) {
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': '500' })
      response.write('{"transl')
      setTimeout(() => response.destroy(), 20)
      return
    }
    if ('raw' in reply) return send(response, 200, reply.raw)
    if ('status' in reply) return send(response, reply.status, reply.json ?? {}, reply.headers)
    try {
      const answer = this.protocol.answer(reply.texts(this.protocol.asked(request), request), request)
      send(response, 200, answer)
    } catch (error) {
      send(response, 400, { error: { message: String(error) } })
    }
  }

  private glossary(request: Received, response: ServerResponse): void {
    if (request.method === 'DELETE') {
      this.glossaries.delete(request.path.split('/').at(-1) ?? '')
      response.writeHead(204).end()
      return
    }
    const id = `g${this.glossaries.size + 1}`
    this.glossaries.add(id)
    send(response, 201, { glossary_id: id, ready: true, entry_count: 1 })
  }
}

function send(response: ServerResponse, status: number, body: unknown, headers: Record<string, string> = {}): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers })
  response.end(typeof body === 'string' ? body : JSON.stringify(body))
}
