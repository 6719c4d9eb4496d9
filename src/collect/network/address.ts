import ipaddr from 'ipaddr.js'

/** Public by its number, yet answered by the host of a virtual machine with that machine's secrets. */
const METADATA = new Set(['168.63.129.16'])

/** What keeps an address from being asked, in words for the user; null for a public one. Names are not addresses. */
export function refusedAddress(address: string): string | null {
  // A zone (`fe80::1%eth0`) names an interface of this machine: never public.
  if (address.includes('%')) return 'it is of this machine or its network (link-local)'
  let parsed: ipaddr.IPv4 | ipaddr.IPv6
  try {
    parsed = ipaddr.parse(address)
  } catch {
    return 'it is no address'
  }
  return parsed.kind() === 'ipv4' ? refusedV4(parsed as ipaddr.IPv4) : refusedV6(parsed as ipaddr.IPv6)
}

const KINDS: Record<string, string> = {
  loopback: 'it is this machine (loopback)',
  unspecified: 'it is this machine (unspecified)',
  private: 'it is of a private network',
  uniqueLocal: 'it is of a private network',
  deprecatedSiteLocal: 'it is of a private network',
  carrierGradeNat: 'it is of a private network (shared address space)',
  linkLocal: 'it is of this machine or its network (link-local)',
  multicast: 'it is a group of machines (multicast)',
  broadcast: 'it is a group of machines (broadcast)',
}

function refusedV4(address: ipaddr.IPv4): string | null {
  if (METADATA.has(address.toString())) return 'it tells secrets of a virtual machine (metadata)'
  const range = address.range()
  return range === 'unicast' ? null : (KINDS[range] ?? 'it is reserved')
}

const GLOBAL_UNICAST = ipaddr.IPv6.parseCIDR('2000::/3')
const NAT64 = ipaddr.IPv6.parseCIDR('64:ff9b::/96')

/**
 * Only what is assigned to the public is let through: 2000::/3 less its special ranges (IANA registry), and addresses
 * that stand for a public IPv4 address (mapped, RFC 4291; NAT64, RFC 6052). 6to4 and Teredo lead to an address that
 * cannot be judged here, and are no longer in use.
 */
function refusedV6(address: ipaddr.IPv6): string | null {
  if (address.isIPv4MappedAddress()) return refusedV4(address.toIPv4Address())
  if (address.match(NAT64)) return refusedV4(new ipaddr.IPv4(address.toByteArray().slice(12)))
  const range = address.range()
  if (range === 'unicast' && address.match(GLOBAL_UNICAST)) return null
  return KINDS[range] ?? 'it is reserved'
}
