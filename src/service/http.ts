import { messageOf } from '../errors.js'
import { retryAfter } from '../retry-after.js'
import type { Secret } from './secret.js'
import { ServiceTrouble } from './trouble.js'

export interface Request {
  url: string
  method?: 'POST' | 'DELETE'
  headers: Record<string, string>
  body?: unknown
  key: Secret | null
  timeoutMs: number
  signal: AbortSignal | undefined
}

const largestAnswer = 4_000_000

/** Sends JSON and reads JSON. Throws a `ServiceTrouble` that never holds the key, or the signal's reason. */
export async function exchange(request: Request): Promise<unknown> {
  const deadline = AbortSignal.timeout(request.timeoutMs)
  const signal = request.signal ? AbortSignal.any([request.signal, deadline]) : deadline
  try {
    const response = await fetch(request.url, {
      method: request.method ?? 'POST',
      headers: { 'content-type': 'application/json', ...request.headers },
      ...(request.body !== undefined && { body: JSON.stringify(request.body) }),
      // A key is for the address that was named.
      redirect: 'error',
      signal,
    })
    const text = await limited(response)
    if (!response.ok) throw refused(response, text, request.key)
    return parsed(text)
  } catch (error) {
    request.signal?.throwIfAborted()
    throw error instanceof ServiceTrouble ? error : unreached(error, request, deadline)
  }
}

async function limited(response: Response): Promise<string> {
  const decoder = new TextDecoder()
  let text = ''
  for await (const chunk of response.body ?? []) {
    text += decoder.decode(chunk as Uint8Array, { stream: true })
    if (text.length > largestAnswer) throw new ServiceTrouble('answer', 'its answer is far too long')
  }
  return text + decoder.decode()
}

function parsed(text: string): unknown {
  if (text === '') return null
  try {
    return JSON.parse(text)
  } catch {
    throw new ServiceTrouble('answer', 'its answer is no JSON, or only half of one')
  }
}

const meanings: Record<number, string> = {
  401: 'the key was refused',
  402: 'the account has no credit',
  403: 'the key was refused',
  404: 'there is no such address or model',
  413: 'the request is too large for it',
  429: 'it was asked too often',
  456: 'the quota of the account is used up',
  529: 'it is overloaded',
}
const passing = new Set([408, 409, 425, 429, 500, 502, 503, 504, 529])

function refused(response: Response, text: string, key: Secret | null): ServiceTrouble {
  const { status, headers } = response
  const said = told(text, key)
  const meaning = meanings[status] ?? (status >= 500 ? 'it has trouble' : 'it does not accept the request')
  const wait = passing.has(status) ? retryAfter(headers.get('retry-after') ?? undefined, Date.now()) : undefined
  return new ServiceTrouble('service', `${meaning} (${status}${said && `: ${said}`})`, wait, status)
}

/** The service's own message, short and without the key. */
function told(text: string, key: Secret | null): string {
  const message = /"(?:message|error)"\s*:\s*"((?:[^"\\]|\\.)*)"/.exec(text)?.[1] ?? ''
  const plain = message.replace(/[\p{Cc}\p{Cf}]|\\./gu, ' ').trim()
  return (key ? key.removedFrom(plain) : plain).slice(0, 160)
}

function unreached(error: unknown, { timeoutMs, key }: Request, deadline: AbortSignal): ServiceTrouble {
  if (deadline.aborted) return new ServiceTrouble('service', `no answer within ${timeoutMs / 1000} s`, null)
  const cause = error instanceof Error && error.cause !== undefined ? error.cause : error
  const code = (cause as { code?: unknown }).code
  const reason = `cannot be reached: ${typeof code === 'string' ? code : messageOf(cause)}`
  return new ServiceTrouble('service', key ? key.removedFrom(reason) : reason, null)
}
