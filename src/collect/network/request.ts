import type { Dispatcher } from 'undici'
import { messageOf } from '../../errors.js'
import { retryAfter } from '../../retry-after.js'
import { readBody } from './body.js'
import type { NetworkParts } from './parts.js'
import { httpStatus, notReached, Trouble, timedOut, tooLarge } from './trouble.js'

/** What one address answered: a page, another address, or that nothing changed since it was last asked. */
export type Answer =
  | { kind: 'page'; body: Buffer; headers: Record<string, string> }
  | { kind: 'elsewhere'; location: string }
  | { kind: 'unchanged' }

type Parts = Pick<NetworkParts, 'limits' | 'userAgent' | 'now'>

const ACCEPT = 'text/html,application/xhtml+xml,application/feed+json,application/xml;q=0.9,*/*;q=0.8'

/** One GET of one address, followed nowhere. Throws `Trouble`. */
export async function request(
  dispatcher: Dispatcher,
  url: URL,
  conditions: Record<string, string>,
  parts: Parts,
  signal: AbortSignal | undefined,
): Promise<Answer> {
  const whole = AbortSignal.timeout(parts.limits.wholeTime)
  try {
    const response = await dispatcher.request({
      origin: url.origin,
      path: url.pathname + url.search,
      method: 'GET',
      headers: {
        'user-agent': parts.userAgent,
        accept: ACCEPT,
        'accept-language': 'zh-CN,zh;q=0.9,*;q=0.5',
        'accept-encoding': 'gzip, deflate, br',
        ...conditions,
      },
      signal: signal === undefined ? whole : AbortSignal.any([whole, signal]),
    })
    return await answerOf(response, url.href, parts)
  } catch (error) {
    signal?.throwIfAborted()
    throw error instanceof Trouble ? error : troubleOf(error, url.href)
  }
}

async function answerOf(response: Dispatcher.ResponseData, url: string, parts: Parts): Promise<Answer> {
  const { statusCode: status, body } = response
  // A body that is given up tells so once more, to nobody.
  body.on('error', () => undefined)
  const headers = Object.fromEntries(
    Object.entries(response.headers).map(([name, value]) => [name, [value ?? ''].flat().join(', ')]),
  )
  const location = headers.location
  if (status === 304) return discard(body, { kind: 'unchanged' })
  if (status >= 300 && status < 400 && location !== undefined)
    return discard(body, { kind: 'elsewhere', location: readableLocation(location) })
  if (status < 200 || status >= 300) {
    const wait = retryAfter(headers['retry-after'], parts.now())
    await discard(body, null)
    throw new Trouble(httpStatus(url, status, wait ?? undefined), TEMPORARY.has(status) ? wait : undefined, status)
  }
  if (Number(headers['content-length'] ?? 0) > parts.limits.bytes) {
    await discard(body, null)
    throw new Trouble(tooLarge(url, parts.limits.bytes, 'sent'))
  }
  return { kind: 'page', headers, body: await readBody(body, headers['content-encoding'] ?? '', url, parts.limits) }
}

const TEMPORARY = new Set([408, 425, 429, 500, 502, 503, 504])

/** What is not read is thrown away, up to a little: past that the connection is. */
async function discard<T>(body: Dispatcher.ResponseData['body'], value: T): Promise<T> {
  await body.dump({ limit: 65_536 }).catch(() => undefined)
  return value
}

/** Some servers send the address as raw UTF-8, which arrives byte by byte. */
function readableLocation(location: string): string {
  const bytes = Buffer.from(location, 'latin1')
  const text = bytes.toString('utf8')
  return text.includes('\ufffd') ? location : text
}

const TIMES: Record<string, string> = {
  UND_ERR_CONNECT_TIMEOUT: 'no connection came about',
  ETIMEDOUT: 'no connection came about',
  UND_ERR_HEADERS_TIMEOUT: 'no answer came',
  UND_ERR_BODY_TIMEOUT: 'the answer stopped half-way',
  TimeoutError: 'the answer did not end',
}

const REASONS: Record<string, string> = {
  ENOTFOUND: 'there is no such name',
  EAI_AGAIN: 'its name could not be looked up',
  ECONNREFUSED: 'nothing answers there',
  ECONNRESET: 'the connection was cut',
  UND_ERR_SOCKET: 'the connection was cut',
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: 'the answer is not as long as it says',
  ENETUNREACH: 'this machine has no way there',
  EHOSTUNREACH: 'this machine has no way there',
}

/** For good, or nothing that another try would mend. */
const FINAL = new Set(['ENOTFOUND', 'UND_ERR_HEADERS_OVERFLOW'])

function troubleOf(error: unknown, url: string): Trouble {
  for (const each of causesOf(error)) {
    if (each instanceof Trouble) return each
    const code = 'code' in each && typeof each.code === 'string' ? each.code : each.name
    if (TIMES[code] !== undefined) return new Trouble(timedOut(url, TIMES[code]), null)
    if (REASONS[code] !== undefined)
      return new Trouble(notReached(url, REASONS[code]), FINAL.has(code) ? undefined : null)
    if (/^HPE_/.test(code)) return new Trouble(notReached(url, 'its answer is not HTTP'))
    if (/CERT|SELF_SIGNED|UNABLE_TO_VERIFY|^ERR_TLS|^ERR_SSL|^EPROTO/.test(code))
      return new Trouble(notReached(url, `its identity cannot be proved (${code})`))
  }
  return new Trouble(notReached(url, messageOf(error)))
}

/** The error, what it wraps and what it gathers (several addresses tried at once). */
function causesOf(error: unknown): Error[] {
  const found: Error[] = []
  const pending: unknown[] = [error]
  while (pending.length > 0 && found.length < 20) {
    const each = pending.shift()
    if (!(each instanceof Error)) continue
    found.push(each)
    if (each.cause !== undefined) pending.push(each.cause)
    if (each instanceof AggregateError) pending.push(...each.errors)
  }
  return found
}
