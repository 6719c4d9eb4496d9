import fc from 'fast-check'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { readPieces } from '../../src/collect/documents/pdf-pieces.js'
import { collect } from '../../src/collect/index.js'
import { extract } from '../../src/extract/index.js'
import type { Collected } from '../../src/model/index.js'
import { Article, Source } from '../../src/model/index.js'
import { processorTime } from '../processor-time.js'
import { pdf, word, zip } from './archive.js'
import { quickParts } from './site.js'

const offline = {
  ...quickParts({ attempts: 1 }),
  lookup: async () => {
    throw Object.assign(new Error('offline'), { code: 'ENOTFOUND' })
  },
}

/** Each is a source that the model knows or a problem with a way out, and soon. */
async function check(bytes: Uint8Array, most = 5000): Promise<void> {
  const start = processorTime()
  const found = await collect(['-'], { cwd: '/', network: offline, stdin: once(bytes) })
  for (const each of found) checkOne(each)
  expect(processorTime() - start).toBeLessThan(most)
}

async function* once(bytes: Uint8Array) {
  yield bytes
}

function checkOne({ source, problem }: Collected): void {
  if (source === null) {
    expect(problem?.severity).toBe('error')
    expect(problem?.hint ?? '').not.toBe('')
  } else {
    Source.parse(source)
    expect(problem).toBeNull()
    const { value: article, notes } = extract(source)
    if (article === null) expect(notes.map(({ severity }) => severity)).toEqual(['error'])
    else Article.parse(article)
  }
}

const TEXT = '青禾县连降大雨，志愿者转移群众412人。'
const paragraph = `<w:p><w:r><w:t>${TEXT}</w:t></w:r></w:p>`
const samples: Record<string, Buffer> = {
  word: word(`${paragraph}<w:tbl><w:tr><w:tc>${paragraph}</w:tc></w:tr></w:tbl>`, {
    'word/styles.xml': '<w:styles/>',
    'word/numbering.xml': '<w:numbering/>',
  }),
  zip: zip({ 'a/b.txt': TEXT }),
  pdf: pdf([[{ text: TEXT, x: 90, y: 700 }]]),
  mail: Buffer.from(
    `From: a@example.com\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x\n\n--x\nContent-Type: text/plain\n\n${TEXT}\n--x\nContent-Type: text/html\nContent-Transfer-Encoding: base64\n\nPHA+\n--x--\n`,
  ),
  mhtml: Buffer.from(
    `From: <Saved by a browser>\nSnapshot-Content-Location: https://example.com/1.html\nMIME-Version: 1.0\nContent-Type: multipart/related; type="text/html"; boundary="x"\n\n--x\nContent-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: base64\nContent-Location: https://example.com/1.html\n\n${Buffer.from(`<h1>青禾县转移群众</h1><p>${TEXT}</p>`).toString('base64')}\n--x\nContent-Type: image/png\nContent-Location: https://example.com/1.png\nContent-Transfer-Encoding: base64\n\niVBORw0KGgo=\n--x--\n`,
  ),
  markdown: Buffer.from(
    `---\ntitle: 青禾县转移群众\n---\n# 青禾县\n\n> ${TEXT}\n\n| 甲 | 乙 |\n|---|---|\n| 帐篷 | 3顶 |\n`,
  ),
  rss: Buffer.from(
    `<rss version="2.0"><channel><title>x</title><item><title>${TEXT}</title><link>http://example.com/1</link><description>&lt;p&gt;${TEXT.repeat(4)}</description></item></channel></rss>`,
  ),
  atom: iconv.encode(
    `<?xml version="1.0" encoding="gbk"?><feed><entry><title>${TEXT}</title><content type="xhtml"><div>${TEXT.repeat(4)}</div></content></entry></feed>`,
    'gbk',
  ),
  json: Buffer.from(
    JSON.stringify({
      version: 'https://jsonfeed.org/version/1',
      items: [{ id: 1, content_text: TEXT.repeat(4) }, null, 3],
    }),
  ),
  lines: Buffer.from(`${JSON.stringify({ title: TEXT, text: TEXT, publishedAt: 1718159400 })}\n{"text": 3}\n[]\n`),
  list: Buffer.from('http://example.com/1\nhttp://127.0.0.1/\nhttps://[::1]/\n'),
  page: Buffer.from(`<!DOCTYPE html><html><body><p>${TEXT}</p></body></html>`),
}

