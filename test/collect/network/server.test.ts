import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { collect } from '../../../src/collect/index.js'
import { retryAfter } from '../../../src/retry-after.js'
import { type Answer, openSite, page, quickParts, read, readOne } from '../site.js'

const ARTICLE = page('青禾县转移群众412人', '青禾县连降大雨，志愿者转移群众412人，发放大米300袋。')
const redirect =
  (location: string): Answer =>
  (_, response) =>
    response.writeHead(302, { location }).end()
const packed =
  (body: Buffer, encoding: string): Answer =>
  (_, response) =>
    response.writeHead(200, { 'content-type': 'text/html', 'content-encoding': encoding }).end(body)

describe('a page on the web', () => {
  it('is a source like a file, with its address', async () => {
    await using site = await openSite({ '/2024/0612/1.html': ARTICLE })
    const { uri, source, problem } = await readOne(`${site.origin}/2024/0612/1.html#top`, quickParts())
    expect(problem).toBeNull()
    expect(uri).toBe(`${site.origin}/2024/0612/1.html#top`)
    expect(source).toMatchObject({ mediaType: 'text/html', encoding: 'utf-8', text: ARTICLE })
    expect(source?.hints?.url).toBe(`${site.origin}/2024/0612/1.html`)
  })

  it('is read in the encoding that HTTP states, not in the one that it seems to be in', async () => {
    // A short text: by evidence it could as well be Big5.
    const text = '<p>汛情</p>'
    const gbk: Answer = (_, response) =>
      response.writeHead(200, { 'content-type': 'text/html; charset="GBK"' }).end(iconv.encode(text, 'gbk'))
    await using site = await openSite({ '/': gbk })
    expect((await readOne(`${site.origin}/`, quickParts())).source).toMatchObject({ text, encoding: 'gb18030' })
  })

  it('is not misread where HTTP states the wrong one', async () => {
    const wrong: Answer = (_, response) =>
      response.writeHead(200, { 'content-type': 'text/html; charset=gb2312' }).end(ARTICLE)
    await using site = await openSite({ '/': wrong })
    expect((await readOne(`${site.origin}/`, quickParts())).source?.text).toBe(ARTICLE)
  })

  it.each([
    ['gzip', gzipSync(ARTICLE)],
    ['deflate', deflateSync(ARTICLE)],
    ['br', brotliCompressSync(ARTICLE)],
    ['gzip, br', brotliCompressSync(gzipSync(ARTICLE))],
  ])('may come packed (%s)', async (encoding, body) => {
    await using site = await openSite({ '/': packed(body, encoding) })
    expect((await readOne(`${site.origin}/`, quickParts())).source?.text).toBe(ARTICLE)
  })

  it('may be somewhere else, relative, in raw Chinese, or on another host', async () => {
    await using there = await openSite({ [encodeURI('/新闻/1.html')]: ARTICLE })
    const raw: Answer = (_, response) =>
      response.writeHead(301, { location: Buffer.from(`${there.origin}/新闻/1.html`).toString('latin1') }).end()
    await using site = await openSite({ '/a': redirect('b'), '/b': redirect('/c?d=1'), '/c?d=1': raw })
    const { source } = await readOne(`${site.origin}/a`, quickParts())
    expect(source?.text).toBe(ARTICLE)
    expect(source?.hints?.url).toBe(`${there.origin}${encodeURI('/新闻/1.html')}`)
    expect(there.asked).toContain('/robots.txt')
  })

  it('says where the user can be reached, if the user wants that', async () => {
    const agents: (string | undefined)[] = []
    const answer: Answer = (request, response) => {
      agents.push(request.headers['user-agent'])
      response.end(ARTICLE)
    }
    await using site = await openSite({ '/': answer })
    const options = { cwd: '/', allowPrivateNetwork: true, network: quickParts() }
    await collect([`${site.origin}/`], { ...options, userAgentContact: 'desk@example.org' })
    expect(agents).toEqual([expect.stringMatching(/^jianbao\/[\d.]+ \(\+desk@example\.org\)$/)])
  })

  it('says who asks', async () => {
    const agents = new Set<string | undefined>()
    const answer: Answer = (request, response) => {
      agents.add(request.headers['user-agent'])
      response.end(ARTICLE)
    }
    await using site = await openSite({ '/': answer, '/robots.txt': answer })
    await readOne(`${site.origin}/`, quickParts())
    expect([...agents]).toEqual([expect.stringMatching(/^jianbao\/\d+\.\d+\.\d+$/)])
  })
})

