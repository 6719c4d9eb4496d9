import { describe, expect, it } from 'vitest'
import { refusedAddress } from '../../../src/collect/network/address.js'
import { quickParts, readOne } from '../site.js'

/** Names are answered with a public address, so that only what the spelling itself says can refuse. */
const parts = () => {
  const looked: string[] = []
  const network = {
    ...quickParts({ attempts: 1 }),
    lookup: async (name: string) => {
      looked.push(name)
      throw Object.assign(new Error('no name server here'), { code: 'ENOTFOUND' })
    },
  }
  return { looked, network }
}

describe('an address of this machine or its network is not asked, however it is spelled', () => {
  it.each([
    // Loopback: decimal, octal, hexadecimal, short, mixed, percent-encoded, full-width, circled, with a dot at its end.
    'http://127.0.0.1/',
    'http://127.0.0.1./',
    'http://127.1/',
    'http://127.0.1/',
    'http://2130706433/',
    'http://0x7f000001/',
    'http://0x7f.1/',
    'http://0x7F.0x0.0x0.0x1/',
    'http://017700000001/',
    'http://0177.0.0.1/',
    'http://0177.0x0.0.1/',
    'http://00000177.0.0.01/',
    'http://127.255.255.254/',
    'http://%31%32%37.0.0.1/',
    'http://１２７.０.０.１/',
    'http://①②⑦.⓪.⓪.①/',
    'http://127。0。0。1/',
    'http:127.0.0.1/',
    'http:\\\\127.0.0.1\\',
    'http:///127.0.0.1/',
    // Unspecified, private, shared, link-local and metadata, reserved, multicast, broadcast.
    'http://0/',
    'http://0.0.0.0/',
    'http://0.1.2.3/',
    'http://10.0.0.1/',
    'http://012.0.0.1/',
    'http://167772161/',
    'http://172.16.0.1/',
    'http://172.31.255.255/',
    'http://192.168.1.1/',
    'http://0xc0a80101/',
    'http://100.64.0.1/',
    'http://100.100.100.200/latest/meta-data/',
    'http://169.254.169.254/latest/meta-data/',
    'http://2852039166/latest/meta-data/',
    'http://0xA9FEA9FE/',
    'http://0251.0376.0251.0376/',
    'http://168.63.129.16/machine',
    'http://192.0.0.192/opc/v2/',
    'http://192.0.2.1/',
    'http://198.18.0.1/',
    'http://198.51.100.7/',
    'http://203.0.113.7/',
    'http://224.0.0.1/',
    'http://239.255.255.250/',
    'http://240.0.0.1/',
    'http://255.255.255.255/',
    // IPv6: loopback, unspecified, link-local, private, multicast, documentation, discarded.
    'http://[::1]/',
    'http://[0:0:0:0:0:0:0:1]/',
    'http://[0000:0000:0000:0000:0000:0000:0000:0001]/',
    'http://[::]/',
    'http://[fe80::1]/',
    'http://[fec0::1]/',
    'http://[fc00::1]/',
    'http://[fd00:ec2::254]/latest/meta-data/',
    'http://[ff02::1]/',
    'http://[2001:db8::1]/',
    'http://[100::1]/',
    'http://[3fff::1]/',
    'http://[4000::1]/',
    // IPv4 in IPv6: mapped, compatible, translated, NAT64 (both prefixes), 6to4, Teredo.
    'http://[::ffff:127.0.0.1]/',
    'http://[::ffff:7f00:1]/',
    'http://[0:0:0:0:0:ffff:a9fe:a9fe]/',
    'http://[::127.0.0.1]/',
    'http://[::7f00:1]/',
    'http://[::ffff:0:127.0.0.1]/',
    'http://[64:ff9b::127.0.0.1]/',
    'http://[64:ff9b::a9fe:a9fe]/',
    'http://[64:ff9b::10.0.0.1]/',
    'http://[64:ff9b:1::7f00:1]/',
    'http://[2002:7f00:1::]/',
    'http://[2002:c0a8:101::1]/',
    'http://[2001:0:4136:e378:8000:63bf:3fff:fdd2]/',
    // Names that mean this machine or its network everywhere.
    'http://localhost/',
    'http://LOCALHOST/',
    'http://localhost./',
    'http://localhost../',
    'http://ｌｏｃａｌｈｏｓｔ/',
    'http://a.localhost/',
    'http://printer.local/',
    'http://metadata.google.internal/computeMetadata/v1/',
    // User names before the @, other schemes, no address at all.
    'http://example.com@127.0.0.1/',
    'http://127.0.0.1@example.com/',
    'http://example.com:80@10.0.0.1/',
    'http://user:password@example.com/',
    'ftp://example.com/',
    'file:///etc/passwd',
    'gopher://127.0.0.1:70/',
    'http://',
    'http://[::1',
    'http://127.0.0.1:99999/',
    'http://1.2.3.4.5/',
    'http://256.0.0.1/',
  ])('%s', async (address) => {
    const { looked, network } = parts()
    const { source, problem } = await readOne(address, network, false)
    expect(source).toBeNull()
    expect(problem).toMatchObject({ severity: 'error', code: 'url-refused', source: address })
    expect(problem?.hint).toBeTruthy()
    expect(looked).toEqual([])
  })

  it.each([
    '1.1.1.1',
    '8.8.8.8',
    '172.15.0.1',
    '172.32.0.1',
    '100.63.255.255',
    '100.128.0.1',
    '223.255.255.255',
    '2606:4700::1111',
    '2400:3200::1',
    '::ffff:8.8.8.8',
    '64:ff9b::808:808',
  ])('but the public address %s is', (address) => {
    expect(refusedAddress(address)).toBeNull()
  })

  it('nor is what is no address at all', () => {
    for (const text of ['', 'example.com', 'fe80::1%eth0', '::1%lo', '1.2.3.4.5'])
      expect(refusedAddress(text)).not.toBeNull()
  })

  it('asks a name server for names that may be public, in the form that name servers know', async () => {
    const { looked, network } = parts()
    const { problem } = await readOne('http://青禾.例子/新闻', network, false)
    expect(problem).toMatchObject({ code: 'not-reached' })
    expect(looked[0]).toMatch(/^xn--[\w-]+\.xn--fsqu00a$/)
  })

  it('does not print the password of an address', async () => {
    const { network } = parts()
    const { problem } = await readOne('http://user:geheim@example.com/', network, false)
    expect(problem?.message).not.toContain('geheim')
  })
})