/** A sample with pieces cut out, doubled, overwritten and moved. */
const damaged = (sample: Buffer) =>
  fc
    .array(
      fc.record({
        kind: fc.constantFrom('cut', 'double', 'write', 'end'),
        at: fc.nat(sample.length),
        length: fc.nat(40),
        bytes: fc.uint8Array({ minLength: 1, maxLength: 12 }),
      }),
      { minLength: 1, maxLength: 5 },
    )
    .map((changes) =>
      changes.reduce((bytes, { kind, at, length, bytes: other }) => {
        const [head, middle, tail] = [
          bytes.subarray(0, at),
          bytes.subarray(at, at + length),
          bytes.subarray(at + length),
        ]
        if (kind === 'cut') return Buffer.concat([head, tail])
        if (kind === 'double') return Buffer.concat([head, middle, middle, tail])
        return kind === 'end' ? head : Buffer.concat([head, Buffer.from(other), tail])
      }, sample),
    )

describe('any bytes are a source or a problem', () => {
  it.each(Object.entries(samples))('as they should be: %s', async (_, bytes) => check(bytes))

  it.each(Object.entries(samples))('damaged: %s', async (name, bytes) => {
    // A PDF is read in a thread of its own, which takes a moment to start.
    const numRuns = name === 'pdf' ? 8 : 40
    await fc.assert(
      fc.asyncProperty(damaged(bytes), (each) => check(each)),
      { numRuns, endOnFailure: true },
    )
  })

  it('made of nothing but chance, behind the mark of any format', async () => {
    const marks = [
      '',
      '%PDF-1.4\n',
      'PK\x03\x04word/document.xml',
      'MIME-Version: 1.0\nFrom: x\n\n',
      '<rss><channel>',
      '{"text":',
      '[{',
      'https://',
    ]
    const any = fc.tuple(fc.constantFrom(...marks), fc.uint8Array({ maxLength: 400 }))
    await fc.assert(
      fc.asyncProperty(any, ([mark, bytes]) => check(Buffer.concat([Buffer.from(mark, 'latin1'), bytes]))),
      { numRuns: 80, endOnFailure: true },
    )
  })

  const times = (text: string, count: number) => Buffer.from(text.repeat(count))
  const behind = (head: string, text: string, count: number) => Buffer.concat([Buffer.from(head), times(text, count)])
  it.each<[string, Buffer]>([
    ['open brackets', times('[', 1_000_000)],
    ['open braces', times('{"a":', 300_000)],
    ['records of nothing', times('{}\n', 300_000)],
    [
      'parts in parts',
      behind(
        'MIME-Version: 1.0\nFrom: x\nContent-Type: multipart/mixed; boundary=x\n\n',
        '--x\nContent-Type: multipart/mixed; boundary=x\n\n',
        20_000,
      ),
    ],
    ['headers without end', behind('MIME-Version: 1.0\nFrom: x\n', 'X-A: b\n', 300_000)],
    ['one header without end', behind('MIME-Version: 1.0\nSubject: ', '=?gbk?B?', 300_000)],
    [
      'equals signs',
      behind('MIME-Version: 1.0\nFrom: x\nContent-Transfer-Encoding: quoted-printable\n\n', '=\n', 1_000_000),
    ],
    ['tags in a feed', behind('<rss><channel><item><description>', '<a>', 300_000)],
    ['entries of a feed', behind('<rss><channel>', '<item><title>x</title></item>', 100_000)],
    ['comments', times('<!--', 500_000)],
    ['addresses of nowhere', times('http://\n', 100_000)],
  ])('in great numbers: %s', async (_, bytes) => check(bytes))

  it('ends the reading of a PDF that would never end', async () => {
    const objects = behind('%PDF-1.4\n', '1 0 obj <</Type /Page /Kids [', 60_000)
    await expect(readPieces(objects, 1, 1500)).rejects.toThrow('more than 1.5 s')
  })
})