describe('what goes wrong is a problem of that page alone', () => {
  it.each<[string, Record<string, Answer | string>, string]>([
    ['a loop', { '/': redirect('/b'), '/b': redirect('/') }, 'redirect-loop'],
    ['a page that leads to itself', { '/': redirect('/') }, 'redirect-loop'],
    ['a way to a private address', { '/': redirect('http://user@127.0.0.1/') }, 'url-refused'],
    ['a way out of the web', { '/': redirect('file:///etc/passwd') }, 'url-refused'],
    ['a missing page', {}, 'http-status'],
    ['a forbidden page', { '/': (_, response) => response.writeHead(403).end() }, 'http-status'],
    ['broken packing', { '/': packed(Buffer.from('no gzip at all'), 'gzip') }, 'badly-packed'],
    ['packing cut short', { '/': packed(gzipSync(ARTICLE.repeat(50)).subarray(0, 60), 'gzip') }, 'badly-packed'],
    ['packing that nobody knows', { '/': packed(Buffer.from('x'), 'rot13') }, 'badly-packed'],
    ['packing upon packing', { '/': packed(Buffer.from('x'), 'gzip, gzip, gzip, gzip') }, 'badly-packed'],
    ['an empty page', { '/': (_, response) => response.end() }, 'empty-file'],
    [
      'a picture',
      { '/': (_, response) => response.end(Buffer.from('\x89PNG\r\n\x1a\n0000', 'latin1')) },
      'binary-file',
    ],
    ['an unchanged page that was never sent', { '/': (_, response) => response.writeHead(304).end() }, 'redirect-loop'],
    [
      'more bytes than it says',
      {
        '/': (_, response) => {
          response.socket?.end('HTTP/1.1 200 OK\r\ncontent-length: 900\r\n\r\n<p>short</p>')
        },
      },
      'not-reached',
    ],
    [
      'an answer that is not HTTP',
      {
        '/': (_, response) => {
          response.socket?.end('SSH-2.0-OpenSSH\r\n\r\n')
        },
      },
      'not-reached',
    ],
    ['a cut connection', { '/': (request) => request.socket.destroy() }, 'not-reached'],
    [
      'a header without end',
      { '/': (_, response) => response.writeHead(200, { 'x-long': 'x'.repeat(100_000) }).end(ARTICLE) },
      'not-reached',
    ],
  ])('%s', async (_, answers, code) => {
    await using site = await openSite({ ...answers, '/good': ARTICLE })
    const [bad, good] = await read([`${site.origin}/`, `${site.origin}/good`], quickParts({ attempts: 1 }))
    expect(bad?.problem).toMatchObject({ severity: 'error', code, source: `${site.origin}/` })
    expect(bad?.problem?.hint).toBeTruthy()
    expect(good?.source?.text).toBe(ARTICLE)
  })

  it('a way to a private address from a public one', async () => {
    await using site = await openSite({ '/': redirect('http://2130706433/') })
    const { problem } = await readOne(`${site.origin}/`, quickParts())
    // Allowed here, it is tried: nothing listens there.
    expect(problem).toMatchObject({ code: expect.stringMatching(/not-reached|http-status/) })
  })

  it('more steps than are followed', async () => {
    const answers: Record<string, Answer> = {}
    for (let i = 0; i < 30; i++) answers[`/${i}`] = redirect(`/${i + 1}`)
    await using site = await openSite(answers)
    const { problem } = await readOne(`${site.origin}/0`, quickParts({ redirects: 5 }))
    expect(problem).toMatchObject({ code: 'redirect-loop' })
    expect(site.pages()).toHaveLength(6)
  })

  it('nothing that listens', async () => {
    const site = await openSite({})
    await site[Symbol.asyncDispose]()
    expect((await readOne(`${site.origin}/`, quickParts({ attempts: 1 }))).problem).toMatchObject({
      code: 'not-reached',
      message: expect.stringContaining('nothing answers there'),
    })
  })
})

