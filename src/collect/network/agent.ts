import type { LookupAddress } from 'node:dns'
import { isIP, type LookupFunction } from 'node:net'
import { Agent, buildConnector } from 'undici'
import type { NetworkParts } from './parts.js'
import { leadsToRefused, notReached, Trouble } from './trouble.js'
import { bareHost } from './url.js'

type Parts = Pick<NetworkParts, 'lookup' | 'refused'>

/**
 * Connections that can only be made to public addresses. Each connection looks its name up once and is made to what
 * was then judged, so that a name which answers differently the second time gains nothing.
 */
export function guardedAgent({ limits, ...parts }: Parts & Pick<NetworkParts, 'limits'>, allowPrivate: boolean): Agent {
  const refusedAddress = (address: string) => (allowPrivate ? null : parts.refused(address))
  const guarded = guardedLookup({ ...parts, refused: refusedAddress })
  const connector = buildConnector({ timeout: limits.connectTime, lookup: guarded, allowH2: false })
  return new Agent({
    connections: 2,
    headersTimeout: limits.headersTime,
    bodyTimeout: limits.idleTime,
    maxHeaderSize: 65_536,
    connect(options, callback) {
      // No look-up is made for an address in figures.
      const host = bareHost(options.hostname)
      const reason = isIP(host) === 0 ? null : refusedAddress(host)
      if (reason !== null) return callback(new Trouble(leadsToRefused(host, host, reason)), null)
      connector(options, (...result) => {
        const [error, socket] = result
        if (error !== null) return callback(error, null)
        // Undefined where the other side has hung up at once.
        const peer = socket.remoteAddress
        const refused = peer === undefined ? null : refusedAddress(peer)
        if (peer === undefined || refused === null) return callback(null, socket)
        socket.destroy()
        callback(new Trouble(leadsToRefused(host, peer, refused)), null)
      })
    },
  })
}

function guardedLookup(parts: Parts): LookupFunction {
  return (hostname, options, callback) => {
    judged(parts, hostname).then(
      (addresses) => {
        const wanted = addresses.filter(({ family }) => !options.family || family === options.family)
        const [first] = wanted
        if (first === undefined) callback(new Trouble(notReached(hostname, 'its name has no address')), [])
        else if (options.all) callback(null, wanted)
        else callback(null, first.address, first.family)
      },
      (error: NodeJS.ErrnoException) => callback(error, []),
    )
  }
}

/** One private address among public ones is enough to refuse: honest names have none. */
async function judged({ lookup, refused }: Parts, hostname: string): Promise<LookupAddress[]> {
  const addresses = await lookup(hostname)
  for (const { address } of addresses) {
    const reason = refused(address)
    if (reason !== null) throw new Trouble(leadsToRefused(hostname, address, reason))
  }
  return addresses
}
