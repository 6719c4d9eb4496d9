import dns from 'node:dns'
import promises from 'node:dns/promises'
import { syncBuiltinESMExports } from 'node:module'
import { isIP, Socket } from 'node:net'

// No test may depend on the world outside: names other than this machine's are not found, other addresses not reached.
const lookup = dns.lookup
const lookupPromise = promises.lookup
const connect = Socket.prototype.connect

function offline(target: string): Error {
  return Object.assign(new Error(`a test asked for ${target}: tests have no network`), { code: 'ENOTFOUND' })
}

function isHere(host: string): boolean {
  return host === '' || host === 'localhost' || /^127\.|^(?:::1|::ffff:127\.\d+\.\d+\.\d+)$/.test(host)
}

Object.defineProperty(dns, 'lookup', {
  configurable: true,
  value: (host: string, ...rest: unknown[]) => {
    if (isHere(host) || isIP(host) !== 0) return Reflect.apply(lookup, dns, [host, ...rest])
    const callback = rest.at(-1)
    if (typeof callback === 'function') process.nextTick(callback, offline(host))
  },
})

Object.defineProperty(promises, 'lookup', {
  configurable: true,
  value: async (host: string, ...rest: unknown[]) => {
    if (!isHere(host) && isIP(host) === 0) throw offline(host)
    return Reflect.apply(lookupPromise, promises, [host, ...rest])
  },
})
syncBuiltinESMExports()

Socket.prototype.connect = function (this: Socket, ...given: unknown[]) {
  const options = [given].flat(2).find((each) => typeof each === 'object' && each !== null)
  const host = options !== undefined && options !== null && 'host' in options ? String(options.host ?? '') : ''
  if (isIP(host) === 0 || isHere(host)) return Reflect.apply(connect, this, given)
  process.nextTick(() => this.destroy(offline(host)))
  return this
} as typeof connect