describe('limits', () => {
  const megabyte = Buffer.alloc(1_000_000, 0x61)

  it('stops reading a body that does not end', async () => {
    let sent = 0
    const endless: Answer = (_, response) => {
      const more = () => {
        if (response.destroyed) return
        sent++
        response.write(megabyte, () => setImmediate(more))
      }
      more()
    }
    await using site = await openSite({ '/': endless })
    expect((await readOne(`${site.origin}/`, quickParts({ bytes: 3_000_000 }))).problem).toMatchObject({
      code: 'too-large',
      message: `"${site.origin}/" is too large: more than 3 MB sent.`,
    })
    expect(sent).toBeLessThan(40)
  })

  it('does not begin what says that it is too large', async () => {
    const announced: Answer = (_, response) =>
      response.writeHead(200, { 'content-length': '9000000000' }).flushHeaders()
    await using site = await openSite({ '/': announced })
    expect((await readOne(`${site.origin}/`, quickParts())).problem).toMatchObject({ code: 'too-large' })
  })

  it.each([
    ['gzip', gzipSync(Buffer.alloc(60_000_000))],
    ['br', brotliCompressSync(Buffer.alloc(60_000_000))],
    ['gzip, gzip', gzipSync(gzipSync(Buffer.alloc(60_000_000)))],
  ])('stops unpacking a bomb (%s)', async (encoding, bomb) => {
    await using site = await openSite({ '/': packed(bomb, encoding) })
    const before = process.memoryUsage().rss
    const { problem } = await readOne(`${site.origin}/`, quickParts({ inflated: 5_000_000 }))
    expect(problem).toMatchObject({ code: 'too-large', message: expect.stringContaining('unpacked') })
    expect(process.memoryUsage().rss - before).toBeLessThan(120_000_000)
  })

  it('gives up what does not answer, what stops half-way and what drips without end', async () => {
    const silent: Answer = () => {}
    const half: Answer = (_, response) => response.writeHead(200).write('<p>')
    const drip: Answer = (_, response) => {
      const timer = setInterval(() => response.write('<p>'), 40)
      response.on('close', () => clearInterval(timer))
    }
    await using site = await openSite({ '/silent': silent, '/half': half, '/drip': drip })
    const limits = { attempts: 1, headersTime: 300, idleTime: 300, wholeTime: 1500 }
    const start = Date.now()
    for (const name of ['silent', 'half', 'drip']) {
      const { problem } = await readOne(`${site.origin}/${name}`, quickParts(limits))
      expect(problem, name).toMatchObject({ code: 'timed-out' })
    }
    expect(Date.now() - start).toBeLessThan(12_000)
  })

  it('gives up a server that takes a connection and is then silent', async () => {
    const server = createServer(() => {})
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const address = server.address()
    const port = typeof address === 'object' ? address?.port : 0
    const { problem } = await readOne(`https://127.0.0.1:${port}/`, quickParts({ attempts: 1, connectTime: 400 }))
    expect(problem).toMatchObject({ code: 'timed-out' })
    server.close()
  })

  it('stops at once when it is interrupted', async () => {
    await using site = await openSite({ '/': () => {} })
    const signal = AbortSignal.timeout(200)
    const run = collect([`${site.origin}/`], { cwd: '/', allowPrivateNetwork: true, network: quickParts(), signal })
    await expect(run).rejects.toMatchObject({ name: 'TimeoutError' })
  })
})

