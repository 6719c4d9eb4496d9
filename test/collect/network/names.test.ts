import { describe, expect, it } from 'vitest'
import { openSite, page, quickParts, read, readOne } from '../site.js'

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
