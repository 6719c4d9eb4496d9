import { describe, expect, it } from 'vitest'
import { refusedAddress } from '../../../src/collect/network/address.js'
import { type Answer, openSite, page, quickParts, read, readOne } from '../site.js'

const PUBLIC = { address: '198.51.99.7', family: 4 }

describe('a name that leads to this machine', () => {
  const answers = { '/': page('内部', '不该被读到的一页。') }

  it.each([
    ['to loopback', [{ address: '127.0.0.1', family: 4 }]],
    ['to loopback of IPv6', [{ address: '::1', family: 6 }]],
    ['to a mapped address', [{ address: '::ffff:127.0.0.1', family: 6 }]],
    ['to metadata', [{ address: '169.254.169.254', family: 4 }]],
    ['to a public address and to loopback', [PUBLIC, { address: '127.0.0.1', family: 4 }]],
  ])('%s is not asked', async (_, addresses) => {
    await using site = await openSite(answers)
    const network = { ...quickParts(), lookup: async () => addresses }
    const { problem } = await readOne(`http://news.example.com:${site.port}/`, network, false)
    expect(problem).toMatchObject({ code: 'url-refused' })
    expect(problem?.message).toContain('news.example.com')
    expect(site.asked).toEqual([])
  })

  it('only at its second look-up gains nothing: each connection goes where its own look-up was judged', async () => {
    await using site = await openSite(answers)
    let looked = 0
    const network = {
      ...quickParts({ attempts: 3, connectTime: 300 }),
      lookup: async () => {
        looked++
        return looked === 1 ? [PUBLIC] : [{ address: '127.0.0.1', family: 4 }]
      },
    }
    const { problem } = await readOne(`http://rebind.example.com:${site.port}/`, network, false)
    expect(problem?.code).toMatch(/^(?:url-refused|timed-out|not-reached)$/)
    expect(looked).toBeGreaterThan(1)
    expect(site.asked).toEqual([])
  })

  it('is asked where the user allows it', async () => {
    await using site = await openSite(answers)
    const network = { ...quickParts(), lookup: async () => [{ address: '127.0.0.1', family: 4 }] }
    const { source } = await readOne(`http://intranet.example.com:${site.port}/`, network)
    expect(source?.text).toContain('不该被读到')
  })

  it('is looked up only by whoever asks for the network', async () => {
    const network = {
      ...quickParts(),
      lookup: async () => {
        throw new Error('looked up')
      },
    }
    expect((await read('/no/such/file.txt', network))[0]?.problem).toMatchObject({ code: 'source-not-found' })
  })
})

describe('a public site that leads to this machine', () => {
  /** Stands for a public address: a second loopback address, which alone is let through. */
  const HERE = '127.0.0.2'
  const secret = { '/secret': page('内部', '不该被读到的一页。') }
  const redirect =
    (location: string): Answer =>
    (_, response) =>
      response.writeHead(302, { location }).end()

  /** A public site at `news.example.com`, whose every page leads to `location`; `names` are looked up beside it. */
  async function follow(location: string, names: Record<string, string[]> = {}) {
    await using site = await openSite({ '/': redirect(location) }, HERE)
    const looked: string[] = []
    const network = {
      ...quickParts({ attempts: 1, connectTime: 300 }),
      refused: (address: string) => (address === HERE ? null : refusedAddress(address)),
      lookup: async (name: string) => {
        const answers = name === 'news.example.com' ? [HERE] : (names[name] ?? [])
        const nth = looked.filter((each) => each === name).length
        looked.push(name)
        const address = answers[Math.min(nth, answers.length - 1)]
        if (address === undefined) throw Object.assign(new Error(name), { code: 'ENOTFOUND' })
        return [{ address, family: address.includes(':') ? 6 : 4 }]
      },
    }
    const { source, problem } = await readOne(`http://news.example.com:${site.port}/`, network, false)
    return { source, problem, looked, asked: site.pages() }
  }

  it.each([
    ['as it is', (port: number) => `http://127.0.0.1:${port}/secret`],
    ['short', (port: number) => `http://127.1:${port}/secret`],
    ['decimal', (port: number) => `http://2130706433:${port}/secret`],
    ['hexadecimal', (port: number) => `http://0x7f000001:${port}/secret`],
    ['octal', (port: number) => `http://0177.0.0.1:${port}/secret`],
    ['without its scheme', (port: number) => `//127.0.0.1:${port}/secret`],
    ['mapped into IPv6', (port: number) => `http://[::ffff:127.0.0.1]:${port}/secret`],
    ['through NAT64', (port: number) => `http://[64:ff9b::7f00:1]:${port}/secret`],
    ['as loopback of IPv6', (port: number) => `http://[::1]:${port}/secret`],
    ['by its name', (port: number) => `http://localhost:${port}/secret`],
    ['as metadata', () => 'http://169.254.169.254/latest/meta-data/'],
    ['as a private network', () => 'http://10.0.0.1/'],
  ])('is followed no further: %s', async (_, location) => {
    await using inside = await openSite(secret)
    const { source, problem, asked } = await follow(location(inside.port))
    expect(asked).toEqual(['/'])
    expect(source).toBeNull()
    expect(problem).toMatchObject({ code: 'url-refused' })
    expect(inside.asked).toEqual([])
  })

  it('is followed no further where the name it leads to is one of this machine', async () => {
    await using inside = await openSite(secret)
    const names = { 'inside.example.com': ['127.0.0.1'] }
    const { problem, asked } = await follow(`http://inside.example.com:${inside.port}/secret`, names)
    expect(asked).toEqual(['/'])
    expect(problem).toMatchObject({ code: 'url-refused' })
    expect(inside.asked).toEqual([])
  })

  it('gains nothing by a name that leads elsewhere at its second look-up', async () => {
    // The first look-up is for robots.txt; the address it gives answers nothing. The page is looked up again.
    await using inside = await openSite(secret)
    const names = { 'rebind.example.com': [HERE, '127.0.0.1'] }
    const { problem, looked } = await follow(`http://rebind.example.com:${inside.port}/secret`, names)
    expect(looked).toContain('rebind.example.com')
    expect(problem?.code).toMatch(/^(?:url-refused|not-reached|timed-out)$/)
    expect(inside.asked).toEqual([])
  })

  it('is read where it leads to another public site', async () => {
    await using other = await openSite(secret, HERE)
    const names = { 'other.example.com': [HERE] }
    const { source } = await follow(`http://other.example.com:${other.port}/secret`, names)
    expect(source?.text).toContain('不该被读到')
  })
})