describe('tries again', () => {
  const failing = (times: number, status: number, headers: Record<string, string> = {}): Answer => {
    let left = times
    return (_, response) => {
      if (left-- > 0) response.writeHead(status, headers).end()
      else response.end(ARTICLE)
    }
  }

  it.each([429, 500, 502, 503, 504])('after %i, each time later, by chance', async (status) => {
    await using site = await openSite({ '/': failing(2, status) })
    const parts = quickParts()
    expect((await readOne(`${site.origin}/`, parts)).source).not.toBeNull()
    expect(parts.slept).toEqual([500, 1000])
  })

  it('when the server asks for it', async () => {
    await using site = await openSite({ '/': failing(1, 429, { 'retry-after': '7' }) })
    const parts = quickParts()
    expect((await readOne(`${site.origin}/`, parts)).source).not.toBeNull()
    expect(parts.slept).toEqual([7000])
  })

  it('not when the server asks for more than patience', async () => {
    await using site = await openSite({ '/': failing(1, 503, { 'retry-after': '3600' }) })
    const parts = quickParts()
    expect((await readOne(`${site.origin}/`, parts)).problem).toMatchObject({
      code: 'http-status',
      message: expect.stringContaining('asks to wait 3600 s'),
    })
    expect(parts.slept).toEqual([])
  })

  it('a few times and no more, and not what is final', async () => {
    await using site = await openSite({ '/busy': failing(99, 503), '/gone': failing(99, 410) })
    await readOne(`${site.origin}/busy`, quickParts({ attempts: 3 }))
    await readOne(`${site.origin}/gone`, quickParts({ attempts: 3 }))
    expect(site.pages()).toEqual(['/busy', '/busy', '/busy', '/gone'])
  })

  it('after a connection that was cut', async () => {
    let first = true
    const flaky: Answer = (request, response) => {
      if (first) request.socket.destroy()
      else response.end(ARTICLE)
      first = false
    }
    await using site = await openSite({ '/': flaky })
    expect((await readOne(`${site.origin}/`, quickParts())).source?.text).toBe(ARTICLE)
  })

  it('reads Retry-After in seconds and as a date', () => {
    const now = Date.parse('2024-06-12T10:00:00Z')
    expect(retryAfter('120', now)).toBe(120_000)
    expect(retryAfter('Wed, 12 Jun 2024 10:00:30 GMT', now)).toBe(30_000)
    expect(retryAfter('Wed, 12 Jun 2024 09:00:00 GMT', now)).toBe(0)
    for (const nonsense of [undefined, '', 'soon', '-5', '1e99']) expect(retryAfter(nonsense, now)).toBeNull()
  })
})

