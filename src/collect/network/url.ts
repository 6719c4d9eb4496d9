import { isIP } from 'node:net'
import { refusedAddress } from './address.js'
import { Trouble, urlRefused } from './trouble.js'

/**
 * The address as browsers understand it (WHATWG URL: 0x7f.1, 2130706433 and １２７.0.0.1 are all 127.0.0.1), without
 * its fragment. Throws `Trouble` for what may not be asked.
 */
export function publicUrl(text: string, base: string | undefined, allowPrivate: boolean): URL {
  let url: URL
  try {
    url = new URL(text.trim(), base)
  } catch {
    throw new Trouble(urlRefused(text, 'it is no web address', 'Check how it is written.'))
  }
  url.hash = ''
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    throw new Trouble(urlRefused(text, 'only http and https are read', 'Save the page and name the file.'))
  if (url.username !== '' || url.password !== '')
    throw new Trouble(urlRefused(text, 'it holds a user name or password', 'Leave out what stands before the @.'))
  const reason = allowPrivate ? null : refusedHost(url.hostname)
  if (reason !== null) throw new Trouble(urlRefused(text, reason))
  return url
}

/** Names that mean this machine or this network wherever they are looked up (RFC 6761, RFC 6762). */
const LOCAL_NAME = /(?:^|\.)(?:localhost|localdomain|local|internal|intranet|lan|home\.arpa)$/

/** What keeps a host from being asked as far as its name tells; what the name leads to is checked on connecting. */
function refusedHost(hostname: string): string | null {
  const host = bareHost(hostname)
  if (isIP(host) !== 0) return refusedAddress(host)
  if (host === '') return 'it names no host'
  return LOCAL_NAME.test(host) ? 'it is a name of this machine or its network' : null
}

/** Without the brackets of IPv6 and without the trailing dots of a full name. */
export function bareHost(hostname: string): string {
  return hostname.replace(/^\[|\]$/g, '').replace(/\.+$/, '')
}