describe('a good guest', () => {
  const rules =
    'User-agent: *\nDisallow: /\n\nUser-agent: jianbao\nDisallow: /private\nAllow: /private/open\nCrawl-delay: 3\n'

  it('reads what robots.txt allows and nothing else', async () => {
    await using site = await openSite({
      '/robots.txt': rules,
      '/a': ARTICLE,
      '/private/b': ARTICLE,
      '/private/open': ARTICLE,
      '/way': redirect('/private/b'),
    })
    const names = ['a', 'private/b', 'private/open', 'way']
    const found = await read(
      names.map((name) => `${site.origin}/${name}`),
      quickParts(),
    )
    expect(found.map(({ problem }) => problem?.code ?? 'read')).toEqual([
      'read',
      'robots-disallowed',
      'read',
      'robots-disallowed',
    ])
    expect(site.asked.filter((path) => path === '/robots.txt')).toHaveLength(1)
    expect(site.asked).not.toContain('/private/b')
  })

  it('takes missing rules for leave, and trouble with them for none', async () => {
    await using open = await openSite({ '/a': ARTICLE })
    await using shut = await openSite({ '/a': ARTICLE, '/robots.txt': (_, response) => response.writeHead(503).end() })
    expect((await readOne(`${open.origin}/a`, quickParts())).source).not.toBeNull()
    expect((await readOne(`${shut.origin}/a`, quickParts())).problem).toMatchObject({ code: 'robots-disallowed' })
    expect(shut.pages()).toEqual([])
  })

  it('survives rules that are noise', async () => {
    const noise: Answer = (_, response) => response.end(Buffer.alloc(2_000_000, 'Disallow: /*a*b*c$\n'))
    await using site = await openSite({ '/a': ARTICLE, '/robots.txt': noise })
    expect((await readOne(`${site.origin}/a`, quickParts())).source).not.toBeNull()
  })

  it('asks one host one thing at a time with a pause, and several hosts at once', async () => {
    const open = { now: 0, most: 0 }
    const slow: Answer = (_, response) => {
      open.now++
      open.most = Math.max(open.most, open.now)
      setTimeout(() => {
        open.now--
        response.end(ARTICLE)
      }, 60)
    }
    await using one = await openSite({ '/1': slow, '/2': slow, '/3': slow })
    await using two = await openSite({ '/1': slow, '/2': slow })
    const parts = { ...quickParts(), gap: 200 }
    await read(
      ['1', '2', '3'].map((name) => `${one.origin}/${name}`),
      parts,
    )
    expect(open.most).toBe(1)
    // Before each page but the first: robots.txt was asked before that.
    expect(parts.slept.filter((pause) => pause > 100 && pause <= 200).length).toBeGreaterThanOrEqual(3)
    await read([`${one.origin}/1`, `${two.origin}/1`, `${one.origin}/2`, `${two.origin}/2`], quickParts())
    expect(open.most).toBe(2)
  })

  it('keeps the pause that a site asks for', async () => {
    await using site = await openSite({ '/robots.txt': rules, '/1': ARTICLE, '/2': ARTICLE })
    const parts = quickParts()
    await read([`${site.origin}/1`, `${site.origin}/2`], parts)
    expect(Math.max(...parts.slept)).toBeGreaterThan(2000)
  })

  it('does not have sent again what has not changed', async () => {
    const cache = await mkdtemp(join(tmpdir(), 'pages-'))
    const conditions: (string | undefined)[] = []
    const kept: Answer = (request, response) => {
      conditions.push(request.headers['if-none-match'], request.headers['if-modified-since'])
      if (request.headers['if-none-match'] === '"v1"') response.writeHead(304).end()
      else
        response
          .writeHead(200, {
            etag: '"v1"',
            'last-modified': 'Wed, 12 Jun 2024 02:30:00 GMT',
            'content-type': 'text/html; charset=gbk',
          })
          .end(iconv.encode('<p>汛情</p>', 'gbk'))
    }
    await using site = await openSite({ '/': kept })
    const first = await readOne(`${site.origin}/`, { ...quickParts(), cache })
    const second = await readOne(`${site.origin}/`, { ...quickParts(), cache })
    expect(second).toEqual(first)
    expect(second.source?.text).toBe('<p>汛情</p>')
    expect(conditions).toEqual([undefined, undefined, '"v1"', 'Wed, 12 Jun 2024 02:30:00 GMT'])
    for (const name of await readdir(cache)) await writeFile(join(cache, name), 'broken')
    expect((await readOne(`${site.origin}/`, { ...quickParts(), cache })).source).toEqual(first.source)
    await rm(cache, { recursive: true })
  })

  it('keeps nothing that it is asked not to, and reads on where nothing can be kept', async () => {
    const cache = await mkdtemp(join(tmpdir(), 'pages-'))
    const secret: Answer = (_, response) =>
      response.writeHead(200, { etag: '"1"', 'cache-control': 'no-store' }).end(ARTICLE)
    await using site = await openSite({ '/': secret })
    await readOne(`${site.origin}/`, { ...quickParts(), cache })
    expect(await readdir(cache)).toEqual([])
    expect((await readOne(`${site.origin}/`, { ...quickParts(), cache: '/proc/no/such' })).source).not.toBeNull()
    await rm(cache, { recursive: true })
  })
})
